/**
 * A case: one person's way through a pathway. It is a union by state, so that what cannot be is not typed: support in place always
 * has an agreed plan and a review date. `evolve` is the only thing that makes one, from events.
 */
import type { AgreedPlan } from './approval.ts';
import type { Assessment } from './assessment.ts';
import type { IsoDate } from './calendar.ts';
import { unansweredAfter, withAnswer, withConfirmed, withFilledForm } from './case-facts.ts';
import { type AroundThePlan, NOTHING_AROUND, withAround } from './case-money.ts';
import { adopt, arrive, close, finish, impossible, moveAt, openReview, putInPlace, restart } from './case-moves.ts';
import { moveVersion } from './case-versions.ts';
import { type Challenge, challengesAfter } from './challenge.ts';
import { circleAfter, type Grant } from './circle.ts';
import type { Alternative } from './decline.ts';
import type { Allocation, CaseEvent, ClosedEnd, EventOf, Promised, Signed } from './event.ts';
import type { Facts } from './fact.ts';
import type { FilledForm } from './form.ts';
import { leadAfter } from './lead.ts';
import type { Move } from './moving.ts';
import type { Plan } from './plan.ts';
import type { Review, ReviewTrigger } from './review.ts';
import type { StageId } from './stage.ts';

/** The stage a case is at. `token` is there while a machine waits at it; `takenBy` once somebody has taken the work. */
export type Waiting = {
  readonly stage: StageId;
  readonly since: string;
  /** When the case came to this stage; `since` is when the machine driving it now set out. */
  readonly arrivedAt: string;
  readonly promise?: Promised | undefined;
  readonly token?: string | undefined;
  readonly takenBy?: Signed | undefined;
  readonly attention?: { readonly error: string; readonly at: string } | undefined;
  /** How often the machine was started again at this stage, so that recovery gives up at some point and asks a human. */
  readonly restarts: number;
};

/** Support that has been agreed. The review date stands from the moment of agreement (I-10). */
export type AgreedSupport = AgreedPlan & { readonly reviewDueOn: IsoDate };

export type Records = AroundThePlan & {
  readonly id: string;
  /** Events so far. */
  readonly version: number;
  readonly person: Signed;
  readonly pathway: StageId;
  readonly configuration: string;
  readonly openedAt: string;
  /** How many stages it has come to, so that a form drawn on an earlier visit to a stage is not taken for this one. */
  readonly arrivals: number;
  /** Which execution drives it: 1 at first, one more for each review or restart. */
  readonly run: number;
  /** The last outcome of each stage finished in this cycle, so that a machine that is behind can be sent on. */
  readonly finished: Readonly<Record<StageId, string>>;
  /** Every answer held about the person, by question. */
  readonly facts: Facts;
  /** Whoever was ever invited; who is still in is `isInForce`. */
  readonly circle: readonly Grant[];
  readonly challenges: readonly Challenge[];
  /** The last message, when it is the person's side that waits for a word; the messages are in the events. */
  readonly unanswered?: { readonly at: string; readonly by: Signed; readonly urgent?: true | undefined } | undefined;
  /** What changed in the questions while this was being filled in, until the story is sent. */
  readonly changed?: { readonly at: string; readonly sentence: string } | undefined;
  /** The last few moves to another version that were not taken back. */
  readonly moves?: readonly Move[] | undefined;
  readonly assessment?: Assessment | undefined;
  readonly allocation?: Allocation | undefined;
  /** The plan being written. It stays after agreement, as the start of the next one. */
  readonly plan?: Plan | undefined;
  readonly returned?:
    | {
        readonly planVersion: number;
        readonly reasons: string;
        readonly alternatives?: readonly Alternative[] | undefined;
        readonly by: Signed;
        readonly at: string;
      }
    | undefined;
  readonly agreed?: AgreedSupport | undefined;
  /** The last one of each stage, and the last few reviews: one item must hold it all. Every one of them is in the events. */
  readonly forms: readonly FilledForm[];
  readonly reviews: readonly Review[];
  /** Why a review is open, while it is: the date came, or somebody asked and said this. */
  readonly reviewing?: ReviewTrigger | undefined;
  readonly reviewAsked?: string | undefined;
};

export type Underway = Records & { readonly state: 'underway'; readonly at: Waiting };
export type Supported = Records & { readonly state: 'supported'; readonly agreed: AgreedSupport };
export type Closed = Records & {
  readonly state: 'closed';
  readonly end: ClosedEnd;
  readonly reasons: string;
  readonly closedAt: string;
  readonly closedBy?: Signed | undefined;
};
export type Case = Underway | Supported | Closed;

const open = (event: EventOf<'CaseOpened'>): Underway => ({
  state: 'underway',
  id: event.caseId,
  version: 1,
  person: event.person,
  pathway: event.pathway,
  configuration: event.configuration,
  openedAt: event.at,
  arrivals: 1,
  run: 1,
  finished: {},
  facts: event.known ?? {},
  circle: [],
  challenges: [],
  forms: [],
  reviews: [],
  ...NOTHING_AROUND,
  at: arrive(event.stage, event.at, event.promise),
});

/** Everything but the counting of versions. */
const apply = (state: Case, event: CaseEvent): Case => {
  switch (event.type) {
    case 'CaseOpened':
      return impossible(event, state);
    case 'StageOpened':
      return moveAt(state, event, () => ({ token: event.token, attention: undefined }));
    case 'StageCaughtUp':
      return state;
    case 'WorkTaken':
      return moveAt(state, event, () => ({ takenBy: { id: event.by.id, name: event.by.name } }));
    case 'WorkPutBack':
      return moveAt(state, event, () => ({ takenBy: undefined }));
    case 'AnswerGiven':
      return withAnswer(state, event);
    case 'AnswersConfirmed':
      return withConfirmed(state, event);
    case 'ConfigurationAdopted':
      return adopt(state, event);
    case 'CaseMoved':
      return moveVersion(state, event);
    case 'PersonInvited':
    case 'PersonJoined':
    case 'AuthoritySeen':
    case 'PersonRemoved':
      return { ...state, circle: circleAfter(state.circle, event), lead: leadAfter(state.lead, event) };
    case 'MessageWritten':
      return { ...state, unanswered: unansweredAfter(state.unanswered, event) };
    case 'ChallengeRaised':
    case 'ChallengeAcknowledged':
    case 'ChallengeAnswered':
      return { ...state, challenges: challengesAfter(state.challenges, event) };
    case 'AssessmentConfirmed':
      return { ...state, assessment: event.assessment, allocation: undefined };
    case 'AllocationMade':
      return { ...state, allocation: event.allocation };
    case 'PlanSaved':
      return { ...state, plan: event.plan };
    case 'PlanApproved':
      return approved(state, event);
    case 'PlanReturned':
      return { ...state, returned: sentBack(event) };
    case 'PlanOffered':
    case 'LeadArranged':
    case 'ChangeProposed':
    case 'ProposalSettled':
    case 'UrgentSupportStarted':
    case 'UrgentSupportEnded':
    case 'FinancesRecorded':
    case 'WaysExplained':
    case 'MoneyArranged':
    case 'AuditRecorded':
      return withAround(state, event);
    case 'FormFilled':
      return withFilledForm(state, event);
    case 'ReviewRecorded':
      return withReview(state, event);
    case 'StageFinished':
      return finish(state, event);
    case 'PromiseMissed':
      return moveAt(state, event, () => ({ promise: event.promise }));
    case 'AttentionNeeded':
      return moveAt(state, event, () => ({ attention: { error: event.error, at: event.at } }));
    case 'SupportPutInPlace':
      return putInPlace(state, event);
    case 'ReviewOpened':
      return openReview(state, event);
    case 'RunRestarted':
      return restart(state, event);
    case 'CaseClosed':
      return close(state, event);
  }
};

/** Agreed under the scheme and drawn by lot: somebody reads it afterwards. */
const approved = (state: Case, { agreed, reviewDueOn, at }: EventOf<'PlanApproved'>): Case => {
  const audit = agreed.under?.atOnce?.sampled ? { since: at } : state.audit;
  return { ...state, agreed: { ...agreed, reviewDueOn }, returned: undefined, audit };
};

const sentBack = ({ planVersion, reasons, alternatives, by, at }: EventOf<'PlanReturned'>): Records['returned'] => {
  return { planVersion, reasons, ...(alternatives && { alternatives }), by, at };
};

const KEPT_REVIEWS = 3;

const withReview = (state: Case, event: EventOf<'ReviewRecorded'>): Case => {
  if (!state.agreed) return impossible(event, state);
  const agreed = { ...state.agreed, reviewDueOn: event.reviewDueOn };
  return { ...state, agreed, reviews: [...state.reviews, event.review].slice(-KEPT_REVIEWS) };
};

/** The case after one more event. Throws when `decide` could not have made that event: a broken log is a fault, not a refusal. */
export const evolve = (state: Case | undefined, event: CaseEvent): Case => {
  if (!state) return event.type === 'CaseOpened' ? open(event) : impossible(event, state);
  return { ...apply(state, event), version: state.version + 1 };
};

/** The case that a whole log amounts to; `undefined` for an empty one. */
export const replay = (events: readonly CaseEvent[]): Case | undefined =>
  events.reduce<Case | undefined>((state, event) => evolve(state, event), undefined);
