/** `ownway import`: a folder laid out like `workflows/` as a draft on what is live. Nothing goes live by it: a second person publishes. */
import { ownDocuments } from '../../lib/app/configuring/documents.ts';
import { faultLines, loadFolder } from '../workflows-folder.ts';
import { type Command, fromHere, onlyFile, parse } from './command.ts';
import { ACTOR_DETAILS, actorFrom, CONNECTION_DETAILS, connect, connectionOptions, tellRefusal } from './connection.ts';
import { draftOf } from './draft-of.ts';

const usage = 'import <folder> --as <id> [--title <words>] [--reason <words>]';

export const importCommand: Command = {
  name: 'import',
  summary: 'Make a draft out of a folder laid out like workflows/.',
  usage,
  details: [
    ...ACTOR_DETAILS,
    '--title, --reason   what the draft is called, and why',
    ...CONNECTION_DETAILS,
    'Prints the id of the draft on standard output. Publish it with: ownway publish <draft> --as <somebody else>',
    'Exit code 0: drafted and handed over. 1: faults, each with its file and place; the draft is kept. 2: used wrongly, or nothing to reach.',
  ],
  examples: ['import workflows --as S-WREN --reason "Fewer forms for carers"'],
  run: async (args, io) => {
    const own = { title: { type: 'string' }, reason: { type: 'string' } } as const;
    const { values, positionals } = parse({ args: [...args], allowPositionals: true, options: { ...connectionOptions, ...own } });
    const { documents, faults } = loadFolder(fromHere(onlyFile(positionals, usage)));
    if (faults.length > 0) {
      for (const line of faultLines(faults)) io.err(line);
      return 1;
    }
    const ports = await connect(values);
    const by = await actorFrom(ports, values);
    const council = (await ports.configurations.current())?.bundle.council.id ?? '';
    const { title = 'Brought in from files', reason = 'Brought in from files' } = values;
    const made = await draftOf(ports, by, title, reason, ownDocuments(documents, council));
    if ('id' in made) io.out(made.id);
    return made.handedOver ? 0 : tellRefusal(made.refusal, io);
  },
};
