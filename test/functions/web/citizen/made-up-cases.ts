/**
 * Cases at every point of the way, made by `decide` and `evolve` from the real workflows folder: never by hand. Not a test itself.
 */
import { readFileSync } from 'node:fs';
import { readBundle } from '../../../../bin/app.ts';
import { configurationOf } from '../../../../lib/app/configuration.ts';
import { type Actor, SYSTEM } from '../../../../lib/domain/actor.ts';
import { AgreedAnswer, StoryAnswer } from '../../../../lib/domain/assessment.ts';
import { type Case, evolve } from '../../../../lib/domain/case.ts';
import type { Command } from '../../../../lib/domain/command.ts';
import { decide } from '../../../../lib/domain/decide.ts';
import type { CaseEvent } from '../../../../lib/domain/event.ts';
import { isRefusal } from '../../../../lib/domain/refusal.ts';
import { NAME, RECORD } from '../../../support/template-answers.ts';

export const bundle = readBundle('workflows');
export const configuration = configurationOf(bundle);

export const ADA: Actor = { id: 'P-01-ADA', name: 'Ada Thornbury', roles: ['person'] };
export const PRIYA: Actor = { id: 'S-PRIYA', name: 'Priya Raman', roles: ['assessor'] };
export const MORAG: Actor = { id: 'S-MORAG', name: 'Morag Sinclair', roles: ['approver'], limitPence: 30_000 };

const tvB = JSON.parse(readFileSync('test/domain/fixtures/tv-b.answers.json', 'utf8')) as { answers: Record<string, unknown> };
/** The ten answers of test vector B. */
export const TV_B = Object.entries(tvB.answers).map(([question, answer]) => ({ question, answer: StoryAnswer.parse(answer) }));

export type Made = { readonly state: Case; readonly events: readonly CaseEvent[] };
export type Deed = readonly [command: Command, by: Actor, on?: string];
export const MONDAY = '2026-11-23T09:30:00Z';

/** Does one deed after the other. Throws on a refusal: then the story told is not one that could happen. */
export const go = (from: Made | undefined, deeds: readonly Deed[]): Made => {
  let state = from?.state;
  const events: CaseEvent[] = [...(from?.events ?? [])];
  for (const [command, by, on = MONDAY] of deeds) {
    const decision = decide(command, state, by, configuration, new Date(on));
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.message}`);
    for (const event of decision) {
      state = evolve(state, event);
      events.push(event);
    }
  }
  if (!state) throw new Error('nothing happened');
  return { state, events };
};

export const CASE_ID = 'C-ADA2026AAA';
const person = { id: ADA.id, name: ADA.name };
export const opened = go(undefined, [[{ type: 'open-case', caseId: CASE_ID, person }, ADA]]);

export const OWN_WORDS = 'Mornings are slow.\nI like to be <script>alert("clean")</script> by nine.';
const said = (words: string): Deed[] =>
  TV_B.map(({ question, answer }, place) => [
    { type: 'answer-question', answers: { [question]: { ...answer, ownWords: place === 0 ? words : '' } } },
    ADA,
  ]);
export const halfTold = go(opened, said('').slice(0, 4));
export const told = go(opened, [...said(OWN_WORDS), [{ type: 'answer-question', answers: NAME }, ADA]]);
export const sentStory = go(told, [[{ type: 'send-story' }, ADA]]);
export const taken = go(sentStory, [[{ type: 'take-work', stage: 'assessment' }, PRIYA]]);
/** The twenty working days went by without an answer. */
export const late = go(sentStory, [[{ type: 'miss-promise', stage: 'assessment', run: 1 }, SYSTEM, '2027-01-20T09:00:00Z']]);
export const stuck = go(sentStory, [[{ type: 'flag-attention', stage: 'assessment', run: 1, error: 'Lambda.Unknown' }, SYSTEM]]);

const agreed = (change: Record<string, Partial<AgreedAnswer>> = {}) =>
  Object.fromEntries(
    TV_B.map(({ question, answer: { ownWords: _words, ...answer } }) => [
      question,
      AgreedAnswer.parse({ ...answer, ...change[question] }),
    ]),
  );
const found = { impairment: true, unable: ['CA-HYGIENE', 'CA-NUTRITION'] as const, significantImpact: true };
const eligible = (change?: Record<string, Partial<AgreedAnswer>>): Command => ({
  type: 'confirm-assessment',
  content: {
    answers: agreed(change),
    findings: { ...found, unable: [...found.unable] },
    decision: 'eligible-needs-identified',
    reasons: 'You need help each day to wash and to eat well.',
  },
});
const allocate: Command = { type: 'allocate-resources', stage: 'resource-allocation', run: 1 };
/** What staff write down within the assessment, before anything is decided. */
export const recorded = go(sentStory, [[{ type: 'answer-question', answers: RECORD }, PRIYA]]);
export const allocating = go(recorded, [[eligible(), PRIYA]]);
export const withFigure = go(allocating, [[allocate, SYSTEM]]);
/** Every answer is the highest one, and nobody helps: 124 points, above the ceiling of 100. */
const highest = Object.fromEntries(
  (configuration.model?.questions ?? []).map(({ id, options }) => [
    id,
    { option: options.at(-1)?.id ?? '', informalShare: 0, willingAndAble: false },
  ]),
);
export const needsCosting = go(recorded, [
  [eligible(highest), PRIYA],
  [allocate, SYSTEM],
]);
export const notEligible = go(recorded, [
  [
    {
      type: 'confirm-assessment',
      content: {
        answers: agreed(),
        findings: { impairment: true, unable: [], significantImpact: false },
        decision: 'no-needs-identified',
        reasons: 'You do all of this on your own now. The group at the library can help you meet people.',
      },
    },
    PRIYA,
  ],
]);
export const withdrawn = go(opened, [[{ type: 'withdraw', reasons: 'My sister moved in.' }, ADA]]);

const item = {
  what: 'Help to wash and dress',
  provider: 'Wren Care',
  unit: 'hour' as const,
  units: '10',
  unitPence: 2140,
  meets: ['CA-HYGIENE' as const, 'CA-NUTRITION' as const],
  kind: 'home-care',
  route: 'council-managed' as const,
};
const content = {
  goals: 'I want to swim again.',
  items: [item],
  otherWays: [],
  backUp: 'Call my daughter.',
  advice: 'The pool has a hoist.',
};
export const planning = go(withFigure, [[{ type: 'save-plan', content, basedOn: 0 }, PRIYA]]);
const checked: readonly Deed[] = [
  [{ type: 'explain-ways' }, PRIYA],
  [{ type: 'offer-plan', planVersion: 1 }, PRIYA],
  [{ type: 'fill-form', stage: 'quality-check', outcome: 'content', answers: {}, reasons: '' }, MORAG],
];
export const atApproval = go(planning, checked);
export const returned = go(atApproval, [[{ type: 'return-plan', planVersion: 1, reasons: 'Say who helps at night.' }, MORAG]]);
export const arranging = go(atApproval, [
  [{ type: 'approve-plan', planVersion: 1, reasons: 'Ten hours at the going rate is what it costs.' }, MORAG],
]);
const arranged = {
  type: 'fill-form' as const,
  stage: 'arranging-support',
  outcome: 'in-place',
  answers: { 'first-day': '30 November 2026', 'who-to-call': 'Wren Care' },
  reasons: '',
};
export const inPlace = go(arranging, [[arranged, PRIYA]]);
export const reviewing = go(inPlace, [[{ type: 'ask-for-review', reasons: '' }, ADA]]);
