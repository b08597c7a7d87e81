/**
 * Facts, asked once: what is kept beside what, what is confirmed, what cannot wait, and a draft that goes on with newer questions
 * without losing an answer. The walk itself is `form-walk.test.ts`.
 */
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import type { Value } from '../../lib/domain/answer.ts';
import type { Case } from '../../lib/domain/case.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { current } from '../../lib/domain/fact.ts';
import { Form } from '../../lib/domain/form.ts';
import { leftToSend } from '../../lib/domain/form-walk.ts';
import { openForms, shownOf, storyForms } from '../../lib/domain/open-forms.ts';
import { Question } from '../../lib/domain/question.ts';
import { answerWith, caseAt, follow, type Place, type Step, send } from '../support/case-so-far.ts';
import { expectThat, outcomeOf, type Then } from '../support/given-when-then.ts';
import { ada, forms, priya, questions, small } from '../support/small-council.ts';

const says = (answers: Record<string, Value>, by: Actor = ada, at?: string): Step => ({
  by,
  command: { type: 'answer-question', answers },
  ...(at && { at }),
});
const stillRight = (...ids: string[]): Step => ({ by: ada, command: { type: 'confirm-answers', questions: ids } });

const ROWS: [sentence: string, given: Place, when: Step, then: Then][] = [
  [
    'two answers of one page are kept together',
    'a story just begun',
    says({ 'has-cat': true, 'cat-name': 'Tibby' }),
    ['AnswerGiven', 'AnswerGiven'],
  ],
  ['or neither, when one of them cannot be', 'a story just begun', says({ 'has-cat': true, 'cat-name': '' }), 'answer-not-valid'],
  ['“I would rather talk about this” answers anything', 'a story just begun', says({ washing: { talk: true } }), ['AnswerGiven']],
  ['yes is no number', 'a story just begun', says({ 'has-cat': 1 }), 'answer-not-valid'],
  ['a staff question is not the person’s to answer', 'an assessment', says({ found: 'Much.' }), 'not-at-this-stage'],
  ['staff answer it', 'an assessment', says({ found: 'Much.' }, priya), ['AnswerGiven']],
  ['a part that is always open stays open after the story', 'planning', says({ 'has-cat': false }), ['AnswerGiven']],
  ['and with support in place', 'support in place', says({ 'has-cat': false }), ['AnswerGiven']],
  ['but not when the case is closed', 'a withdrawn case', says({ 'has-cat': false }), 'not-at-this-stage'],
  ['what has no answer cannot still be right', 'a story just begun', stillRight('washing'), 'unknown-question'],
  ['what is held can', 'a story told', { ...stillRight('washing', 'going-out'), by: priya }, ['AnswersConfirmed']],
  ['what one has only just said oneself needs no second word', 'a story told', stillRight('washing'), []],
  ['nothing to confirm is nothing', 'a story told', stillRight(), []],
  ['a story told in part by “rather talk” can be sent', 'a story told', send, ['StageFinished']],
];
test.each(ROWS)('%s', (_, given, when, then) => expectThat(given, when, then));

test('nobody assesses on what a person would rather talk about: it is no area of life yet', () => {
  const state = follow([says({ washing: { talk: true } })], caseAt('a story told')) as Case;
  expect(current(state.facts.washing)?.value).toEqual({ talk: true });
  expect(outcomeOf(state, send)).toEqual(['StageFinished']);
});

test('the person’s words and a worker’s stand beside each other, whoever speaks last', () => {
  const said = follow([says({ 'has-cat': true })], caseAt('a story told'));
  const beside = follow([says({ 'has-cat': false }, priya, '2026-11-03T09:00:00Z')], said);
  expect(beside?.facts['has-cat']).toMatchObject({
    person: { value: true, by: { id: ada.id } },
    staff: { value: false, by: { id: priya.id } },
  });
  const again = follow([says({ 'has-cat': true }, ada, '2026-11-04T09:00:00Z')], beside);
  expect(again?.facts['has-cat']).toMatchObject({ person: { value: true }, staff: { value: false } });
  expect(current(again?.facts['has-cat'])?.by.id).toBe(ada.id);
});

test('a confirmed answer keeps who said it and gains who looked again', () => {
  const state = follow([{ ...stillRight('washing'), by: priya, at: '2026-11-05T09:00:00Z' }], caseAt('a story told'));
  expect(state?.facts.washing?.person).toMatchObject({
    by: { id: ada.id },
    confirmed: { by: { id: priya.id }, at: '2026-11-05T09:00:00.000Z' },
  });
  expect(state?.facts.washing).not.toHaveProperty('staff');
});

test('the name a person gives is the name of the case', () => {
  expect(follow([says({ 'about.name': 'Ada Thornbury' })], caseAt('a story just begun'))?.person.name).toBe('Ada Thornbury');
});

test('what an earlier case held is held by the next, asked no more while it is good', () => {
  const before = follow([says({ 'has-cat': true, 'cat-name': 'Tibby' })], caseAt('a story just begun'));
  const opened = (at: string) =>
    follow([
      {
        by: ada,
        at,
        command: { type: 'open-case', caseId: 'C-TEST2', person: { id: ada.id, name: ada.name }, known: before?.facts ?? {} },
      },
    ]) as Case;
  const standing = (at: string) => {
    const state = opened(at);
    return Object.fromEntries(
      shownOf(state, small, storyForms(state, small), new Date(at)).map(({ question, standing: of }) => [question.id, of]),
    );
  };
  expect(standing('2027-01-10T09:00:00Z')).toMatchObject({ 'has-cat': 'known', 'cat-name': 'known', washing: 'ask' });
  expect(standing('2027-11-10T09:00:00Z')).toMatchObject({ 'has-cat': 'confirm', 'cat-name': 'known' });
});

test('hiding a question never deletes its answer', () => {
  const hidden = follow(
    [says({ 'has-cat': true, 'cat-name': 'Tibby' }), says({ 'has-cat': false })],
    caseAt('a story just begun'),
  ) as Case;
  const shown = shownOf(hidden, small, openForms(hidden, small, 'person'), new Date('2026-11-02T10:00:00Z'));
  expect(shown.map(({ question }) => question.id)).not.toContain('cat-name');
  expect(hidden.facts['cat-name']?.person?.value).toBe('Tibby');
});

test('the same form sent twice says it once; going back to an earlier answer says it anew', () => {
  const yes = says({ 'has-cat': true });
  const once = follow([yes], caseAt('a story just begun')) as Case;
  expect(outcomeOf(once, yes)).toEqual([]);
  // A table gives the parts of an answer back in an order of its own.
  const [washing, turned] = [
    { option: 'p6', informalShare: 0, willingAndAble: false, ownWords: '' },
    { ownWords: '', willingAndAble: false, informalShare: 0, option: 'p6' },
  ];
  expect(outcomeOf(follow([says({ washing })], once) as Case, says({ washing: turned }))).toEqual([]);
  const back = follow([says({ 'has-cat': false }), yes], once);
  expect(back?.facts['has-cat']?.person?.value).toBe(true);
});

test('more words than one case can hold are refused, and nothing of them is kept', () => {
  const long = (letter: string) => ({ found: letter.repeat(4_000) });
  const crowded = {
    ...caseAt('an assessment'),
    facts: Object.fromEntries(
      Array.from({ length: 18 }, (_, place) => [
        `old-${place}`,
        {
          staff: {
            value: '水'.repeat(4_000),
            by: priya,
            role: 'assessor' as const,
            at: '2026-11-01T09:00:00Z',
            form: 'record',
            configuration: 'x',
          },
        },
      ]),
    ),
  } as Case;
  expectThat(crowded, says(long('水'), priya), 'no-more-room');
  expect(outcomeOf(crowded, says({ found: 'Short.' }, priya))).toEqual(['AnswerGiven']);
});

describe('what cannot wait is seen before the story is sent', () => {
  const urgent = Question.parse({
    type: 'choose-one',
    id: 'about.urgent',
    ask: 'Do you need help right away?',
    options: [
      { id: 'no', text: 'No' },
      { id: 'today', text: 'Today' },
    ],
    why: { reason: 'To help now.', sees: 'The team.', usedBy: [{ kind: 'duty', ref: 's.19(3)' }] },
    sensitivity: 'personal',
    freshFor: 'each-time',
    retention: 'with-case',
  });
  const with_ = (question: Question): Configuration => ({
    ...small,
    questions: [...questions, question],
    forms: forms.map((form) =>
      form.id === 'about' && form.page === 'part'
        ? Form.parse({ ...form, sections: [{ ...form.sections[0], pages: [{ id: 'now', items: [{ q: question.id }] }] }] })
        : form,
    ),
  });
  const told = (value: string, by = ada) =>
    follow([says({ 'about.urgent': value }, by)], caseAt('a story just begun'), with_(urgent));

  test('said again in another story, it counts again, even by a word that it is still so', () => {
    const answered = follow([{ ...says({ 'about.urgent': 'today' }) }], caseAt('a story just begun'), with_(urgent)) as Case;
    const calmed = follow([{ by: priya, command: { type: 'write-message', words: 'I rang.' } }], answered, with_(urgent));
    expect(calmed?.unanswered).toBeUndefined();
    const later = '2026-12-02T09:00:00.000Z';
    const reopened: Step = {
      by: ada,
      at: later,
      command: { type: 'open-case', caseId: 'C-TEST2', person: { id: ada.id, name: ada.name }, known: calmed?.facts ?? {} },
    };
    const again = follow([reopened, { ...stillRight('about.urgent'), at: later }], undefined, with_(urgent));
    expect(again?.unanswered).toMatchObject({ urgent: true });
  });

  test('“today” puts the case before the team at once', () => {
    expect(told('today')?.unanswered).toMatchObject({ urgent: true, by: { id: ada.id } });
    expect(told('no')?.unanswered).toBeUndefined();
    expect(told('today', priya)?.unanswered).toMatchObject({ urgent: true, by: { id: priya.id } });
  });
});

describe('questions that change while a draft is open', () => {
  const half = follow(
    [answerWith('washing', 'p6'), says({ 'has-cat': true, 'cat-name': 'Tibby' })],
    caseAt('a story just begun'),
  ) as Case;
  const version = 'fedcba9876543210';
  const reworded = questions.map((question) =>
    question.id === 'has-cat' ? { ...question, ask: 'Have you got a cat?' } : question,
  );
  const withoutCat = forms.map((form) =>
    form.id === 'about' && form.page === 'part'
      ? Form.parse({ ...form, sections: [{ ...form.sections[0], pages: [{ id: 'name', items: [{ q: 'about.name' }] }] }] })
      : form,
  );
  const choice = Question.parse({
    ...Object.fromEntries(
      Object.entries(questions.find(({ id }) => id === 'cat-name') ?? {}).filter(([name]) => name !== 'format'),
    ),
    type: 'choose-one',
    options: [
      { id: 'tibby', text: 'Tibby' },
      { id: 'other', text: 'Another' },
    ],
  });
  const narrower = questions.map((question) => (question.id === 'cat-name' ? choice : question));
  const EDITS: [name: string, to: Configuration, sentence: string][] = [
    [
      'cosmetic',
      { ...small, version, questions: reworded },
      'Since you were last here we changed some words. Every answer you gave is still here.',
    ],
    [
      'meaning',
      { ...small, version, questions: narrower },
      'Since you were last here we changed 1 question. Every answer you gave is still here.',
    ],
    [
      'structural',
      { ...small, version, forms: withoutCat },
      'Since you were last here we took out 2 questions. Every answer you gave is still here.',
    ],
  ];
  const adopt = (to: Configuration): Step => ({ by: ada, command: { type: 'adopt-configuration', to } });

  test.each(EDITS)(
    '%s: every answer is kept, the new questions are asked, one sentence says what changed',
    (_name, to, sentence) => {
      const state = follow([adopt(to)], half) as Case;
      expect(state.facts).toEqual(half.facts);
      expect(state).toMatchObject({ configuration: version, run: 2, changed: { sentence }, at: { stage: 'story' } });
      const shown = shownOf(state, to, storyForms(state, to), new Date('2026-11-02T10:00:00Z'));
      expect(leftToSend(shown).map(({ question }) => question.id)).toEqual(['going-out']);
      const sent = follow([answerWith('going-out', 'p0'), send], state, to);
      expect(sent).toMatchObject({ at: { stage: 'assessment' }, facts: half.facts });
      expect(sent).not.toHaveProperty('changed');
    },
  );

  test.each<[string, Configuration, Case]>([
    ['the same version', small, half],
    ['nothing that is asked has changed', { ...small, version }, half],
    ['another pathway', { ...small, version, questions: reworded, route: { ...small.route, id: 'other' } }, half],
    [
      'the stage is gone',
      { ...small, version, questions: reworded, route: { ...small.route, stages: small.route.stages.slice(1) } },
      half,
    ],
    ['the story is sent', { ...small, version, questions: reworded }, caseAt('an assessment')],
  ])('nothing happens: %s', (_, to, state) => expect(outcomeOf(state, adopt(to))).toEqual([]));
});
