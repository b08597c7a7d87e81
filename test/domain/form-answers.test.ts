/** A form filled in on one page: which questions count, what is read, what is still missing. */
import { describe, expect, test } from 'vitest';
import { TALK, type Value } from '../../lib/domain/answer.ts';
import { type Facts, withStatement } from '../../lib/domain/fact.ts';
import { type AskingForm, Form } from '../../lib/domain/form.ts';
import { questionsShown, readAnswers } from '../../lib/domain/form-answers.ts';
import { bankOf, Question } from '../../lib/domain/question.ts';

const why = { reason: 'R', sees: 'S', usedBy: [{ kind: 'decision', ref: 'R' }] };
const question = (id: string, type: string, more: object = {}): Question =>
  Question.parse({ type, id, ask: `${id}?`, why, sensitivity: 'ordinary', freshFor: 'forever', retention: 'with-case', ...more });
const options = {
  options: [
    { id: 'person', text: 'They' },
    { id: 'us', text: 'We' },
  ],
};

const questions = [
  question('money', 'choose-one', { ...options, required: true }),
  question('account', 'text', { required: true }),
  question('start', 'date', { required: true }),
  question('notes', 'long-text'),
  question('who', 'choose-many', options),
  question('known', 'text', { required: true }),
  question('old', 'text', { required: true, retired: true }),
];
const form = Form.parse({
  page: 'questions',
  id: 'arranging',
  for: 'staff',
  title: 'Arranging',
  sections: [
    {
      id: 's',
      title: 'S',
      pages: [
        {
          id: 'one',
          items: [
            { q: 'money' },
            { q: 'account', showIf: { q: 'money', is: 'person' } },
            { q: 'start' },
            { q: 'notes' },
            { q: 'who' },
            { q: 'known', confirmOnly: true },
            { q: 'old' },
          ],
        },
        { id: 'two', showIf: { q: 'start', answered: true }, items: [{ show: 'guidance', text: 'Well done.' }] },
      ],
    },
  ],
  outcomes: { done: { text: 'Done' } },
}) as AskingForm;

const fact = (q: string, value: Value): Facts =>
  withStatement({}, q, {
    value,
    by: { id: 'P-ADA', name: 'Ada' },
    role: 'person',
    at: '2026-11-01T09:00:00.000Z',
    form: 'f',
    configuration: 'v',
  });
const around = (facts: Facts = {}) => ({ configuration: { questions }, facts, today: '2026-11-02' });
const gaps = (answers: Record<string, Value>, facts?: Facts): string[] => {
  const read = readAnswers(form, answers, around(facts));
  return 'gaps' in read ? read.gaps.map((each) => each.question) : [];
};

test.each<[string, Record<string, Value>, string[]]>([
  ['complete', { money: 'us', start: '2026-11-30' }, []],
  ['complete, with what an answer opens', { money: 'person', account: 'Ada’s', start: '2026-11-30' }, []],
  ['what an answer opens is missing', { money: 'person', start: '2026-11-30' }, ['account']],
  ['everything is missing', {}, ['money', 'start']],
  ['only spaces are missing', { money: 'us', start: '   ' }, ['start']],
  ['only spaces in what may be left out are nothing', { money: 'us', start: '2026-11-30', notes: '  \n ' }, []],
  ['nothing chosen of what may be left out', { money: 'us', start: '2026-11-30', who: [] }, []],
  ['not offered', { money: 'dog', start: '2026-11-30' }, ['money']],
  ['not offered, though it may be left out', { money: 'us', start: '2026-11-30', who: ['us', 'cat'] }, ['who']],
  ['a name every object has', { money: 'constructor', start: '2026-11-30' }, ['money']],
  ['a day there is not', { money: 'us', start: '2026-02-31' }, ['start']],
  ['rather talked about', { money: TALK, start: TALK }, []],
  [
    'answers to what does not show are passed over',
    { money: 'us', start: '2026-11-30', account: 'x'.repeat(500), elsewhere: 'x' },
    [],
  ],
])('%s', (_what, answers, open) => expect(gaps(answers)).toEqual(open));

test('what is read is in the form it is kept in, and only what was asked', () => {
  const typed = { money: 'us', start: '2026-11-30', notes: ' Two words. ', account: 'not asked', elsewhere: 'x', who: [] };
  expect(readAnswers(form, typed, around())).toEqual({ answers: { money: 'us', start: '2026-11-30', notes: 'Two words.' } });
});

test('each gap says what to do, in the words of the question where it is empty', () => {
  const read = readAnswers(form, { money: 'dog' }, around());
  expect('gaps' in read && read.gaps.map(({ message }) => message)).toEqual([
    'Choose one of the answers on the page.',
    'Answer “start?”.',
  ]);
});

describe('what shows', () => {
  const shown = (answers: Record<string, Value>, facts: Facts = {}) =>
    questionsShown(form, answers, bankOf(questions), facts).map(({ id }) => id);

  test('by what is answered here first, else by what is held', () => {
    expect(shown({})).toEqual(['money', 'start', 'notes', 'who']);
    expect(shown({}, fact('money', 'person'))).toContain('account');
    expect(shown({ money: 'us' }, fact('money', 'person'))).not.toContain('account');
    expect(shown({ money: TALK }, fact('money', 'person'))).not.toContain('account');
  });

  test('what is only looked at again shows once there is something to look at, and need not be said anew', () => {
    expect(shown({}, fact('known', 'Yes'))).toContain('known');
    expect(gaps({ money: 'us', start: '2026-11-30' }, fact('known', 'Yes'))).toEqual([]);
    expect(readAnswers(form, { money: 'us', start: '2026-11-30', known: ' No ' }, around(fact('known', 'Yes')))).toEqual({
      answers: { money: 'us', start: '2026-11-30', known: 'No' },
    });
  });
});
