/**
 * A carer's own case at each place it comes to, on the national template, made by `decide` as in life; and beside it the case of the man
 * she looks after, so that tests can show that neither tells of the other. Not a test.
 */
import { fileURLToPath } from 'node:url';
import { readBundle } from '../../bin/app.ts';
import { configurationOf } from '../../lib/app/configuration.ts';
import type { Actor } from '../../lib/domain/actor.ts';
import type { Value } from '../../lib/domain/answer.ts';
import type { AssessmentContent } from '../../lib/domain/assessment.ts';
import { type Case, evolve } from '../../lib/domain/case.ts';
import type { Command } from '../../lib/domain/command.ts';
import { decide } from '../../lib/domain/decide.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import type { PlanContent } from '../../lib/domain/plan.ts';
import { isRefusal, type RefusalCode } from '../../lib/domain/refusal.ts';

export const bundle = readBundle(fileURLToPath(new URL('../../workflows', import.meta.url)));
export const forAdults = configurationOf(bundle);
export const forCarers = configurationOf(bundle, bundle.council.carerPathway);

export const ROSALIND: Actor = { id: 'P-18-ROSALIND', name: 'Rosalind Teague', roles: ['person'] };
export const GEOFF: Actor = { id: 'P-GEOFF', name: 'Geoff Teague', roles: ['person'] };
export const PRIYA: Actor = { id: 'S-PRIYA', name: 'Priya Raman', roles: ['assessor'] };
export const TOM: Actor = { id: 'S-TOM', name: 'Tom Adeleke', roles: ['assessor'] };
export const MORAG: Actor = { id: 'S-MORAG', name: 'Morag Sinclair', roles: ['approver'], limitPence: 30_000 };
export const NOW = '2026-11-23T09:30:00Z';

export type Deed = readonly [command: Command, by: Actor];
export type Made = { readonly state: Case; readonly events: readonly CaseEvent[] };
type Around = typeof forCarers;

/** What is decided on one deed: the kinds of events, or the code of the refusal. */
export const outcomeOf = ([command, by]: Deed, from?: Made, on: Around = forCarers): string[] | RefusalCode => {
  const decision = decide(command, from?.state, by, on, new Date(NOW));
  return isRefusal(decision) ? decision.refused : decision.map(({ type }) => type);
};

/** Does one deed after the other. Throws on a refusal: then the story told is not one that could happen. */
export const go = (from: Made | undefined, deeds: readonly Deed[], on: Around = forCarers): Made => {
  let state = from?.state;
  const events: CaseEvent[] = [...(from?.events ?? [])];
  for (const [command, by] of deeds) {
    const decision = decide(command, state, by, on, new Date(NOW));
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.refused}: ${decision.message}`);
    for (const event of decision) {
      state = evolve(state, event);
      events.push(event);
    }
  }
  if (!state) throw new Error('nothing happened');
  return { state, events };
};

/** In words of her own, so that a page of the other case that showed one would be caught by it. */
export const HER_WORDS = 'I cry in the larder so that nobody hears';
export const HIS_WORDS = 'My legs go from under me on the stairs';

const says = (answers: Readonly<Record<string, Value>>, by: Actor): Deed => [{ type: 'answer-question', answers }, by];
const person = ({ id, name }: Actor) => ({ id, name });

export const opened = go(undefined, [
  [{ type: 'open-case', caseId: 'C-ROSALINDCARER', person: person(ROSALIND), as: 'carer' }, ROSALIND],
]);
export const told = go(opened, [
  says(
    {
      'about.name': ROSALIND.name,
      'comm.language': 'en',
      'about.safe': true,
      'about.difficulty': ['none'],
      'caring.what': HER_WORDS,
      'caring.hours': 90,
      'caring.willing-and-able': 'some-of-it',
      'caring.stop': 'The nights.',
      'caring.free-time': 'cannot',
      'caring.people': 'hard',
    },
    ROSALIND,
  ),
]);
export const sent = go(told, [[{ type: 'send-story' }, ROSALIND]]);

/** What staff write down within a carer's assessment, before anything is decided. */
export const RECORD: Readonly<Record<string, Value>> = {
  'assess.information-given': true,
  'assess.advocate': 'not-needed',
  'assess.safeguarding': false,
  'caring.copy-to': ['nobody-else'],
};
export const recorded = go(sent, [says(RECORD, PRIYA)]);

export const eligible: AssessmentContent = {
  answers: {},
  findings: {
    kind: 'carer',
    necessaryCare: true,
    healthAtRisk: false,
    unable: ['CARER-RECREATION'],
    significantImpact: true,
  },
  decision: 'eligible-needs-identified',
  reasons: 'You have no time off at all, and it wears you down.',
};
export const notEligible: AssessmentContent = {
  answers: {},
  findings: { kind: 'carer', necessaryCare: true, healthAtRisk: false, unable: [], significantImpact: false },
  decision: 'no-needs-identified',
  reasons: 'You told us that it goes well just now. Come back on any day.',
};
export const confirm = (content: AssessmentContent): Deed => [{ type: 'confirm-assessment', content }, PRIYA];
export const assessed = go(recorded, [confirm(eligible)]);
export const adviceGiven = go(recorded, [confirm(notEligible)]);

/** £23.00 a week. */
export const plan: PlanContent = {
  goals: 'One morning a week that is mine.',
  items: [
    {
      what: 'Swimming',
      provider: '',
      unit: 'visit',
      units: '2',
      unitPence: 1_150,
      meets: ['CARER-RECREATION'],
      kind: 'carers-break-and-wellbeing',
      route: 'council-managed',
    },
  ],
  otherWays: [],
  backUp: 'My sister.',
  advice: 'The carers’ café meets on Thursdays.',
};
export const save = (content: PlanContent, basedOn = 0): Deed => [{ type: 'save-plan', content, basedOn }, PRIYA];
export const planned = go(assessed, [save(plan), [{ type: 'explain-ways' }, PRIYA]]);
export const offered = go(planned, [[{ type: 'offer-plan', planVersion: 1 }, PRIYA]]);
export const agreed = go(offered, [[{ type: 'approve-plan', planVersion: 1, reasons: '' }, MORAG]]);
export const inPlace = go(agreed, [
  [
    {
      type: 'fill-form',
      stage: 'arranging-support',
      outcome: 'in-place',
      answers: { 'first-day': '30 November 2026', 'who-to-call': 'The team' },
      reasons: '',
    },
    TOM,
  ],
]);
export const inReview = go(inPlace, [[{ type: 'ask-for-review', reasons: 'The pool shut.' }, ROSALIND]]);

/** Her husband's own case: he has asked her in as his carer, to one part of it. */
export const hisCase = go(
  undefined,
  [
    [{ type: 'open-case', caseId: 'C-GEOFF', person: person(GEOFF) }, GEOFF],
    says({ 'about.name': GEOFF.name, 'comm.language': 'cy', 'matters.most': HIS_WORDS, 'about.safe': false }, GEOFF),
    [
      {
        type: 'invite-person',
        invitation: {
          id: ROSALIND.id,
          name: ROSALIND.name,
          as: 'carer',
          sections: ['day-to-day'],
          until: '2027-01-31',
          contact: { by: 'text', to: '07700 900 118' },
        },
      },
      GEOFF,
    ],
    [{ type: 'join-circle' }, ROSALIND],
  ],
  forAdults,
);
