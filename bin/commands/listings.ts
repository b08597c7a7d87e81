/** `ownway drafts` and `ownway versions`: what is being changed, and what was ever published. */
import { type Command, parse } from './command.ts';
import { CONNECTION_DETAILS, connect, connectionOptions } from './connection.ts';

const options = { ...connectionOptions, json: { type: 'boolean' } } as const;
const MOST = 100;

export const draftsCommand: Command = {
  name: 'drafts',
  summary: 'List the drafts, newest first.',
  usage: 'drafts [--json]',
  details: ['--json   print them as a list', ...CONNECTION_DETAILS, 'Exit code 0: listed. 2: used wrongly, or nothing to reach.'],
  examples: ['drafts', 'drafts --json'],
  run: async (args, io) => {
    const { values } = parse({ args: [...args], options });
    const ports = await connect(values);
    const lines = await ports.drafts.all();
    if (values.json) io.out(JSON.stringify(lines, null, 2));
    else if (lines.length === 0) io.err('There are no drafts.');
    else
      for (const { id, state, title, changes, startedBy } of lines)
        io.out(`${id}  ${state.padEnd(9)}  ${title} (${changes} by ${startedBy.name})`);
    return 0;
  },
};

export const versionsCommand: Command = {
  name: 'versions',
  summary: 'List what was published, newest first.',
  usage: 'versions [--json]',
  details: ['--json   print them as a list', ...CONNECTION_DETAILS, 'Exit code 0: listed. 2: used wrongly, or nothing to reach.'],
  examples: ['versions', 'versions --json'],
  run: async (args, io) => {
    const { values } = parse({ args: [...args], options });
    const ports = await connect(values);
    const live = await ports.publishing.live();
    const records = await ports.publications.newest(MOST);
    if (values.json) io.out(JSON.stringify(records, null, 2));
    else
      for (const [place, { version, at, by, title, difference }] of records.entries()) {
        const mark = place === 0 && version === live?.version ? 'live ' : '     ';
        io.out(
          `${mark} ${version}  ${at.slice(0, 16)}  ${title}${by ? `, by ${by.name}` : ''}${difference ? `: ${difference}` : ''}`,
        );
      }
    return 0;
  },
};
