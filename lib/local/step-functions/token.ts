/**
 * Task tokens. A token names its execution and its task, so that it can be found without an index and outlives a restart; the task's id
 * is random, so nobody can guess one. Opaque to everyone else, as on AWS. Whether the task still waits is the engine's to say.
 */

export type TokenOf = { readonly machine: string; readonly name: string; readonly task: string };

const MARK = 'ownway';

export const tokenFor = ({ machine, name }: { machine: string; name: string }, task: string): string =>
  Buffer.from([MARK, machine, name, task].join('\n')).toString('base64url');

/** What a token names; nothing when it never was a token of ours. */
export const readToken = (token: string): TokenOf | undefined => {
  const [mark, machine, name, task, ...rest] = Buffer.from(token, 'base64url').toString().split('\n');
  return mark === MARK && machine && name && task && rest.length === 0 ? { machine, name, task } : undefined;
};
