/**
 * `ownway schema`: the description of a kind of file, for editors that help while one types. Made from the zod schemas; the copies
 * beside the files are held current by a test.
 */
import * as z from 'zod';
import { Council } from '../../lib/domain/council.ts';
import { Form } from '../../lib/domain/form.ts';
import { QuestionFile } from '../../lib/domain/question.ts';
import { SupportRules } from '../../lib/domain/support-rules.ts';
import { DutyRegister } from '../../lib/pathway/duty.ts';
import { Scenario } from '../../lib/pathway/scenario.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { type Command, parse, WrongUse } from './command.ts';

const SCHEMAS = {
  pathway: Pathway,
  duties: DutyRegister,
  question: QuestionFile,
  form: Form,
  support: SupportRules,
  council: Council,
  scenario: Scenario,
} as const;
type Kind = keyof typeof SCHEMAS;
/** Written out, every text and condition would be there a hundred times over. */
const REPEATING: readonly Kind[] = ['question', 'form', 'support'];

const isKind = (kind: string | undefined): kind is Kind => kind !== undefined && Object.hasOwn(SCHEMAS, kind);

/** The JSON Schema of a kind of file in `workflows/`, as it may be written: what has a default can be left out. */
export const jsonSchemaOf = (kind: Kind): unknown =>
  z.toJSONSchema(SCHEMAS[kind], { target: 'draft-7', io: 'input', reused: REPEATING.includes(kind) ? 'ref' : 'inline' });

const usage = 'schema <pathway|duties|question|form|support|council|scenario>';

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of pathway, question, form, support, council or scenario files, or of duty registers.',
  usage,
  details: [
    '--json   allowed and changes nothing: the output is always JSON, on standard output',
    'Exit code 0: printed. 2: used wrongly.',
  ],
  examples: [
    'schema pathway > workflows/pathways/pathway.schema.json',
    'schema duties > workflows/duties/duties.schema.json',
    'schema question > workflows/questions/questions.schema.json',
    'schema form > workflows/forms/form.schema.json',
    'schema support > workflows/support/support.schema.json',
    'schema council > workflows/councils/council.schema.json',
    'schema scenario > workflows/scenarios/scenario.schema.json',
  ],
  run: async (args, io) => {
    const { positionals } = parse({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
    const [kind, ...more] = positionals;
    if (!isKind(kind) || more.length > 0) throw new WrongUse(`Name the kind of file: ownway ${usage}`);
    io.out(JSON.stringify(jsonSchemaOf(kind), null, 2));
    return 0;
  },
};
