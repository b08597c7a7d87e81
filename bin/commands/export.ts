/** `ownway export`: writes what is live, or any version that ever was, as the files of `workflows/`. The same version gives the same bytes. */
import { writeFolder } from '../workflows-folder.ts';
import { type Command, fromHere, onlyFile, parse, WrongUse } from './command.ts';
import { CONNECTION_DETAILS, connect, connectionOptions } from './connection.ts';

const usage = 'export <folder> [--version <version>] [--draft <draft>] [--replace]';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write what is live as a folder laid out like workflows/.',
  usage,
  details: [
    '--version   another version than the one that is live; --draft a draft as it stands',
    '--replace   also take out files of decisions that are in the folder and not in the export; without it they are named and nothing is written',
    ...CONNECTION_DETAILS,
    'Exit code 0: written. 1: the draft no longer fits, or the folder holds other decisions. 2: used wrongly, or nothing to reach.',
  ],
  examples: ['export workflows --replace', 'export /tmp/last-year --version 0123456789abcdef'],
  run: async (args, io) => {
    const own = { version: { type: 'string' }, draft: { type: 'string' }, replace: { type: 'boolean' } } as const;
    const { values, positionals } = parse({ args: [...args], allowPositionals: true, options: { ...connectionOptions, ...own } });
    const folder = fromHere(onlyFile(positionals, usage));
    const ports = await connect(values);
    const { liveDocuments, viewDraft } = await import('../../lib/app/configuring/configure.ts');
    const view = values.draft ? await viewDraft(ports, values.draft) : undefined;
    if (values.draft && !view) throw new WrongUse(`There is no draft ${values.draft}.`);
    if (view && 'refused' in view) {
      io.err(view.message);
      return 1;
    }
    const documents =
      view?.after ??
      (values.version ? await ports.publications.documents(values.version) : (await liveDocuments(ports)).documents);
    if (!documents) throw new WrongUse(`No version ${values.version} was ever published here.`);
    const others = writeFolder(folder, documents, values.replace ?? false);
    if (others.length > 0) {
      io.err(
        `${folder} holds decisions that are not in the export: ${others.join(', ')}. Nothing was written. Say --replace to take them out.`,
      );
      return 1;
    }
    io.err(`${Object.keys(documents).length} files written to ${folder}.`);
    return 0;
  },
};
