/**
 * `ownway diff`: what would be different for a council if it ran on one folder in place of another, in plain words. The comparing is
 * `lib/app/configuring/difference.ts`; this only reads and tells.
 */
import { existsSync } from 'node:fs';
import {
  type ChangedFigure,
  type Difference,
  differenceOf,
  type NamedQuestion,
  type NamedStage,
} from '../../lib/app/configuring/difference.ts';
import { type Documents, idOf, inRoom } from '../../lib/app/configuring/documents.ts';
import { faultLines, loadFolder } from '../workflows-folder.ts';
import { type Command, fromHere, type Io, parse, WrongUse } from './command.ts';

const usage = 'diff <a> <b> [--council <id>] [--json]';

type Loaded = { readonly documents: Documents; readonly whole: boolean };

const load = (folder: string, io: Io): Loaded => {
  const path = fromHere(folder);
  if (!existsSync(path)) throw new WrongUse(`There is no folder ${folder}. Name one that is laid out like workflows/.`);
  const { documents, faults } = loadFolder(path);
  for (const line of faultLines(faults)) io.err(line);
  // A file that is not JSON is there, and says nothing; it has not been taken out.
  const broken = faults.filter(({ code }) => code === 'not-json' || code === 'unreadable').map(({ file }) => [file, null]);
  return { documents: { ...documents, ...Object.fromEntries(broken) }, whole: faults.length === 0 };
};

/** The council the folders are about, which need not be said where they have one. */
const councilOf = (folders: readonly Documents[], named: string | undefined): string => {
  const ids = [...new Set(folders.flatMap((documents) => inRoom(documents, 'councils').flatMap(([, json]) => idOf(json) ?? [])))];
  if (named !== undefined && !ids.includes(named))
    throw new WrongUse(`There is no council “${named}” in these folders. There is: ${ids.join(', ') || 'none'}.`);
  if (named === undefined && ids.length > 1) throw new WrongUse(`Say which council: --council ${ids.join(', or --council ')}.`);
  return named ?? ids[0] ?? '';
};

const listed = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
const questions = (list: readonly NamedQuestion[]): string[] => list.map(({ id, ask }) => `${id}  ${ask}`);
const stages = (list: readonly NamedStage[]): string[] => list.map(({ pathway, id, title }) => `${pathway}/${id}  ${title}`);
const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
const figures = (list: readonly ChangedFigure[]): string[] =>
  list.map(({ which, from, to }) => `${which}: ${shown(from)} → ${shown(to)}`);

const KINDS: Readonly<Record<Difference['kind'], string>> = {
  none: '',
  cosmetic: 'Words only: no case in flight is touched.',
  meaning: 'The meaning of an answer or a figure changes.',
  structural: 'Stages, routes or questions change.',
};

const worded = (difference: Difference): string =>
  [
    difference.sentence,
    ...(difference.kind === 'none' ? [] : [KINDS[difference.kind]]),
    ...listed('Stages that go:', stages(difference.stagesRemoved)),
    ...listed('New stages:', stages(difference.stagesAdded)),
    ...listed('Questions that are no longer asked:', questions(difference.questionsRemoved)),
    ...listed('New questions:', questions(difference.questionsAdded)),
    ...listed('Questions that change in more than their words:', questions(difference.questionsAltered)),
    ...listed('Questions in other words:', questions(difference.questionsReworded)),
    ...listed('Letters:', difference.letters),
    ...listed('Figures:', figures(difference.figures)),
    ...listed('Limits:', figures(difference.limits)),
    ...listed(
      'Documents:',
      difference.documents.map(({ path, how, kind }) => `${path}  ${how}, ${kind}`),
    ),
    ...listed('Cannot be read as they are, so nothing is counted:', difference.unreadable),
  ].join('\n');

export const diffCommand: Command = {
  name: 'diff',
  summary:
    'Say in plain words what is different between two folders of decisions: what is asked, stages, letters, figures, limits.',
  usage,
  details: [
    'a and b    two folders laid out like workflows/: as it is, and as it would be',
    '--council  whose model, ceilings and limits count; need not be said where the folders have one council',
    '--json     print { kind, sentence, pathways, questionsAdded, questionsRemoved, …, documents, unreadable }; otherwise words',
    'Numbers are b less a: −2 questions is two fewer. kind is none, cosmetic (words), meaning or structural (stages, routes, questions).',
    'Whether b may be published is not asked: use check for that.',
    'Exit code 0: compared, also when they differ. 1: something cannot be read; what can be said is printed. 2: used wrongly, no such folder.',
  ],
  examples: ['diff workflows my-workflows', 'diff workflows my-workflows --json'],
  run: async (args, io) => {
    const options = { json: { type: 'boolean' }, council: { type: 'string' } } as const;
    const { values, positionals } = parse({ args: [...args], allowPositionals: true, options });
    const [one, other, ...more] = positionals;
    if (one === undefined || other === undefined || more.length > 0) throw new WrongUse(`Name two folders: ownway ${usage}`);
    const [before, after] = [load(one, io), load(other, io)];
    const council = councilOf([before.documents, after.documents], values.council);
    const difference = differenceOf(before.documents, after.documents, council);
    io.out(values.json ? JSON.stringify(difference, null, 2) : worded(difference));
    return before.whole && after.whole && difference.unreadable.length === 0 ? 0 : 1;
  },
};
