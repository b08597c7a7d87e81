/** `ownway rollback`: an earlier version as a draft, handed over. Restoring is publishing: a second person does it, and it is in the history. */
import { type Command, parse, WrongUse } from './command.ts';
import { ACTOR_DETAILS, actorFrom, CONNECTION_DETAILS, connect, connectionOptions, tellRefusal } from './connection.ts';
import { draftOf } from './draft-of.ts';

const usage = 'rollback <version> --as <id> [--reason <words>]';

export const rollbackCommand: Command = {
  name: 'rollback',
  summary: 'Hand over an earlier version for publishing again.',
  usage,
  details: [
    ...ACTOR_DETAILS,
    '--reason   why',
    ...CONNECTION_DETAILS,
    'Prints the id of the draft on standard output. Cases that were begun meanwhile stay on the version they began on unless they are moved.',
    'Exit code 0: handed over. 1: refused, and why. 2: used wrongly, no such version, or nothing to reach.',
  ],
  examples: ['versions', 'rollback 0123456789abcdef --as S-WREN --reason "People could not find the new form"'],
  run: async (args, io) => {
    const { values, positionals } = parse({
      args: [...args],
      allowPositionals: true,
      options: { ...connectionOptions, reason: { type: 'string' } },
    });
    const [version, ...more] = positionals;
    if (version === undefined || more.length > 0) throw new WrongUse(`Name one version: ownway ${usage}`);
    const ports = await connect(values);
    const documents = await ports.publications.documents(version);
    if (!documents) throw new WrongUse(`No version ${version} was ever published here. See: ownway versions`);
    const by = await actorFrom(ports, values);
    const made = await draftOf(ports, by, `Back to version ${version}`, values.reason ?? `Back to version ${version}`, documents);
    if ('id' in made) io.out(made.id);
    return made.handedOver ? 0 : tellRefusal(made.refusal, io);
  },
};
