/**
 * `ownway burden`: how much a pathway, or every pathway of a folder, asks of whom. The counting is `lib/pathway/burden.ts`; this only
 * reads and tells.
 */
import { heightOf } from '../../lib/app/ceilings.ts';
import type { Ceiling } from '../../lib/domain/council.ts';
import { type Burden, burdenOf, type Load } from '../../lib/pathway/burden.ts';
import { checkForms } from '../../lib/pathway/check-forms.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import type { WorkflowsBundle } from '../workflows-folder.ts';
import { type Command, type ExitCode, fromHere, type Io, onlyFile, parse, WrongUse } from './command.ts';
import { readPathwayFile, tellFaults } from './pathway-file.ts';
import { folderBeside, modelFor, questionsIn, readFolder } from './workflows-beside.ts';

const usage = 'burden <pathway.json> [--json], or burden --bundle <folder> [--json]';

const HEAD = ['', 'always', 'at most', 'repeats', 'confirm', 'free text', 'required', 'minutes'];
const rowOf = (name: string, { questions, repeats, confirmOnly, freeText, required, minutes }: Load): string[] => [
  name,
  ...[questions.always, questions.atMost, repeats, confirmOnly, freeText, required].map(String),
  minutes.always === minutes.atMost ? String(minutes.atMost) : `${minutes.always} to ${minutes.atMost}`,
];

/** Columns as wide as what is in them: names to the left, numbers to the right. */
const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
};

const HANDS = ['', 'shortest way', 'everything once'];
const handsOf = ({ handOffs, approvals }: Burden): string =>
  table([
    HANDS,
    ['hand-offs', String(handOffs.shortest), String(handOffs.everything)],
    ['approvals', String(approvals.shortest), String(approvals.everything)],
  ]);

const worded = (burden: Burden): string => {
  const { pathway, weights, actors, everybody, forms, uses, notCounted } = burden;
  const seconds = Object.entries(weights.secondsToAnswer).map(([type, each]) => `${type} ${each}`);
  return [
    `What “${pathway}” asks, once through, of somebody about whom nothing is known yet.`,
    '',
    table([HEAD, ...actors.map(({ actor, ...load }) => rowOf(actor, load)), rowOf('everybody', everybody)]),
    '',
    handsOf(burden),
    '',
    table([HEAD, ...forms.map(({ stage, form, actor, ...load }) => rowOf(`${stage}: ${form} (${actor})`, load))]),
    '',
    'How many questions each use has:',
    ...uses.map(({ kind, ref, questions }) => `  ${String(questions).padStart(3)}  ${kind}: ${ref}`),
    '',
    'Not counted:',
    ...notCounted.map(({ stage, what }) => `  ${stage ? `${stage}: ` : ''}${what}`),
    '',
    `Seconds to answer: ${seconds.join(', ')}. To confirm: ${weights.secondsToConfirm}.`,
  ].join('\n');
};

type Held = Burden & { readonly ceiling?: Ceiling };

/** Every pathway of the folder, each with the ceiling of the council that runs it; nothing once its faults are told. */
const countedIn = (bundle: WorkflowsBundle, pathways: readonly Pathway[], io: Io): Held[] | undefined => {
  const [forms, questions] = [bundle.forms, questionsIn(bundle)];
  // Forms of pathways that are not counted are come to on those, and would have no way to them here.
  const others = bundle.pathways.filter(({ id }) => !pathways.some((pathway) => pathway.id === id));
  const models = new Set(pathways.map(({ id }) => modelFor(bundle, id)));
  const wrong = [...models].flatMap((model) => checkForms({ pathways: [...pathways, ...others], forms, questions, model }));
  for (const { where, message, code } of wrong) io.err(`${where}: ${message} [${code}]`);
  if (wrong.length > 0) return undefined;
  return pathways.map((pathway) => {
    const runs = bundle.councils.find((council) => [council.pathway, council.carerPathway].includes(pathway.id));
    const ceiling = runs?.ceilings?.[pathway.id];
    return { ...burdenOf({ pathway, forms, questions, model: modelFor(bundle, pathway.id) }), ...(ceiling && { ceiling }) };
  });
};

const ceilingWords = (held: Held): string => {
  const { ceiling } = held;
  if (!ceiling) return 'There is no ceiling.';
  const height = heightOf(held);
  const parts = (['questions', 'minutes', 'approvals'] as const).flatMap((measure) => {
    const most = ceiling[measure];
    if (most === undefined) return [];
    return [`${height[measure]} of ${most} ${measure}${height[measure] > most ? ', which is over it' : ''}`];
  });
  return `Against the ceiling: ${parts.join('; ')}.`;
};

const runBundle = (folder: string, json: boolean, io: Io): ExitCode => {
  const bundle = readFolder(fromHere(folder), io);
  const pathways = bundle && countedIn(bundle, bundle.pathways, io);
  if (!pathways) return 1;
  const words = () => pathways.map((held) => `${worded(held)}\n\n${ceilingWords(held)}`).join('\n\n\n');
  io.out(json ? JSON.stringify({ version: bundle.version, pathways }, null, 2) : words());
  return 0;
};

const runFile = async (path: string, json: boolean, io: Io): Promise<ExitCode> => {
  const { json: file, faults } = await readPathwayFile(path);
  if (faults.length > 0) {
    tellFaults(path, faults, io);
    return 1;
  }
  const bundle = readFolder(folderBeside(path), io);
  const counted = bundle && countedIn(bundle, [Pathway.parse(file)], io);
  const [held] = counted ?? [];
  if (!held) return 1;
  const { ceiling: _ofTheFolder, ...burden } = held;
  io.out(json ? JSON.stringify(burden, null, 2) : worded(burden));
  return 0;
};

const options = { json: { type: 'boolean', default: false }, bundle: { type: 'string' } } as const;

export const burdenCommand: Command = {
  name: 'burden',
  summary:
    'Say how many questions a pathway asks of whom, always and at most, about how long they take, and through whose hands it goes.',
  usage,
  details: [
    '--bundle   every pathway in a folder laid out like workflows/, each with the ceiling its council set',
    '--json     print { pathway, weights, actors, everybody, handOffs, approvals, forms, uses, notCounted }; otherwise tables.',
    '           With --bundle { version, pathways: [those, and ceiling] }',
    'always: on every way through the forms. at most: on the way with most of it. repeats: asked again, or in the same words.',
    'confirm: an answer that is there is looked at again. free text: boxes to write in. Minutes are reckoned from the weights, not measured.',
    'hand-offs: the work goes from one of person, assessor and approver to another. approvals: stages an approver holds. Both between the',
    'start and support in place: on the way with the fewest stages, and with every stage done once.',
    'Forms, questions and the model of areas of life are read from the folders beside pathways/, or else from the project.',
    'Exit code 0: counted, also above a ceiling. 1: faults found. 2: used wrongly, no such file, or the file is not JSON.',
  ],
  examples: [
    'burden workflows/pathways/adult-care.json',
    'burden workflows/pathways/adult-care.json --json',
    'burden --bundle workflows',
  ],
  run: async (args, io) => {
    const { values, positionals } = parse({ args: [...args], allowPositionals: true, options });
    if (values.bundle === undefined) return runFile(onlyFile(positionals, usage), values.json, io);
    if (positionals.length > 0) throw new WrongUse(`Name a pathway or a folder, not both: ownway ${usage}`);
    return runBundle(values.bundle, values.json, io);
  },
};
