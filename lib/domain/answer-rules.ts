/**
 * Which values a question takes: one schema per question, used where a page reads what was typed and again where the domain decides.
 * Messages say how to put it right. How a value is typed and shown is the page's business.
 */
import * as z from 'zod';
import { Address, LONGEST_LINE, LONGEST_TEXT, MOST_ROWS, type Row, Talk, type Value } from './answer.ts';
import { StoryAnswer } from './assessment.ts';
import { IsoDate } from './calendar.ts';
import { email, nhsNumber, nino, phone, postcode } from './formats.ts';
import { LARGEST_PENCE } from './money.ts';
import type { Bank, Question, QuestionOf } from './question.ts';
import type { RasModel } from './ras-model.ts';

/** What besides the question decides: the bank for groups, the model for areas of life, today for dates that must be past. */
export type Rules = { readonly bank: Bank; readonly model?: RasModel | undefined; readonly today: string };

const read = (message: string, as: (typed: string) => string | undefined) =>
  z
    .string()
    .max(LONGEST_LINE, `Use ${LONGEST_LINE} letters or fewer.`)
    .transform((typed, context): string => {
      const value = as(typed);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

/** What cannot be seen and turns the words around it: control characters and marks of direction. */
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

const line = z
  .string()
  .trim()
  .min(1, 'Write something, or skip this for now.')
  .max(LONGEST_LINE, `Use ${LONGEST_LINE} letters or fewer.`)
  .refine((typed) => !UNSEEN.test(typed), 'This has a sign in it that cannot be shown. Type it again.');

const FORMATS: Readonly<Record<QuestionOf<'text'>['format'], z.ZodType<string>>> = {
  line,
  name: line,
  email: read('Write an email address with an @, such as sam@example.org.', email),
  phone: read('Write a phone number, such as 01632 960 123 or +44 808 157 0192.', phone),
  nino: read('Write two letters, six numbers and a letter, such as AB 12 34 56 C.', nino),
  'nhs-number': read('Check the ten numbers. An NHS number looks like 943 476 5919. You can also leave it out.', nhsNumber),
  postcode: read('Write a whole postcode, such as LA1 2BC.', postcode),
};

const oneOf = ({ options }: { readonly options: readonly { readonly id: string }[] }) =>
  z.string().refine((id) => options.some((option) => option.id === id), 'Choose one of the answers on the page.');

const manyOf = (question: QuestionOf<'choose-many'>) =>
  z
    .array(oneOf(question))
    .min(1, 'Choose at least one, or skip this for now.')
    .max(question.options.length)
    .refine((ids) => new Set(ids).size === ids.length, 'Choose each answer once.')
    .refine(
      (ids) => ids.length === 1 || !question.options.some(({ id, alone }) => alone && ids.includes(id)),
      'Choose “none of these” by itself, or the others without it.',
    );

const dateOf = ({ when }: QuestionOf<'date'>, today: string) =>
  IsoDate.refine((date) => date >= '1890-01-01' && date < '2200-01-01', 'Check the year. Write all four numbers of it.').refine(
    (date) => when !== 'past' || date <= today,
    'This date must be in the past.',
  );

const addressRule = Address.transform((address, context) => {
  const code = address.postcode.trim() === '' ? '' : postcode(address.postcode);
  if (code !== undefined) return { ...address, postcode: code };
  context.addIssue({
    code: 'custom',
    path: ['postcode'],
    message: 'Write a whole postcode, such as LA1 2BC, or leave it empty.',
  });
  return z.NEVER;
});

/** A statement of the model, help in one of its shares, and a word on whether the help can go on where there is any. */
const lifeArea = ({ area }: QuestionOf<'life-area'>, model: RasModel | undefined) => {
  const question = model?.questions.find(({ id }) => id === area);
  return StoryAnswer.refine(({ option }) => question?.options.some(({ id }) => id === option) ?? false, {
    path: ['option'],
    message: 'Choose the words that fit best.',
  }).refine(({ informalShare }) => model?.informal.shares.includes(informalShare) ?? false, {
    path: ['informalShare'],
    message: 'Choose how much help you get from one of the answers on the page.',
  });
};

const rowsOf = (question: QuestionOf<'group'>, rules: Rules) => {
  const fields = question.of.flatMap((id) => rules.bank.get(id) ?? []);
  const shape = Object.fromEntries(
    fields.map((field) => [field.id, field.required ? ruleFor(field, rules) : ruleFor(field, rules).optional()]),
  );
  return z
    .array(
      (z.object(shape).strict() as unknown as z.ZodType<Row>).refine(
        (row) => Object.values(row).some((each) => each !== undefined),
        {
          message: 'Write something here, or take this one out.',
        },
      ),
    )
    .min(1, 'Add at least one, or skip this for now.')
    .max(
      Math.min(question.most, MOST_ROWS),
      `Keep to ${Math.min(question.most, MOST_ROWS)}. Tell us about the others when we talk.`,
    );
};

/** The schema of one question's answer, `talk` left aside. Throws for a finding, which is not answered on a form. */
export const ruleFor = (question: Question, rules: Rules): z.ZodType<Value> => {
  switch (question.type) {
    case 'text':
      return FORMATS[question.format];
    case 'long-text':
      return z
        .string()
        .trim()
        .min(1, 'Write something, or skip this for now.')
        .max(LONGEST_TEXT, 'Use 4,000 letters or fewer. You can tell us the rest when we talk.');
    case 'choose-one':
      return oneOf(question);
    case 'choose-many':
      return manyOf(question);
    case 'yes-no':
      return z.boolean('Choose yes or no.');
    case 'date':
      return dateOf(question, rules.today);
    case 'money':
      return z
        .int('Write an amount in pounds, such as 120 or 120.50.')
        .min(0, 'Write 0 or more.')
        .max(LARGEST_PENCE, 'That is more than ten million pounds. Check it.');
    case 'number':
      return z
        .number('Write a number, such as 12.')
        .min(question.least, `Write ${question.least} or more.`)
        .max(question.most, `Write ${question.most} or less.`);
    case 'address':
      return addressRule;
    case 'group':
      return rowsOf(question, rules);
    case 'life-area':
      return lifeArea(question, rules.model);
    case 'finding':
      throw new Error(`${question.id} is found on the page of the assessment, not answered on a form`);
  }
};

export type Checked =
  | { readonly value: Value }
  | { readonly faults: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };

const CHECK_THIS = 'Check this answer. We cannot keep it as it is.';
const CHOOSE = 'Choose one of the answers on the page.';
/** What to say where no rule above has words of its own: nobody is shown what a library says. */
const OTHERWISE: Partial<Record<Question['type'], string>> = {
  'choose-one': CHOOSE,
  'choose-many': CHOOSE,
  'life-area': 'Choose the words that fit best.',
  address: 'Write at least one line of the address.',
  group: 'Check each one you added. Something is missing, or there are too many.',
};

/** The answer in the form it is stored in, or what is wrong with it. “I would rather talk about this” answers any question. */
export const checkAnswer = (question: Question, value: unknown, rules: Rules): Checked => {
  if (question.type === 'finding')
    return { faults: [{ path: [], message: 'This is found with the person, on the page of the assessment.' }] };
  const talk = Talk.safeParse(value);
  if (talk.success) return { value: talk.data };
  const parsed = ruleFor(question, rules).safeParse(value, { error: () => OTHERWISE[question.type] ?? CHECK_THIS });
  return parsed.success
    ? { value: parsed.data }
    : { faults: parsed.error.issues.map(({ path, message }) => ({ path, message })) };
};
