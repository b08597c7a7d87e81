/** What changed between two versions of a form: words, meaning or structure; and that no edit whatever loses an answer. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../../lib/domain/answer.ts';
import { type Facts, statementOf, withStatement } from '../../lib/domain/fact.ts';
import { type AskingForm, Form, questionsOf } from '../../lib/domain/form.ts';
import { changeSentence, type FormChange, formChange } from '../../lib/domain/form-change.ts';
import { shownIn } from '../../lib/domain/form-walk.ts';
import { bankOf, Question } from '../../lib/domain/question.ts';

const why = { reason: 'To know.', sees: 'The team.', usedBy: [{ kind: 'decision', ref: 'planning' }] };
const about = { why, sensitivity: 'ordinary', freshFor: 'forever', retention: 'with-case' };
const TEXTS = [
  { id: 'a', text: 'A' },
  { id: 'b', text: 'B' },
  { id: 'c', text: 'C' },
];

/** A version as it is written: plain data, which an edit changes. */
type Version = { questions: Record<string, Record<string, unknown>>; form: { title: string; intro?: string; sections: Part[] } };
type Part = {
  id: string;
  title: string;
  pages: { id: string; title?: string; showIf?: unknown; items: Record<string, unknown>[] }[];
};

const first = (): Version => ({
  questions: {
    name: { type: 'text', format: 'name', ask: 'Your name' },
    kind: { type: 'choose-one', ask: 'Which?', options: TEXTS },
    many: { type: 'choose-many', ask: 'Which of these?', options: TEXTS },
    cat: { type: 'yes-no', ask: 'Do you have a cat?' },
    born: { type: 'date', ask: 'When?' },
    pay: { type: 'money', per: 'week', ask: 'How much?' },
    hours: { type: 'number', ask: 'How many?' },
    helpers: { type: 'group', ask: 'Who?', of: ['helper-name', 'helper-kind'], itemName: 'Helper', most: 3 },
    'helper-name': { type: 'text', ask: 'Name' },
    'helper-kind': { type: 'choose-one', ask: 'What do they do?', options: TEXTS },
    spare: { type: 'yes-no', ask: 'Spare?' },
    other: { type: 'long-text', ask: 'More?' },
  },
  form: {
    title: 'Story',
    intro: 'Hello.',
    sections: [
      {
        id: 'one',
        title: 'One',
        pages: [
          { id: 'name', items: [{ q: 'name' }] },
          {
            id: 'kind',
            title: 'Kind',
            items: [{ show: 'guidance', text: 'Think.' }, { q: 'kind' }, { q: 'many', showIf: { q: 'kind', is: 'a' } }],
          },
        ],
      },
      {
        id: 'two',
        title: 'Two',
        pages: [
          { id: 'cat', items: [{ q: 'cat' }] },
          { id: 'born', showIf: { q: 'cat', is: true }, items: [{ q: 'born' }] },
        ],
      },
      {
        id: 'three',
        title: 'Three',
        pages: [
          { id: 'numbers', items: [{ q: 'pay' }, { q: 'hours' }] },
          { id: 'helpers', items: [{ q: 'helpers' }] },
        ],
      },
    ],
  },
});

type Side = Parameters<typeof formChange>[0];
const sideOf = ({ questions, form }: Version): Side => ({
  bank: bankOf(Object.entries(questions).map(([id, each]) => Question.parse({ id, ...about, ...each }))),
  forms: [Form.parse({ page: 'story', for: 'person', id: 'story', ...form }) as AskingForm],
});

type Edit = readonly [name: string, change: (version: Version) => unknown];
const q = (version: Version, id: string): Record<string, unknown> => version.questions[id] ?? {};
const part = ({ form }: Version, place: number): Part => form.sections[place] as Part;
const page = (version: Version, section: number, place: number) => part(version, section).pages[place] as Part['pages'][number];

const NONE: Edit[] = [
  [
    'what else uses the answer',
    (v) => Object.assign(q(v, 'name'), { why: { ...why, usedBy: [...why.usedBy, { kind: 'letter', ref: 'every letter' }] } }),
  ],
  ['how long it is kept', (v) => Object.assign(q(v, 'name'), { retention: 'P8Y' })],
  ['a question nobody is asked', (v) => Object.assign(q(v, 'spare'), { ask: 'Still spare?' })],
];
const COSMETIC: Edit[] = [
  ['the question', (v) => Object.assign(q(v, 'name'), { ask: { en: { plain: 'What is your name?', easy: 'Name?' } } })],
  ['a hint', (v) => Object.assign(q(v, 'cat'), { hint: 'Any cat.' })],
  ['why it is asked', (v) => Object.assign(q(v, 'born'), { why: { ...why, reason: 'To write to you.' } })],
  ['an option', (v) => Object.assign(q(v, 'kind'), { options: [{ id: 'a', text: 'Ay' }, ...TEXTS.slice(1)] })],
  ['the order of options', (v) => Object.assign(q(v, 'many'), { options: [...TEXTS].reverse() })],
  ['a field of a group', (v) => Object.assign(q(v, 'helper-name'), { ask: 'Their name' })],
  ['what one of a group is called', (v) => Object.assign(q(v, 'helpers'), { itemName: 'Person' })],
  ['the title', (v) => Object.assign(v.form, { title: 'Your story' })],
  ['the words before it', (v) => Object.assign(v.form, { intro: undefined })],
  ['the title of a part', (v) => Object.assign(part(v, 1), { title: 'Second' })],
  ['the title of a page', (v) => Object.assign(page(v, 0, 1), { title: 'Of which kind' })],
  ['guidance', (v) => page(v, 0, 1).items.splice(0, 1, { show: 'guidance', text: 'Take your time.' })],
];
const MEANING: Edit[] = [
  ['an option more', (v) => Object.assign(q(v, 'kind'), { options: [...TEXTS, { id: 'd', text: 'D' }] })],
  ['an option less', (v) => Object.assign(q(v, 'many'), { options: TEXTS.slice(1) })],
  ['one option alone', (v) => Object.assign(q(v, 'many'), { options: [{ ...TEXTS[0], alone: true }, ...TEXTS.slice(1)] })],
  ['money by the month', (v) => Object.assign(q(v, 'pay'), { per: 'month' })],
  ['a day that is past', (v) => Object.assign(q(v, 'born'), { when: 'past' })],
  ['fewer at most', (v) => Object.assign(q(v, 'hours'), { most: 168 })],
  ['another kind of line', (v) => Object.assign(q(v, 'name'), { format: 'line' })],
  ['an answer there must be', (v) => Object.assign(q(v, 'cat'), { required: true })],
  ['options of a field', (v) => Object.assign(q(v, 'helper-kind'), { options: TEXTS.slice(1) })],
  ['another kind of answer', (v) => Object.assign(v.questions, { hours: { type: 'text', ask: 'How many?' } })],
];
const STRUCTURAL: Edit[] = [
  ['a question more', (v) => part(v, 2).pages.push({ id: 'other', items: [{ q: 'other' }] })],
  ['a question less', (v) => page(v, 2, 0).items.pop()],
  ['a question retired', (v) => Object.assign(q(v, 'helpers'), { retired: true })],
  ['a part under another id', (v) => Object.assign(part(v, 1), { id: 'second' })],
  ['a part less', (v) => v.form.sections.splice(1, 1)],
  ['another order', (v) => v.form.sections.reverse()],
  ['a page in another part', (v) => part(v, v.form.sections.length - 1).pages.unshift(part(v, 0).pages.pop() as never)],
  ['a page on a condition', (v) => Object.assign(page(v, 0, 0), { showIf: { not: { q: 'name', answered: true } } })],
  ['two questions on one page', (v) => page(v, 0, 0).items.push({ q: 'spare' })],
  ['a question only to confirm', (v) => page(v, 0, 0).items.splice(0, 1, { q: 'name', confirmOnly: true })],
];

const edited = (...edits: readonly Edit[]): Version => {
  const version = structuredClone(first());
  for (const [, change] of edits) change(version);
  return version;
};
const changed = (...edits: readonly Edit[]): FormChange => formChange(sideOf(first()), sideOf(edited(...edits)));

describe('each edit by itself', () => {
  test('none at all', () => expect(changed()).toEqual({ kind: 'none', added: [], removed: [], altered: [] }));
  test.each(NONE)('nothing to the person: %s', (...edit) => expect(changed(edit).kind).toBe('none'));
  test.each(COSMETIC)('words: %s', (...edit) =>
    expect(changed(edit)).toEqual({ kind: 'cosmetic', added: [], removed: [], altered: [] }),
  );
  test.each(MEANING)('meaning: %s', (...edit) => {
    expect(changed(edit)).toMatchObject({ kind: 'meaning', added: [], removed: [] });
    expect(changed(edit).altered).toHaveLength(1);
  });
  test.each(STRUCTURAL)('structure: %s', (...edit) => expect(changed(edit).kind).toBe('structural'));
});

test.each<[FormChange['kind'], Edit[], string]>([
  ['none', [], ''],
  [
    'cosmetic',
    [COSMETIC[0] as Edit, COSMETIC[8] as Edit],
    'Since you were last here we changed some words. Every answer you gave is still here.',
  ],
  [
    'meaning',
    [MEANING[0] as Edit, MEANING[3] as Edit, COSMETIC[0] as Edit],
    'Since you were last here we changed 2 questions. Every answer you gave is still here.',
  ],
  [
    'structural',
    [STRUCTURAL[5] as Edit],
    'Since you were last here we put some questions in a new order. Every answer you gave is still here.',
  ],
  [
    'structural',
    [STRUCTURAL[4] as Edit, MEANING[0] as Edit],
    'Since you were last here we took out 2 questions and changed 1 question. Every answer you gave is still here.',
  ],
  ['structural', [STRUCTURAL[0] as Edit], 'Since you were last here we added 1 question. Every answer you gave is still here.'],
])('one sentence: %s', (kind, edits, sentence) => {
  const change = changed(...edits);
  expect(change.kind).toBe(kind);
  expect(changeSentence(change)).toBe(sentence);
});

const ANSWERS: Record<string, Value> = {
  name: 'Ada',
  kind: 'a',
  many: ['a', 'b'],
  cat: true,
  born: '1950-02-03',
  pay: 12_000,
  hours: 3,
  helpers: [{ 'helper-name': 'Sam', 'helper-kind': 'a' }],
  other: 'Words.',
};
const facts: fc.Arbitrary<Facts> = fc.subarray(Object.entries(ANSWERS)).map((given) =>
  given.reduce<Facts>(
    (held, [id, value]) =>
      withStatement(held, id, {
        value,
        by: { id: 'P-ADA', name: 'Ada' },
        role: 'person',
        at: '2026-11-02T09:30:00.000Z',
        form: 'story',
        configuration: 'v1',
      }),
    {},
  ),
);
const showing = ({ forms, bank }: Side, held: Facts) =>
  shownIn({ forms, bank, facts: held, since: '2026-11-02T09:00:00.000Z', today: '2026-11-02' });
/** Some edits, each of which still has something to change after the others. */
const edits = fc.tuple(
  fc.subarray(NONE),
  fc.subarray(COSMETIC, { maxLength: 3 }),
  fc.subarray(MEANING, { maxLength: 2 }),
  fc.subarray(STRUCTURAL.slice(0, 6), { maxLength: 2 }),
);

describe('laws of publishing again while a draft is open', () => {
  test('edits together are of the gravest class among them', () => {
    const title = COSMETIC.filter(([name]) => name === 'the title');
    const some = fc.tuple(
      fc.subarray(NONE),
      fc.subarray(title),
      fc.subarray(MEANING, { maxLength: 1 }),
      fc.subarray(STRUCTURAL, { maxLength: 1 }),
    );
    fc.assert(
      fc.property(some, ([none, words, meaning, structural]) => {
        const change = changed(...none, ...meaning, ...structural, ...words);
        const gravest =
          structural.length > 0 ? 'structural' : meaning.length > 0 ? 'meaning' : words.length > 0 ? 'cosmetic' : 'none';
        expect(change.kind).toBe(gravest);
        expect(changeSentence(change) === '').toBe(gravest === 'none');
      }),
    );
  });

  test('no answer is lost: the new form shows what was said, word for word, and the old one again all that it did', () => {
    fc.assert(
      fc.property(facts, edits, (held, lists) => {
        const [before, now] = [sideOf(first()), sideOf(edited(...lists.flat()))];
        const copy = structuredClone(held);
        const change = formChange(before, now);
        const shown = showing(now, held);
        expect(held).toEqual(copy);
        for (const each of shown) expect(each.said).toEqual(statementOf(copy, each.question.id));
        // What was answered and still means the same is not asked again.
        const altered = new Set(change.altered.map(({ id }) => id));
        for (const each of shown) if (each.said && !altered.has(each.question.id)) expect(each.standing).toBe('done');
        // Whatever was told and is not shown now is still held, and comes back with the form it was told in.
        expect(showing(before, held).map(({ question, standing, said }) => [question.id, standing, said])).toEqual(
          showing(sideOf(first()), copy).map(({ question, standing, said }) => [question.id, standing, said]),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('added and removed are what they say, and turn round when it is turned back', () => {
    fc.assert(
      fc.property(edits, (lists) => {
        const [before, now] = [sideOf(first()), sideOf(edited(...lists.flat()))];
        const [there, back] = [formChange(before, now), formChange(now, before)];
        const ids = (list: readonly Question[]) => list.map(({ id }) => id).sort();
        expect(back.kind).toBe(there.kind);
        expect(ids(back.added)).toEqual(ids(there.removed));
        expect(ids(back.removed)).toEqual(ids(there.added));
        expect(ids(back.altered)).toEqual(ids(there.altered));
        const asked = new Set(now.forms.flatMap(questionsOf));
        for (const { id } of there.added) expect(asked.has(id)).toBe(true);
      }),
    );
  });
});
