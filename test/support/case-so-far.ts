/**
 * Cases as they stand after a few commands, each made through `decide` as in life, so that no test begins from a case that could
 * not be. Used by the tests of the domain.
 */
import { type Actor, SYSTEM } from '../../lib/domain/actor.ts';
import type { AgreedAnswer, AssessmentContent } from '../../lib/domain/assessment.ts';
import { type Case, evolve } from '../../lib/domain/case.ts';
import type { Command } from '../../lib/domain/command.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { decide } from '../../lib/domain/decide.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import type { PlanContent } from '../../lib/domain/plan.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import { ada, glenda, priya, small } from './small-council.ts';

export type Step = { readonly by: Actor; readonly command: Command; readonly at?: string };

/** A Monday morning in November. */
export const MONDAY = '2026-11-02T09:00:00.000Z';

export const open: Step = { by: ada, command: { type: 'open-case', caseId: 'C-TEST1', person: { id: ada.id, name: ada.name } } };

const given = (option: string) => ({ option, informalShare: 0, willingAndAble: false, ownWords: 'In my own words' });
export const answerWith = (question: string, option: string, by: Actor = ada): Step => ({
  by,
  command: { type: 'answer-question', answers: { [question]: given(option) } },
});
export const send: Step = { by: ada, command: { type: 'send-story' } };

const agreed = (option: string): AgreedAnswer => ({ option, informalShare: 0, willingAndAble: false, note: '' });
export const eligible: AssessmentContent = {
  answers: { washing: agreed('p6'), 'going-out': agreed('p6') },
  findings: { impairment: true, unable: ['CA-HYGIENE', 'CA-COMMUNITY'], significantImpact: true },
  decision: 'eligible-needs-identified',
  reasons: 'What we found together.',
};
export const notEligible: AssessmentContent = {
  ...eligible,
  findings: { impairment: true, unable: ['CA-HYGIENE'], significantImpact: true },
  decision: 'non-eligible-needs-identified',
  reasons: 'One outcome only. Here is who can help.',
};
export const confirm = (content: AssessmentContent = eligible, by: Actor = priya): Step => ({
  by,
  command: { type: 'confirm-assessment', content },
});
export const allocateNow = (run = 1): Step => ({ by: SYSTEM, command: { type: 'allocate-resources', stage: 'figure', run } });

/** £120.00 a week: exactly the up-front figure of `eligible`. */
export const plan: PlanContent = {
  goals: 'Swim on Tuesdays.',
  items: [
    { what: 'Morning visits', provider: 'Larks', unit: 'hour', units: '4', unitPence: 2000, meets: ['CA-HYGIENE'] },
    { what: 'Someone to swim with', provider: '', unit: 'hour', units: '2', unitPence: 2000, meets: ['CA-COMMUNITY'] },
  ],
  otherWays: [],
  backUp: 'Call the team.',
  advice: 'The pool has a hoist and a quiet hour.',
};
export const dearer: PlanContent = {
  ...plan,
  items: plan.items.map((item) => ({ ...item, unitPence: 3000 })),
};
export const save = (content: PlanContent = plan, basedOn = 0, by: Actor = priya): Step => ({
  by,
  command: { type: 'save-plan', content, basedOn },
});
export const offer = (planVersion = 1, by: Actor = priya): Step => ({ by, command: { type: 'offer-plan', planVersion } });
/** Sent on by a worker who wrote down that the person agrees with it. */
export const offerAgreed = (planVersion = 1, by: Actor = priya): Step => ({
  by,
  command: { type: 'offer-plan', planVersion, agrees: true },
});
export const check = (outcome = 'fine', reasons = '', by: Actor = glenda): Step => ({
  by,
  command: { type: 'fill-form', stage: 'check', outcome, answers: {}, reasons },
});
export const approve = (planVersion = 1, reasons = '', by: Actor = glenda): Step => ({
  by,
  command: { type: 'approve-plan', planVersion, reasons },
});
export const giveBack = (planVersion = 1, reasons = 'Too little on Sundays.', by: Actor = glenda): Step => ({
  by,
  command: { type: 'return-plan', planVersion, reasons },
});
export const arrange = (answers: Record<string, string> = { money: 'person' }, by: Actor = priya): Step => ({
  by,
  command: { type: 'fill-form', stage: 'arranging', outcome: 'in-place', answers, reasons: '' },
});
export const askReview = (by: Actor = ada): Step => ({ by, command: { type: 'ask-for-review', reasons: '' } });
export const reviewed = (outcome: 'no-change' | 'plan-changes' | 'needs-changed' | 'support-ends', by: Actor = priya): Step => ({
  by,
  command: {
    type: 'record-review',
    content: { outcome, achieved: 'partly', inTheirWords: 'Swimming is good.', reasons: 'We looked at it together.' },
  },
});
export const withdrawNow = (by: Actor = ada, reasons = ''): Step => ({ by, command: { type: 'withdraw', reasons } });

const STORY = [open, answerWith('washing', 'p6'), answerWith('going-out', 'p6')];
const SENT = [...STORY, send];
const PLANNED = [...SENT, confirm(), allocateNow(), save()];
const OFFERED = [...PLANNED, offer()];
const CHECKED = [...OFFERED, check()];
const AGREED = [...CHECKED, approve()];
const SUPPORTED = [...AGREED, arrange()];

/** The steps that lead to each place a case can be. */
export const WAY_TO = {
  'nobody yet': [],
  'a story just begun': [open],
  'a story told': STORY,
  'an assessment': SENT,
  'a figure to work out': [...SENT, confirm()],
  planning: [...SENT, confirm(), allocateNow()],
  'a plan written': PLANNED,
  'a plan in check': OFFERED,
  'a plan to agree': CHECKED,
  'a plan sent back': [...CHECKED, giveBack()],
  'an agreed plan': AGREED,
  'support in place': SUPPORTED,
  'a review': [...SUPPORTED, askReview()],
  'a withdrawn case': [...SENT, withdrawNow()],
  'advice given': [...SENT, confirm(notEligible)],
  'support ended': [...SUPPORTED, askReview(), reviewed('support-ends')],
} as const satisfies Record<string, readonly Step[]>;
export type Place = keyof typeof WAY_TO;

/** Follows `steps` from `from`. Throws when one is refused: a test that starts from nowhere proves nothing. */
export const follow = (steps: readonly Step[], from?: Case, configuration: Configuration = small): Case | undefined => {
  let state = from;
  for (const { by, command, at } of steps) {
    const decision = decide(command, state, by, configuration, new Date(at ?? MONDAY));
    if (isRefusal(decision)) throw new Error(`${command.type} was refused: ${decision.refused}: ${decision.message}`);
    state = decision.reduce<Case | undefined>((before: Case | undefined, event: CaseEvent) => evolve(before, event), state);
  }
  return state;
};

/** The case at `place`. */
export const caseAt = (place: Exclude<Place, 'nobody yet'>): Case => {
  const state = follow(WAY_TO[place]);
  if (!state) throw new Error('no case');
  return state;
};
