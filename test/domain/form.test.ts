/** The forms a council lays out itself: what they may say, and which answers leave them open. */
import { describe, expect, test } from 'vitest';
import { Form, formGaps, type QuestionsForm } from '../../lib/domain/form.ts';

const form = Form.parse({
  page: 'questions',
  id: 'arranging',
  title: 'Arranging',
  questions: [
    {
      id: 'money',
      type: 'choose-one',
      label: 'Who holds it?',
      required: true,
      options: [
        { id: 'person', text: 'They do' },
        { id: 'us', text: 'We do' },
      ],
    },
    { id: 'start', type: 'text', label: 'When?', required: true },
    {
      id: 'colour',
      type: 'choose-one',
      label: 'Which colour?',
      options: [
        { id: 'red', text: 'Red' },
        { id: 'blue', text: 'Blue' },
      ],
    },
    { id: 'notes', type: 'long-text', label: 'Anything else?' },
  ],
  outcomes: { done: { text: 'Done' } },
}) as QuestionsForm;

test.each<[string, Record<string, string>, string[]]>([
  ['complete', { money: 'person', start: 'Monday' }, []],
  ['complete with more', { money: 'us', start: 'Monday', colour: 'red', notes: 'None.' }, []],
  ['a required answer is missing', { money: 'person' }, ['start']],
  ['blank is missing', { money: 'person', start: '   ' }, ['start']],
  ['everything is missing', {}, ['money', 'start']],
  ['not offered', { money: 'dog', start: 'Monday' }, ['money']],
  ['not offered, though it need not be answered', { money: 'us', start: 'Monday', colour: 'green' }, ['colour']],
  ['a name every object has', { money: 'constructor', start: 'x' }, ['money']],
])('%s: %j', (_, answers, open) => expect(formGaps(form, answers).map(({ question }) => question)).toEqual(open));

test('each gap says which question it is, in its own words', () => {
  expect(formGaps(form, { start: 'x' })[0]?.message).toBe('Answer “Who holds it?”.');
});

describe('a form file', () => {
  test.each<[string, object]>([
    ['of a page there is not', { page: 'poem', id: 'x', title: 'X' }],
    ['with an id that is not one', { page: 'plan', id: 'Support Plan', title: 'X' }],
    ['without a title', { page: 'plan', id: 'x', title: '' }],
    [
      'with one thing to choose from',
      { ...form, questions: [{ id: 'q', type: 'choose-one', label: 'Q', options: [{ id: 'a', text: 'A' }] }] },
    ],
    ['with a field that is misspelt', { page: 'plan', id: 'x', title: 'X', intr: 'Hello' }],
  ])('%s is refused', (_, bad) => expect(Form.safeParse(bad).success).toBe(false));

  test('may have no questions at all, only ways to end', () => {
    expect(Form.safeParse({ ...form, questions: [] }).success).toBe(true);
  });
});
