/**
 * From what was typed to an answer: one reader per type of question. What was typed stays on the page when it is wrong; each message
 * says how to put it right, at the very box. Which values are allowed is the domain's (`answer-rules.ts`).
 */
import type { Row, Value } from '../../../lib/domain/answer.ts';
import { checkAnswer, type Rules } from '../../../lib/domain/answer-rules.ts';
import { parsePounds } from '../../../lib/domain/money.ts';
import type { Question, QuestionOf } from '../../../lib/domain/question.ts';
import type { QuestionId } from '../../../lib/domain/question-id.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { list, type Typed, text } from '../page.ts';
import { readDate } from './read-date.ts';

/** A question's field; the prefix keeps a council's ids apart from the page's own fields. */
export const fieldOf = (id: QuestionId): string => `a-${id.replaceAll('.', '_')}`;
export const partOf = (field: string, part: string | number): string => `${field}-${part}`;

/** Browsers send a line break as two characters; the person typed one. */
const asTyped = (typed: Typed, field: string): string => text(typed, field).replaceAll('\r\n', '\n');

/** `blank`: nothing was typed or chosen. */
type Raw = { readonly raw: unknown } | { readonly blank: true } | { readonly error: string; readonly part?: string };

const BLANK = { blank: true } as const;
const words = (value: string): Raw => (value.trim() === '' ? BLANK : { raw: value });

const pounds = (value: string): Raw => {
  if (value.trim() === '') return BLANK;
  const pence = parsePounds(value);
  return pence === undefined ? { error: 'Write an amount in pounds, such as 120 or 120.50.' } : { raw: pence };
};

const number = (value: string): Raw => {
  const tidy = value.trim();
  if (tidy === '') return BLANK;
  return /^\d{1,6}(\.\d{1,2})?$/.test(tidy) ? { raw: Number(tidy) } : { error: 'Write a number, such as 12.' };
};

const date = (typed: Typed, field: string): Raw => {
  const parts = ['day', 'month', 'year'].map((part) => text(typed, partOf(field, part)).trim());
  if (parts.every((part) => part === '')) return BLANK;
  const read = readDate(parts[0] ?? '', parts[1] ?? '', parts[2] ?? '');
  return 'date' in read ? { raw: read.date } : { error: read.message, part: read.part };
};

const ADDRESS_LINES = ['line1', 'line2'] as const;

const address = (typed: Typed, field: string): Raw => {
  const at = (part: string) => text(typed, partOf(field, part)).trim();
  const lines = ADDRESS_LINES.map(at).filter((line) => line !== '');
  const [town, postcode] = [at('town'), at('postcode')];
  if (lines.length === 0 && town === '' && postcode === '') return BLANK;
  if (lines.length === 0) return { error: 'Write the first line, such as 4 Wren Street.', part: 'line1' };
  return { raw: { lines, town, postcode } };
};

/**
 * A statement, the help with it, the person's own words. Family help is asked for only where there is a need: a statement worth no
 * points has nothing to take off, so the two questions about help may then be left open.
 */
const lifeArea = (question: QuestionOf<'life-area'>, typed: Typed, field: string, { model }: Rules): Raw => {
  const at = (part: string) => asTyped(typed, partOf(field, part));
  const [option, share, willing, ownWords] = [at('option'), at('share'), at('willing'), at('words').trim()];
  if (option === '' && share === '' && willing === '' && ownWords === '') return BLANK;
  if (option === '') return { error: 'Choose the words that fit best.', part: 'option' };
  const points = model?.questions.find(({ id }) => id === question.area)?.options.find(({ id }) => id === option)?.points ?? 0;
  if (share === '' && points > 0)
    return { error: 'Choose how much of this family or friends do now. If they do none of it, choose that.', part: 'share' };
  const informalShare = /^\d{1,3}$/.test(share) ? Number(share) : share === '' ? 0 : -1;
  if (informalShare > 0 && willing !== 'yes' && willing !== 'no')
    return { error: 'Choose yes if they are willing and able to go on. If you are not sure, choose no.', part: 'willing' };
  return { raw: { option, informalShare, willingAndAble: informalShare > 0 && willing === 'yes', ownWords } };
};

const rawOf = (question: Exclude<Question, { type: 'group' }>, typed: Typed, field: string, rules: Rules): Raw => {
  switch (question.type) {
    case 'text':
    case 'choose-one':
      return words(text(typed, field));
    case 'long-text':
      return words(asTyped(typed, field));
    case 'choose-many': {
      const chosen = list(typed, field).filter((id) => id !== '');
      return chosen.length === 0 ? BLANK : { raw: [...new Set(chosen)] };
    }
    case 'yes-no': {
      const said = text(typed, field);
      return said === '' ? BLANK : { raw: said === 'yes' ? true : said === 'no' ? false : said };
    }
    case 'money':
      return pounds(text(typed, field));
    case 'number':
      return number(text(typed, field));
    case 'date':
      return date(typed, field);
    case 'address':
      return address(typed, field);
    case 'life-area':
      return lifeArea(question, typed, field, rules);
    case 'finding':
      return BLANK;
  }
};

/** `value`: an answer. `blank`: nothing there. `errors`: by field, what to put right. */
export type ReadField = { readonly value: Value } | { readonly blank: true } | { readonly errors: FieldErrors };

/** The box an error belongs to: the part of an address or a life area, otherwise the field itself. */
const boxOf = (question: Question, field: string, path: readonly PropertyKey[]): string => {
  const [first] = path;
  if (question.type === 'life-area') {
    const part = { option: 'option', informalShare: 'share', willingAndAble: 'willing', ownWords: 'words' }[String(first)];
    return partOf(field, part ?? 'option');
  }
  if (question.type === 'address') return partOf(field, first === 'postcode' || first === 'town' ? first : 'line1');
  return field;
};

const one = (question: Exclude<Question, { type: 'group' }>, typed: Typed, field: string, rules: Rules): ReadField => {
  const read = rawOf(question, typed, field, rules);
  if ('blank' in read) return read;
  if ('error' in read) {
    // The day box has the field's own name, so that the summary leads to it.
    const box = read.part === undefined || (question.type === 'date' && read.part === 'day') ? field : partOf(field, read.part);
    return { errors: { [question.type === 'date' ? field : box]: read.error } };
  }
  const checked = checkAnswer(question, read.raw, rules);
  if ('value' in checked) return checked;
  const errors: Record<string, string> = {};
  for (const { path, message } of checked.faults) errors[boxOf(question, field, path)] ??= message;
  return { errors };
};

/** How many rows of a group are on the page. */
export const rowsTyped = (question: QuestionOf<'group'>, typed: Typed): number => {
  const rows = Object.keys(typed).flatMap((name) => {
    const place = new RegExp(`^${fieldOf(question.id)}-(\\d)-`).exec(name)?.[1];
    return place === undefined ? [] : [Number(place) + 1];
  });
  return Math.max(0, ...rows);
};

export const rowField = (question: QuestionOf<'group'>, row: number, of: QuestionId): string =>
  partOf(partOf(fieldOf(question.id), row), fieldOf(of));

/** Rows with nothing in them are passed over, so an empty row at the end is no mistake. */
const group = (question: QuestionOf<'group'>, typed: Typed, rules: Rules): ReadField => {
  const fields = question.of.flatMap((id) => rules.bank.get(id) ?? []);
  const rows: Row[] = [];
  const errors: Record<string, string> = {};
  for (let row = 0; row < rowsTyped(question, typed); row += 1) {
    const read = fields.map((field) => {
      const name = rowField(question, row, field.id);
      return { field, name, read: field.type === 'group' ? BLANK : one(field, typed, name, rules) };
    });
    if (read.every((each) => 'blank' in each.read)) continue;
    const value: Record<string, Row[string]> = {};
    for (const each of read) {
      if ('errors' in each.read) Object.assign(errors, each.read.errors);
      else if ('value' in each.read) value[each.field.id] = each.read.value as Row[string];
      else if (each.field.required) errors[each.name] = 'Write something here, or clear the other boxes of this one.';
    }
    rows.push(value);
  }
  if (Object.keys(errors).length > 0) return { errors };
  if (rows.length === 0) return BLANK;
  const checked = checkAnswer(question, rows, rules);
  return 'value' in checked
    ? checked
    : { errors: { [fieldOf(question.id)]: checked.faults[0]?.message ?? `Keep to ${question.most}.` } };
};

/** One question as it was answered on a page. */
export const readField = (question: Question, typed: Typed, rules: Rules): ReadField =>
  question.type === 'group' ? group(question, typed, rules) : one(question, typed, fieldOf(question.id), rules);
