/** A new question from what was typed: what the bank then takes as it is, and each thing it lacks at its own field. */
import { describe, expect, test } from 'vitest';
import { hasWords, similarTo } from '../../../../functions/web/admin/bank-search.ts';
import { NEW_TYPES, readQuestion, slug } from '../../../../functions/web/admin/new-question.ts';
import { readRoom } from '../../../../lib/app/configuring/documents.ts';
import { apply, isCannot } from '../../../../lib/app/configuring/operation.ts';
import { bankOf } from '../../../../lib/domain/question.ts';
import { LIVE } from './draft-visiting.ts';

const files = readRoom(LIVE, 'questions').values;
const questions = files.flatMap((file) => file.questions);
const around = { use: { kind: 'decision', ref: 'assessment' } as const, files, bank: bankOf(questions) };
const TYPED = {
  'ask-plain': 'Do you have a pet?',
  'ask-easy': 'Have you a pet?',
  'kind-of-answer': 'yes-no',
  options: 'A dog\r\nA cat',
  'why-plain': 'So that somebody feeds it.',
  sees: 'You, and our team.',
  sensitivity: 'personal',
  file: 'about-you',
  owner: 'Quality team',
  'look-again': '30 11 2027',
};

test('is named after its words, and says what uses it, who keeps it and until when', () => {
  expect(readQuestion(TYPED, around)).toEqual({
    question: {
      id: 'about.do-you-have-a-pet',
      type: 'yes-no',
      ask: { en: { plain: 'Do you have a pet?', easy: 'Have you a pet?' } },
      why: { reason: 'So that somebody feeds it.', sees: 'You, and our team.', usedBy: [around.use] },
      sensitivity: 'personal',
      freshFor: 'P1Y',
      retention: 'with-case',
      owner: 'Quality team',
      lookAgainOn: '2027-11-30',
    },
  });
});

test.each(NEW_TYPES.map(({ value }) => value))('of the kind %s, the bank takes it as it is', (kind) => {
  const read = readQuestion({ ...TYPED, 'kind-of-answer': kind }, around);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  const after = apply(LIVE, { type: 'add-to-bank', file: 'about-you', question: read.question });
  expect(isCannot(after) ? after.cannot : 'taken').toBe('taken');
});

test('an id that is taken is given a number, and never given twice', () => {
  const taken = new Map(around.bank).set('about.do-you-have-a-pet', questions[0] as (typeof questions)[number]);
  const read = readQuestion(TYPED, { ...around, bank: taken });
  expect('question' in read && read.question.id).toBe('about.do-you-have-a-pet-2');
});

test.each([
  [{ 'ask-plain': '' }, 'ask-plain'],
  [{ 'why-plain': ' ' }, 'why-plain'],
  [{ 'kind-of-answer': 'life-area' }, 'kind-of-answer'],
  [{ 'kind-of-answer': 'choose-one', options: 'One' }, 'options'],
  [{ 'kind-of-answer': 'choose-one', options: 'A dog\nA dog!' }, 'options'],
  [{ sees: '' }, 'sees'],
  [{ file: 'nothing' }, 'file'],
  [{ owner: '' }, 'owner'],
  [{ owner: 'x'.repeat(81) }, 'owner'],
  [{ 'look-again': '' }, 'look-again'],
  [{ 'look-again': '31 2 2027' }, 'look-again'],
])('%j is put right at %s', (typed, field) => {
  const read = readQuestion({ ...TYPED, ...typed }, around);
  expect('errors' in read && Object.keys(read.errors)).toEqual([field]);
});

test('answers of a choice say why they may stay where a person reads them', () => {
  const read = readQuestion({ ...TYPED, 'kind-of-answer': 'choose-one' }, around);
  expect('question' in read && read.question.options).toEqual([
    { id: 'a-dog', text: 'A dog', unusedBecause: 'A person reads it as it stands, for assessment.' },
    { id: 'a-cat', text: 'A cat', unusedBecause: 'A person reads it as it stands, for assessment.' },
  ]);
});

test.each([
  ['Do you live alone?', 'do-you-live-alone'],
  ['Who’s é there — now?', 'whos-e-there-now'],
  ['???', ''],
])('%s becomes %s', (words, id) => {
  expect(slug(words)).toBe(id);
});

describe('the bank is looked through first', () => {
  test('the nearest wording comes first', () => {
    expect(similarTo(questions, 'Does someone look after you?')[0]?.id).toBe('about.carer');
    expect(similarTo(questions, 'date of birth, when born')[0]?.id).toBe('about.birth');
  });

  test('words that tell nothing find nothing, and so do words nobody uses', () => {
    expect(similarTo(questions, 'what is your')).toEqual([]);
    expect(similarTo(questions, 'zebra')).toEqual([]);
  });

  test('all words that are filtered by must be there', () => {
    const name = questions.filter((question) => hasWords(question, 'about.name'));
    expect(name.map(({ id }) => id)).toContain('about.name');
    expect(questions.filter((question) => hasWords(question, 'name zebra'))).toEqual([]);
    expect(questions.filter((question) => hasWords(question, ''))).toHaveLength(questions.length);
  });
});
