/**
 * What the law wants asked, where open cases would go on under another version: on the forms and the register as they are published. A
 * question that moves to a stage behind the case would never be asked of it.
 */
import { expect, test } from 'vitest';
import type { Underway } from '../../lib/domain/case.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import { checkForms } from '../../lib/pathway/check-forms.ts';
import type { DutyRegister } from '../../lib/pathway/duty.ts';
import { placeOn, type Verdict } from '../../lib/pathway/migrate.ts';
import { cycleOf } from '../../lib/pathway/passed.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { MONDAY } from '../support/case-so-far.ts';
import { small } from '../support/small-council.ts';
import { changed, ENGLAND, formStage, stageIn, strip } from './adult-care.ts';
import { lifeOn, liveCase } from './live-case.ts';
import { own, template } from './national-template.ts';

const [OLD, NEW] = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'];
const published = (route: Pathway, version: string): Configuration => ({ ...small, ...template, route, version });

const includes = (stage: string, forms: readonly string[]) => (pathway: Pathway) =>
  Object.assign(stageIn(pathway, stage), { includes: forms });
/** How to talk with the person is asked by the worker's stage, and no longer before it. */
const talkedOfLater = changed((pathway) => {
  includes('self-assessment', ['about-you'])(pathway);
  includes('assessment', ['how-we-talk', 'needs-assessment', 'money-information'])(pathway);
});
const withoutCheck = changed((pathway) => strip(pathway, 'quality-check', 'content'));
/** A talk comes first and everything is asked after it; or it comes after the account, and on one of the ways on what helps is asked anew. */
const talk = (done: string, more: string) =>
  formStage('talk', { done: { stage: done }, more: { stage: more } }, { form: 'quality-check' });
const talkFirst = changed((pathway) => {
  pathway.stages.push(talk('self-assessment', 'self-assessment'));
  pathway.start = 'talk';
});
const talkAfter = changed((pathway) => {
  pathway.stages.push(talk('assessment', 'what-helps'));
  pathway.stages.push(formStage('what-helps', { done: { stage: 'assessment' } }, { form: 'how-we-talk' }));
  stageIn(pathway, 'self-assessment').outcomes.submitted = { stage: 'talk' };
});
const ASKING = { ...ENGLAND, duties: ENGLAND.duties.filter((duty) => 'asks' in duty) };

test('the changed pathways are ones a council may run', () => {
  const others = template.pathways.filter(({ id }) => id !== own.id);
  for (const pathway of [own, talkedOfLater, withoutCheck, talkFirst, talkAfter])
    expect(checkForms({ ...template, pathways: [pathway, ...others], duties: ENGLAND })).toEqual([]);
});

const said = (question: string, value: unknown): CaseEvent =>
  ({
    type: 'AnswerGiven',
    question,
    form: 'about-you',
    value,
    at: MONDAY,
    by: { id: 'P-1', name: 'One', role: 'person' },
  }) as CaseEvent;

type Looked = {
  readonly from?: Pathway;
  readonly to: Pathway;
  readonly outcomes: readonly string[];
  readonly answers?: readonly CaseEvent[];
  readonly review?: boolean;
  readonly duties?: DutyRegister;
  readonly before?: Partial<Configuration>;
};
const look = ({ from = own, to, outcomes, answers = [], review = false, before = {}, duties = ENGLAND }: Looked): Verdict => {
  const [opened, ...lived] = lifeOn(from, OLD, outcomes, review);
  if (!opened) throw new Error('no life');
  const events = [opened, ...answers, ...lived];
  const state: Underway = liveCase(events);
  const old = { ...published(from, OLD), ...before };
  const cycle = cycleOf(events, () => from);
  return placeOn({ state, cycle, from: old, on: () => old, to: published(to, NEW), pathway: to, duties });
};

test.each(
  [[], ['submitted'], ['submitted', 'eligible', 'allocated'], ['submitted', 'eligible', 'allocated', 'ready', 'content']].map(
    (outcomes) => [outcomes.at(-1) ?? 'nothing', outcomes] as const,
  ),
)('the ordinary strip asks nobody: after %s', (_, outcomes) => {
  expect(look({ to: withoutCheck, outcomes })).toEqual({ kind: 'same-place' });
});

test('the ordinary strip moves who waits there, and leaves a review where it is', () => {
  const outcomes = ['submitted', 'eligible', 'allocated', 'ready'];
  expect(look({ to: withoutCheck, outcomes })).toMatchObject({ kind: 'moves', to: 'plan-approval' });
  expect(look({ to: withoutCheck, outcomes: [], review: true })).toEqual({ kind: 'same-place' });
});

test('what is asked before the place now, and was to be asked there, needs a person, with the law and a way', () => {
  const verdict = look({ from: talkedOfLater, to: own, outcomes: ['submitted'] });
  expect(verdict).toMatchObject({ kind: 'needs-person', law: expect.stringContaining('Accessible Information Standard') });
  expect(verdict).toMatchObject({ why: expect.stringMatching(/^From “.*” the case could go on although .*: assessment\.$/) });
  expect(verdict).toMatchObject({ choices: expect.arrayContaining(['self-assessment']) });
  expect(verdict).toMatchObject({ choices: expect.not.arrayContaining(['assessment']) });
});

test.each<[sentence: string, looked: Looked]>([
  [
    'has answered it at its place',
    { from: talkedOfLater, to: own, outcomes: ['submitted'], answers: [said('comm.needs', ['large-print'])] },
  ],
  ['was shown it before, and gave no answer', { to: talkedOfLater, outcomes: ['submitted'] }],
  ['is yet to come to it', { from: talkedOfLater, to: own, outcomes: [] }],
  [
    'is past the stage by whose end it is asked',
    { from: talkedOfLater, to: own, outcomes: ['submitted', 'eligible', 'allocated'] },
  ],
])('nobody is asked about a case that %s', (_, looked) => {
  expect(look(looked)).toEqual({ kind: 'same-place' });
});

/** The forms before “who speaks up for you” was added to “about you”. */
const unspoken = template.forms.map((form) =>
  form.id === 'about-you' && 'sections' in form
    ? {
        ...form,
        sections: form.sections.map((section) => ({
          ...section,
          pages: section.pages.filter(({ items }) => !items.some((item) => 'q' in item && item.q === 'about.speak-up')),
        })),
      }
    : form,
);

test.each([
  [['remember'], 'needs-person'],
  [['none'], 'same-place'],
])('a question owed only to some is owed to whoever said so: %j is %s', (difficulty, kind) => {
  const answers = [said('about.difficulty', difficulty)];
  const verdict = look({ to: own, outcomes: ['submitted'], answers, before: { forms: unspoken } });
  expect(verdict).toMatchObject(kind === 'same-place' ? { kind } : { kind, law: 'Care Act 2014, s.67(5)' });
});

test('asked on one way on and not on the other is not asked', () => {
  const law = (verdict: Verdict) => ('law' in verdict ? verdict.law : verdict.kind);
  const looked = { from: talkFirst, to: talkAfter, outcomes: [], duties: ASKING };
  // Whatever the account asks was not asked either; once it was, how to talk with the person is what is left.
  expect(law(look(looked))).not.toBe('same-place');
  const all = template.questions.filter(({ id }) => !id.startsWith('comm.')).map(({ id }) => said(id, 'x'));
  expect(law(look({ ...looked, answers: all }))).toContain('Accessible Information Standard');
  const onOne = structuredClone(talkAfter);
  stageIn(onOne, 'talk').outcomes.done = { stage: 'what-helps' };
  expect(law(look({ ...looked, to: onOne, answers: all }))).toBe('same-place');
});
