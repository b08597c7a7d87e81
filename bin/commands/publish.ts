/**
 * `ownway publish`: makes a draft that was handed over live, after saying what it changes. A second person, and nothing half way, as in the
 * browser; but who somebody is, is what they say: whoever can reach the table could write it anyway.
 */
import { differenceOf } from '../../lib/app/configuring/difference.ts';
import { type Command, parse, WrongUse } from './command.ts';
import { ACTOR_DETAILS, actorFrom, CONNECTION_DETAILS, connect, connectionOptions, tellRefusal } from './connection.ts';

const usage = 'publish <draft> --as <id>';

export const publishCommand: Command = {
  name: 'publish',
  summary: 'Make a draft that was handed over live.',
  usage,
  details: [
    ...ACTOR_DETAILS,
    ...CONNECTION_DETAILS,
    'Prints the version on standard output. Whoever made or handed over a change does not publish it.',
    'Exit code 0: live. 1: refused, and why; what was live is live. 2: used wrongly, no such draft, or nothing to reach.',
  ],
  examples: ['drafts', 'publish D-4F0A2B91C3 --as S-BILAL'],
  run: async (args, io) => {
    const { values, positionals } = parse({ args: [...args], allowPositionals: true, options: connectionOptions });
    const [draftId, ...more] = positionals;
    if (draftId === undefined || more.length > 0) throw new WrongUse(`Name one draft: ownway ${usage}`);
    const ports = await connect(values);
    const by = await actorFrom(ports, values);
    const { publishDraft } = await import('../../lib/app/configuring/configure.ts');
    const council = (await ports.configurations.current())?.bundle.council.id ?? '';
    const published = await publishDraft(ports, {
      draftId,
      by,
      council,
      difference: (before, after) => differenceOf(before, after, council).sentence,
    });
    if (published.done) {
      io.out(published.draft.published ?? '');
      return 0;
    }
    if (published.why === 'absent') throw new WrongUse(`There is no draft ${draftId}. See: ownway drafts`);
    return tellRefusal(published, io);
  },
};
