/** `ownway words`: which Welsh, Easy Read and about-someone-else words are still to be written. What counts is `lib/pathway/missing-words.ts`. */
import type { Missing } from '../../lib/domain/text.ts';
import { type Gaps, type MissingWords, missingWords } from '../../lib/pathway/missing-words.ts';
import { type Command, fromHere, parse, WrongUse } from './command.ts';
import { OWN_WORKFLOWS, questionsIn, readFolder } from './workflows-beside.ts';

const usage = 'words [folder] [--json]';

const NAMES: Readonly<Record<Missing, string>> = { easy: 'Easy Read', about: 'about someone else', cy: 'Welsh' };

const lines = (kind: string, list: readonly Gaps[]): string[] =>
  list.flatMap(({ id, gaps }) => [
    `${kind}/${id}`,
    ...gaps.map(({ text, lacks }) => `  ${text}: ${lacks.map((register) => NAMES[register]).join(', ')}`),
  ]);

const worded = ({ totals, questions, forms }: MissingWords): string => {
  const registers = Object.entries(totals) as [Missing, MissingWords['totals'][Missing]][];
  return [
    ...lines('questions', questions),
    ...lines('forms', forms),
    ...(questions.length + forms.length > 0 ? [''] : []),
    ...registers.map(([register, { wanted, missing }]) => `${NAMES[register]}: ${missing} of ${wanted} texts to write`),
  ].join('\n');
};

export const wordsCommand: Command = {
  name: 'words',
  summary: 'List the questions and forms that lack Welsh, Easy Read, or words for somebody answering about someone else.',
  usage,
  details: [
    'folder   laid out like workflows/; the project’s own when left out',
    '--json   print { totals: { easy, about, cy: { wanted, missing } }, questions: [{ id, gaps: [{ text, lacks }] }], forms: … }',
    'Easy Read is wanted wherever a person reads; words about someone else only where the plain ones say “you” or “I”.',
    'Nothing here stops a publication: the nearest words there are get shown.',
    'Exit code 0: listed, also when words are missing. 1: faults found in the folder. 2: used wrongly.',
  ],
  examples: ['words', 'words workflows --json'],
  run: async (args, io) => {
    const { values, positionals } = parse({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
    const [folder, ...more] = positionals;
    if (more.length > 0) throw new WrongUse(`Name one folder, or none: ownway ${usage}`);
    const bundle = readFolder(folder === undefined ? OWN_WORKFLOWS : fromHere(folder), io);
    if (!bundle) return 1;
    const missing = missingWords(bundle.forms, questionsIn(bundle));
    io.out(values.json ? JSON.stringify(missing, null, 2) : worded(missing));
    return 0;
  },
};
