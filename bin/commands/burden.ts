/** `ownway burden`: how much a pathway asks of whom. The counting is `lib/pathway/burden.ts`; this only reads and tells. */
import { type Burden, burdenOf, type Load } from '../../lib/pathway/burden.ts';
import { checkForms } from '../../lib/pathway/check-forms.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { type Command, onlyFile, parse } from './command.ts';
import { readPathwayFile, tellFaults } from './pathway-file.ts';
import { folderBeside, modelFor, questionsIn, readFolder } from './workflows-beside.ts';

const usage = 'burden <pathway.json> [--json]';

const HEAD = ['', 'always', 'at most', 'repeats', 'confirm', 'free text', 'required', 'minutes'];
const rowOf = (name: string, { questions, repeats, confirmOnly, freeText, required, minutes }: Load): string[] => [
  name,
  ...[questions.always, questions.atMost, repeats, confirmOnly, freeText, required].map(String),
  minutes.always === minutes.atMost ? String(minutes.atMost) : `${minutes.always} to ${minutes.atMost}`,
];

/** Columns as wide as what is in them: names to the left, numbers to the right. */
const table = (rows: readonly (readonly string[])[]): string => {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
};

const worded = ({ pathway, weights, actors, forms, uses, notCounted }: Burden): string => {
  const seconds = Object.entries(weights.secondsToAnswer).map(([type, each]) => `${type} ${each}`);
  return [
    `What “${pathway}” asks, once through, of somebody about whom nothing is known yet.`,
    '',
    table([HEAD, ...actors.map(({ actor, ...load }) => rowOf(actor, load))]),
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

export const burdenCommand: Command = {
  name: 'burden',
  summary: 'Say how many questions a pathway asks of whom, always and at most, and about how long they take.',
  usage,
  details: [
    '--json   print { pathway, weights, actors, forms, uses, notCounted }; otherwise tables',
    'always: on every way through the forms. at most: on the way with most of it. repeats: asked again, or in the same words.',
    'confirm: an answer that is there is looked at again. free text: boxes to write in. Minutes are reckoned from the weights, not measured.',
    'Forms, questions and the model of areas of life are read from the folders beside pathways/, or else from the project.',
    'Exit code 0: counted. 1: faults found. 2: used wrongly, no such file, or the file is not JSON.',
  ],
  examples: ['burden workflows/pathways/adult-care.json', 'burden workflows/pathways/adult-care.json --json'],
  run: async (args, io) => {
    const { values, positionals } = parse({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
    const path = onlyFile(positionals, usage);
    const { json, faults } = await readPathwayFile(path);
    if (faults.length > 0) {
      tellFaults(path, faults, io);
      return 1;
    }
    const bundle = readFolder(folderBeside(path), io);
    if (!bundle) return 1;
    const pathway = Pathway.parse(json);
    const asked = { forms: bundle.forms, questions: questionsIn(bundle), model: modelFor(bundle, pathway.id) };
    // Forms of the council's other pathways are come to on those, and would have no way to them here.
    const others = bundle.pathways.filter(({ id }) => id !== pathway.id);
    const wrong = checkForms({ pathways: [pathway, ...others], ...asked });
    for (const { where, message, code } of wrong) io.err(`${where}: ${message} [${code}]`);
    if (wrong.length > 0) return 1;
    const burden = burdenOf({ pathway, ...asked });
    io.out(values.json ? JSON.stringify(burden, null, 2) : worded(burden));
    return 0;
  },
};
