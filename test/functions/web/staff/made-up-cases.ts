/**
 * One case at every point of the way, made by `decide` and `evolve` from the real workflows folder: never by hand. Every free text
 * holds markup, so that each page that shows one is also a test of its escaping. Not a test itself.
 */
import { readFileSync } from 'node:fs';
import { readBundle } from '../../../../bin/app.ts';
import { configurationOf } from '../../../../lib/app/configuration.ts';
import { type Actor, SYSTEM } from '../../../../lib/domain/actor.ts';
import { type AssessmentContent, StoryAnswer } from '../../../../lib/domain/assessment.ts';
import { type Case, evolve } from '../../../../lib/domain/case.ts';
import type { Command } from '../../../../lib/domain/command.ts';
import { decide } from '../../../../lib/domain/decide.ts';
import type { CaseEvent } from '../../../../lib/domain/event.ts';
import type { PlanContent } from '../../../../lib/domain/plan.ts';
import { isRefusal } from '../../../../lib/domain/refusal.ts';
import { NAME, RECORD } from '../../../support/template-answers.ts';

export const bundle = readBundle('workflows');
export const configuration = configurationOf(bundle);
export const questions = configuration.model?.questions ?? [];

export const ADA: Actor = { id: 'P-01-ADA', name: 'Ada Thornbury', roles: ['person'] };
export const PRIYA: Actor = { id: 'S-PRIYA', name: 'Priya Raman', roles: ['assessor'] };
export const TOM: Actor = { id: 'S-TOM', name: 'Tom Adeleke', roles: ['assessor'] };
export const MORAG: Actor = { id: 'S-MORAG', name: 'Morag Sinclair', roles: ['approver'], limitPence: 30_000 };
export const IDRIS: Actor = { id: 'S-IDRIS', name: 'Idris Vaughan', roles: ['assessor', 'approver'], limitPence: 50_000 };

export type Made = { readonly state: Case; readonly events: readonly CaseEvent[] };
type Deed = readonly [command: Command, by: Actor];
export const NOW = '2026-11-23T09:30:00Z';

/** Does one deed after the other. Throws on a refusal: then the story told is not one that could happen. */
export const go = (from: Made | undefined, ...deeds: readonly Deed[]): Made => {
  let state = from?.state;
  const events: CaseEvent[] = [...(from?.events ?? [])];
  for (const [command, by] of deeds) {
    const decision = decide(command, state, by, configuration, new Date(NOW));
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.message}`);
    for (const event of decision) {
      state = evolve(state, event);
      events.push(event);
    }
  }
  if (!state) throw new Error('nothing happened');
  return { state, events };
};

/** Markup with a mark of its own, so that a page that lets one through says which. */
export const nasty = (mark: string): string => `<script>${mark}</script> & "${mark}"`;

const tvB = JSON.parse(readFileSync('test/domain/fixtures/tv-b.answers.json', 'utf8')) as { answers: Record<string, unknown> };
const TV_B = Object.entries(tvB.answers).map(([question, answer]) => ({ question, answer: StoryAnswer.parse(answer) }));

const person = { id: ADA.id, name: ADA.name };
export const opened = go(undefined, [{ type: 'open-case', caseId: 'C-ADA2026', person }, ADA]);

const told: Deed[] = TV_B.map(({ question, answer }) => [
  { type: 'answer-question', answers: { [question]: { ...answer, ownWords: nasty('words') } } },
  ADA,
]);
/** At the assessment, with the ten answers of test vector B. */
const named: Deed = [{ type: 'answer-question', answers: NAME }, ADA];
export const sent = go(opened, ...told, named, [{ type: 'send-story' }, ADA]);
export const taken = go(sent, [{ type: 'take-work', stage: 'assessment' }, PRIYA]);

const agreed = Object.fromEntries(
  TV_B.map(({ question, answer: { option, informalShare, willingAndAble } }) => [
    question,
    { option, informalShare, willingAndAble, note: nasty('note') },
  ]),
);
export const assessment: AssessmentContent = {
  answers: agreed,
  findings: { impairment: true, unable: ['CA-NUTRITION', 'CA-HYGIENE', 'CA-HABITABLEHOME'], significantImpact: true },
  decision: 'eligible-needs-identified',
  reasons: nasty('reasons'),
};
const recorded: Deed = [{ type: 'answer-question', answers: RECORD }, PRIYA];
const allocate: Deed = [{ type: 'allocate-resources', stage: 'resource-allocation', run: 1 }, SYSTEM];
/** At planning, with the up-front figure of £180.11 a week. */
export const planning = go(sent, recorded, [{ type: 'confirm-assessment', content: assessment }, PRIYA], allocate);

/** Test vector C: £214.00 a week, above the up-front figure. */
export const plan: PlanContent = {
  goals: nasty('goals'),
  backUp: nasty('back-up'),
  items: [
    {
      what: nasty('line'),
      provider: nasty('provider'),
      unit: 'hour',
      units: '8',
      unitPence: 2675,
      meets: ['CA-NUTRITION', 'CA-HYGIENE'],
      kind: 'home-care',
      route: 'council-managed',
    },
  ],
  otherWays: [{ outcome: 'CA-HABITABLEHOME', how: 'carer', reason: nasty('way') }],
  advice: nasty('advice'),
};
export const planned = go(planning, [{ type: 'save-plan', content: plan, basedOn: 0 }, PRIYA], [{ type: 'explain-ways' }, PRIYA]);
export const offered = go(planned, [{ type: 'offer-plan', planVersion: 1, agrees: true }, PRIYA]);

const check = (outcome: string): Deed => [
  {
    type: 'fill-form',
    stage: 'quality-check',
    outcome,
    answers: { 'what-works-well': nasty('form'), 'what-could-be-better': '' },
    reasons: nasty('changes'),
  },
  MORAG,
];
export const changesSuggested = go(offered, check('changes-suggested'));
export const atApproval = go(offered, check('content'));
export const returned = go(atApproval, [{ type: 'return-plan', planVersion: 1, reasons: nasty('returned') }, MORAG]);
export const arranging = go(atApproval, [{ type: 'approve-plan', planVersion: 1, reasons: nasty('agreed') }, MORAG]);
export const supported = go(arranging, [
  {
    type: 'fill-form',
    stage: 'arranging-support',
    outcome: 'in-place',
    answers: { 'first-day': nasty('day'), 'who-to-call': nasty('call') },
    reasons: '',
  },
  PRIYA,
]);
export const atReview = go(supported, [{ type: 'ask-for-review', reasons: nasty('ask') }, ADA]);
export const closed = go(sent, [{ type: 'withdraw', reasons: nasty('stop') }, ADA]);
const stopped: Deed = [{ type: 'flag-attention', stage: 'assessment', run: 1, error: 'Lambda.Unknown' }, SYSTEM];
export const needsAttention = go(taken, stopped);
const again: Command = {
  type: 'record-review',
  content: { outcome: 'no-change', achieved: 'partly', inTheirWords: nasty('theirs'), reasons: nasty('why') },
};
export const reviewedBefore = go(atReview, [again, PRIYA], [{ type: 'ask-for-review', reasons: '' }, PRIYA]);
/** A second plan is being written while the first one is in force. */
export const planningAgain = go(
  atReview,
  [
    {
      type: 'record-review',
      content: { outcome: 'plan-changes', achieved: 'not', inTheirWords: '', reasons: 'More help is needed.' },
    },
    PRIYA,
  ],
  [{ type: 'save-plan', content: { ...plan, goals: 'A bigger garden' }, basedOn: 1 }, PRIYA],
);
