/**
 * Cases that have lived on a pathway, made of the events that would have happened, with something in every record that a move could
 * lose. Not a test; how a real case comes to each event is tested with `decide`.
 */
import { type Case, replay } from '../../lib/domain/case.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { formOf } from '../../lib/domain/configuration.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import { isHuman, leadsTo, type StageDef, stageOf } from '../../lib/domain/stage.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { caseAt, MONDAY } from '../support/case-so-far.ts';
import { small } from '../support/small-council.ts';

export const NOW = new Date('2026-11-03T09:00:00.000Z');

const agreed = caseAt('an agreed plan');
const by = { id: 'S-X', name: 'X', role: 'assessor' as const };
const event = (of: object): CaseEvent => ({ at: MONDAY, by, ...of }) as CaseEvent;

/** A plan form under the name the default pathway has for it, beside those of the small council. */
const planForm = { ...formOf(small, 'plan'), id: 'support-plan' } as Configuration['forms'][number];
export const configured = (route: Pathway, version: string): Configuration => ({
  ...small,
  version,
  route,
  forms: [...small.forms, planForm],
});

const arrives = (def: StageDef | undefined): CaseEvent[] =>
  def && isHuman(def) ? [event({ type: 'StageOpened', stage: def.id, token: `at-${def.id}` })] : [];

/** What is written down where a stage is finished. */
const written = (def: StageDef, outcome: string): CaseEvent[] => {
  if (def.kind === 'assessment') return [event({ type: 'AssessmentConfirmed', assessment: agreed.assessment })];
  if (def.kind === 'resource-allocation') return [event({ type: 'AllocationMade', allocation: agreed.allocation })];
  if (def.kind === 'plan-approval' && outcome === 'approved')
    return [event({ type: 'PlanApproved', agreed: agreed.agreed, reviewDueOn: '2026-12-14' })];
  if (def.kind === 'form' && def.form === 'support-plan') return [event({ type: 'PlanSaved', plan: agreed.plan })];
  return [];
};

const promise = { dueOn: '2026-11-16', toldAt: MONDAY, missed: [] };
const promisedAt = (def: StageDef | undefined) => (def && isHuman(def) ? { promise } : {});

/** Opened, answered and invited: and, where the life begins with a review, agreed and put in place before. */
const beginning = (pathway: Pathway, version: string, fromReview: boolean): CaseEvent[] => {
  const first = stageOf(pathway, pathway.start);
  const opened = [
    event({
      type: 'CaseOpened',
      caseId: 'C-LIVE1',
      person: { id: 'P-1', name: 'One' },
      pathway: pathway.id,
      configuration: version,
      stage: pathway.start,
      ...promisedAt(first),
    }),
    event({ type: 'AnswerGiven', question: 'has-cat', form: 'about', value: true }),
    event({ type: 'AnswerGiven', question: 'cat-name', form: 'about', value: 'Tibby' }),
  ];
  if (!fromReview) return [...opened, ...arrives(first)];
  return [
    ...opened,
    event({ type: 'PlanSaved', plan: agreed.plan }),
    event({ type: 'AssessmentConfirmed', assessment: agreed.assessment }),
    event({ type: 'PlanApproved', agreed: agreed.agreed, reviewDueOn: '2026-12-14' }),
    event({ type: 'SupportPutInPlace', reviewDueOn: '2026-12-14' }),
    event({ type: 'ReviewOpened', trigger: 'due', stage: pathway.review, promise }),
    ...arrives(stageOf(pathway, pathway.review)),
  ];
};

/** The events of a case that finished stages with `outcomes`, one after another; at an outcome that leads to an end it stays where it is. */
export const lifeOn = (pathway: Pathway, version: string, outcomes: readonly string[], fromReview = false): CaseEvent[] => {
  const events = beginning(pathway, version, fromReview);
  let at = fromReview ? pathway.review : pathway.start;
  for (const outcome of outcomes) {
    const def = stageOf(pathway, at);
    const to = leadsTo(pathway, at, outcome);
    if (!def || !to || 'end' in to) return events;
    const next = stageOf(pathway, to.stage);
    events.push(
      ...written(def, outcome),
      event({ type: 'StageFinished', stage: at, outcome, to, ...promisedAt(next) }),
      ...arrives(next),
    );
    at = to.stage;
  }
  return events;
};

export const liveCase = (events: readonly CaseEvent[]): Extract<Case, { state: 'underway' }> => {
  const state = replay(events);
  if (state?.state !== 'underway') throw new Error('a life that is not underway');
  return state;
};
