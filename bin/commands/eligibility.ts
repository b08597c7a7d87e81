/**
 * `ownway eligibility`: what findings come to under the eligibility regulations, and why. It reads a file and proposes; a named worker
 * decides. The rule itself is `lib/domain/eligibility.ts`. Called by `bin/ownway.ts`.
 */
import { Findings } from '../../lib/domain/assessment.ts';
import { type ConditionResult, ELIGIBILITY_RESULT_NAMES, proposeEligibility } from '../../lib/domain/eligibility.ts';
import { type Command, type Io, parse, readJson, WrongUse } from './command.ts';

type Fault = { readonly code: 'not-input'; readonly where: string; readonly message: string };
type Issue = {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: unknown;
  readonly values?: unknown;
};

const NO_KIND = 'Say whose needs these are: "kind": "adult" or "kind": "carer".';

const worded = ({ code, path, message, values }: Issue): string => {
  if (code === 'invalid_union') return NO_KIND;
  if (code === 'invalid_value' && Array.isArray(values))
    return `There is no such outcome for this kind. Use: ${values.join(', ')}.`;
  if (code === 'invalid_type')
    return path[0] === 'unable' ? 'List the codes of outcomes: [] where there is none.' : 'Say true or false.';
  return message;
};

/** One fault for each field, misspelt ones by their own name, each with a sentence that says what to do. */
const faultsOf = (issues: readonly Issue[]): Fault[] =>
  issues.flatMap((issue): Fault[] => {
    const where = issue.path.map(String).join('.');
    const strange = issue.code === 'unrecognized_keys' && Array.isArray(issue.keys) ? issue.keys.map(String) : [];
    if (strange.length > 0) {
      const message = 'There is no such field for this kind. Check its spelling, or take it out.';
      return strange.map((key) => ({ code: 'not-input', where: key, message }));
    }
    return [{ code: 'not-input', where, message: worded(issue) }];
  });

/** The file must say whose needs they are: no kind is guessed where a law depends on it. */
const readFindings = (file: unknown): { readonly findings: Findings } | { readonly faults: readonly Fault[] } => {
  if (typeof file !== 'object' || file === null || !('kind' in file))
    return { faults: [{ code: 'not-input', where: 'kind', message: NO_KIND }] };
  const read = Findings.safeParse(file);
  return read.success ? { findings: read.data } : { faults: faultsOf(read.error.issues) };
};

const found = (faults: readonly Fault[], json: boolean, io: Io): 1 => {
  if (json) io.out(`${JSON.stringify({ ok: false, faults }, null, 2)}\n`);
  for (const { where, message } of faults) io.err(`${where ? `${where}: ` : ''}${message}\n`);
  return 1;
};

const reasonOf = ({ met, sentence, law }: ConditionResult): string => `${met ? 'Met' : 'Not met'}: ${sentence} (${law})`;

const FLAGS = { input: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

export const eligibilityCommand: Command = {
  name: 'eligibility',
  summary: 'say what findings about an adult or a carer come to, condition by condition',
  usage: 'eligibility --input <file.json> [--json]',
  details: [
    '--input    for an adult {"kind": "adult", "impairment", "unable": [codes], "significantImpact"}; for a carer {"kind": "carer",',
    '           "necessaryCare", "healthAtRisk", "unable": [codes], "significantImpact"}: true or false, and codes such as',
    '           CA-HYGIENE for an adult, CARER-HOME for a carer. Help from a carer is left out of account',
    '--json     print {result, reasons}: eligible-needs-identified, non-eligible-needs-identified or no-needs-identified, and a',
    '           sentence with its law for each of the three conditions. Faults are printed as {"ok": false, "faults": [{code, where,',
    '           message}]}',
    'It proposes. Who is eligible is decided by a named worker, with reasons to the person.',
    'Exit codes: 0 worked out, 1 faults in the input (each on a line of stderr), 2 wrong use: a flag is missing, or a file is missing',
    'or not JSON.',
  ],
  examples: ['eligibility --input test/bin/fixtures/carer.json --json'],
  run: async (args, io) => {
    const { input, json } = parse({ args: [...args], options: FLAGS, strict: true }).values;
    if (!input) throw new WrongUse('Say what was found: --input <file.json>.');
    const read = readFindings(await readJson(input));
    if ('faults' in read) return found(read.faults, json, io);
    const { result, conditions } = proposeEligibility(read.findings);
    const reasons = conditions.map(reasonOf);
    io.out(
      json
        ? `${JSON.stringify({ result, reasons }, null, 2)}\n`
        : `${[ELIGIBILITY_RESULT_NAMES[result], ...reasons].join('\n')}\n`,
    );
    return 0;
  },
};
