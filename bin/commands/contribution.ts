/**
 * `ownway contribution`: what a person would pay each week, with every step. Reads a file and the dated figures beside it, and
 * writes nothing; the rule itself is `lib/domain/charging.ts`. Called by `bin/ownway.ts`.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { IsoDate, toIsoDate } from '../../lib/domain/calendar.ts';
import {
  type CapitalRules,
  type Contribution,
  ContributionInput,
  capitalRulesOn,
  contributionOf,
} from '../../lib/domain/charging.ts';
import { ChargingFigures } from '../../lib/domain/charging-figures.ts';
import { formatPence } from '../../lib/domain/money.ts';
import { type Command, type Io, parse, readJson, WrongUse } from './command.ts';
import { parseJson } from './json-file.ts';

const OWN_FIGURES = fileURLToPath(new URL('../../workflows/charging/england.json', import.meta.url));

type Fault = { readonly code: 'not-input' | 'not-figures'; readonly where: string; readonly message: string };
type Issue = { readonly code: string; readonly path: readonly PropertyKey[]; readonly message: string; readonly keys?: unknown };

/** One fault for each field, misspelt ones by their own name, each with a sentence that says what to do. */
const faultsOf = (code: Fault['code'], issues: readonly Issue[]): Fault[] =>
  issues.flatMap((issue): Fault[] => {
    const where = issue.path.map(String).join('.');
    const strange = issue.code === 'unrecognized_keys' && Array.isArray(issue.keys) ? issue.keys.map(String) : [];
    if (strange.length === 0) return [{ code, where, message: issue.message }];
    return strange.map((key) => ({
      code,
      where: where ? `${where}.${key}` : key,
      message: 'There is no such field. Check its spelling, or take it out.',
    }));
  });

const found = (faults: readonly Fault[], json: boolean, io: Io): 1 => {
  if (json) io.out(`${JSON.stringify({ ok: false, faults }, null, 2)}\n`);
  for (const { where, message } of faults) io.err(`${where ? `${where}: ` : ''}${message}\n`);
  return 1;
};

const worded = ({ contributionPence, lines }: Contribution): string => {
  const says = lines.map(
    ({ label, detail, pence }) => `${label}${pence === null ? '' : `: ${formatPence(pence)}`}\n    ${detail}`,
  );
  return [`${formatPence(contributionPence)} a week`, '', ...says, ''].join('\n');
};

const figuresFile = async (path: string | undefined): Promise<unknown> => {
  if (path) return readJson(path);
  const own = parseJson(await readFile(OWN_FIGURES, 'utf8'));
  if ('json' in own) return own.json;
  throw new WrongUse(`The figures of Ownway itself are not JSON, line ${own.line}: ${own.message}`);
};

const rulesFrom = (file: unknown, on: string): CapitalRules | readonly Fault[] => {
  const read = ChargingFigures.safeParse(file);
  if (!read.success) return faultsOf('not-figures', read.error.issues);
  const message = `No year that began by ${on} has limits for capital. Add them with their source.`;
  return capitalRulesOn(read.data, on) ?? [{ code: 'not-figures', where: 'years', message }];
};

const dayFrom = (typed: string | undefined): string => {
  if (typed === undefined) return toIsoDate(new Date());
  if (IsoDate.safeParse(typed).success) return typed;
  throw new WrongUse('Write the day like 2026-04-06: --on 2026-04-06.');
};

const FLAGS = {
  input: { type: 'string' },
  figures: { type: 'string' },
  on: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const contributionCommand: Command = {
  name: 'contribution',
  summary: 'work out what a person pays each week towards their support, with every step',
  usage: 'contribution --input <file.json> [--figures <charging.json>] [--on <date>] [--json]',
  details: [
    '--input    {"assessableIncomePence", "capitalPence", "housingCostsPence", "drePence", "migPence", "costOfSupportPence"}: all of',
    '           them, in whole pence from 0 to ten million pounds; all weekly but the capital',
    '--figures  the dated figures with the limits for capital; without it workflows/charging/england.json',
    '--on       the day whose limits are used, such as 2026-04-06; without it today. The newest limits with a source count',
    '--json     print {contributionPence, tariffIncomePence, fullCost, lines}; pence are whole numbers. Faults are printed as',
    '           {"ok": false, "faults": [{code, where, message}]}',
    'Exit codes: 0 worked out, 1 faults in the input or the figures (each on a line of stderr), 2 wrong use: a flag is missing, or a',
    'file is missing or not JSON.',
  ],
  examples: ['contribution --input test/bin/fixtures/contribution.json --json'],
  run: async (args, io) => {
    const { input, figures, on, json } = parse({ args: [...args], options: FLAGS, strict: true }).values;
    if (!input) throw new WrongUse('Say which amounts to use: --input <file.json>.');
    const read = ContributionInput.safeParse(await readJson(input));
    const rules = rulesFrom(await figuresFile(figures), dayFrom(on));
    if (!read.success) return found(faultsOf('not-input', read.error.issues), json, io);
    if (!('upperPence' in rules)) return found(rules, json, io);
    const contribution = contributionOf(read.data, rules);
    io.out(json ? `${JSON.stringify(contribution, null, 2)}\n` : worded(contribution));
    return 0;
  },
};
