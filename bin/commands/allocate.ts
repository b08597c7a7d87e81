/**
 * `ownway allocate`: what a model of points and money comes to for one set of answers, with the working. Reads two files and
 * writes nothing; the figure itself is `lib/domain/allocation.ts`. Called by `bin/ownway.ts`.
 */
import * as z from 'zod';
import { type Answers, allocate, type RasResult } from '../../lib/domain/allocation.ts';
import { modelFaults, readModel } from '../../lib/domain/allocation-faults.ts';
import { figureText } from '../../lib/domain/allocation-line.ts';
import { formatPence } from '../../lib/domain/money.ts';
import type { RasModel } from '../../lib/domain/ras-model.ts';
import { type Command, type Io, parse, readJson, WrongUse } from './command.ts';

/** Exactly these fields: a misspelt `willingAndAble` would quietly change the figure. */
const AnswerIn = z.strictObject({
  option: z.string(),
  informalShare: z.number().min(0).max(100).nullish(),
  willingAndAble: z.boolean().nullish(),
});
const AnswersFile = z.object({ answers: z.record(z.string(), AnswerIn) });

type Fault = { readonly code: string; readonly where: string; readonly message: string };

const readAnswers = (file: unknown): { ok: true; answers: Answers } | { ok: false; faults: Fault[] } => {
  const read = AnswersFile.safeParse(file);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => ({ code: 'not-answers', where: path.join('.'), message }));
    return { ok: false, faults };
  }
  const entries = Object.entries(read.data.answers).map(([id, { option, informalShare, willingAndAble }]) => [
    id,
    { option, informalShare: informalShare ?? undefined, willingAndAble: willingAndAble ?? undefined },
  ]);
  return { ok: true, answers: Object.fromEntries(entries) };
};

const found = (faults: readonly Fault[], json: boolean, io: Io): 1 => {
  if (json) io.out(`${JSON.stringify({ ok: false, faults }, null, 2)}\n`);
  for (const { where, message } of faults) io.err(`${where ? `${where}: ` : ''}${message}\n`);
  return 1;
};

const worded = ({ lines, weeklyPence }: RasResult, unready: readonly Fault[]): string => {
  const says = lines.map(({ label, detail, figure }) => `${label}${figure ? `: ${figureText(figure)}` : ''}\n    ${detail}`);
  const figure = weeklyPence === null ? 'No figure: this is worked out individually.' : `${formatPence(weeklyPence)} a week`;
  const notes = unready.map(({ where, message }) => `  ${where}: ${message}`);
  return [figure, '', ...says, ...(notes.length > 0 ? ['', 'This model is not ready to publish:', ...notes] : []), ''].join('\n');
};

/** Trying out a few answers is what this command is for, so the model is asked only what was answered. */
const askedOnly = (model: RasModel, answers: Answers) => {
  const [asked, open] = [true, false].map((wanted) => model.questions.filter(({ id }) => Object.hasOwn(answers, id) === wanted));
  return { model: { ...model, questions: asked ?? [] }, open: open ?? [] };
};

const FLAGS = { model: { type: 'string' }, answers: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

export const allocateCommand: Command = {
  name: 'allocate',
  summary: 'work out the weekly figure that answers point to, with every line of the working',
  usage: 'allocate --model <ras.json> --answers <answers.json> [--json]',
  details: [
    '--model    a resource allocation model, such as workflows/allocation/demo-2026-1.json',
    '--answers  {"answers": {"<questionId>": {"option": "<optionId>", "informalShare": 25, "willingAndAble": true}}}',
    '--json     print {points, netPoints, weeklyPence, grossWeeklyPence, needsIndividualCosting, lines}; pence are whole numbers,',
    '           null where the rules give no figure. Faults are printed as {"ok": false, "faults": [{code, where, message}]}',
    'A question without an answer is left out, and said so on stderr; the service itself never leaves one out. Exit codes: 0 worked out (also when there is no figure), 1 faults in the model',
    'or the answers (each on a line of stderr), 2 wrong use: a flag is missing, or a file is missing or not JSON.',
  ],
  examples: ['allocate --model workflows/allocation/demo-2026-1.json --answers test/domain/fixtures/tv-b.answers.json'],
  run: async (args, io) => {
    const { values } = parse({ args: [...args], options: FLAGS, strict: true });
    const { model: modelPath, answers: answersPath, json } = values;
    if (!modelPath) throw new WrongUse('Say which model to use: --model <ras.json>.');
    if (!answersPath) throw new WrongUse('Say which answers to use: --answers <answers.json>.');
    const modelFile = await readJson(modelPath);
    const read = readModel(modelFile);
    const answered = readAnswers(await readJson(answersPath));
    if (!read.ok) return found(read.faults, json, io);
    if (!answered.ok) return found(answered.faults, json, io);
    const { model, open } = askedOnly(read.model, answered.answers);
    for (const { id } of open) io.err(`${id} has no answer. It is left out.\n`);
    const allocated = allocate(model, answered.answers);
    if (!allocated.ok) {
      const faults = allocated.refusals.map(({ code, question, message }) => ({ code, where: `answers.${question}`, message }));
      return found(faults, json, io);
    }
    io.out(json ? `${JSON.stringify(allocated.result, null, 2)}\n` : worded(allocated.result, modelFaults(modelFile)));
    return 0;
  },
};
