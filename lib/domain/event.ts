/**
 * Everything that can happen to a case, in the past tense. A case *is* these, in order (law 1); `case.ts` folds them. An event is
 * never edited or removed, so a field here is forever: add new ones as optional.
 */
import type { Role } from './actor.ts';
import type { RasResult } from './allocation.ts';
import type { Value } from './answer.ts';
import type { AgreedPlan, PersonalBudget } from './approval.ts';
import type { Assessment } from './assessment.ts';
import type { IsoDate } from './calendar.ts';
import type { Challenge, ChallengeOutcome } from './challenge.ts';
import type { Grant } from './circle.ts';
import type { Alternative } from './decline.ts';
import type { Facts } from './fact.ts';
import type { Finances } from './finances.ts';
import type { FilledForm } from './form.ts';
import type { Arrangement } from './holding.ts';
import type { LeadArrangement } from './lead.ts';
import type { Plan } from './plan.ts';
import type { Proposal } from './proposal.ts';
import type { QuestionId } from './question-id.ts';
import type { Review, ReviewTrigger } from './review.ts';
import type { Destination, StageId } from './stage.ts';
import type { FundingRoute } from './support-rules.ts';
import type { UrgentSupport } from './urgent-support.ts';

/** A date told to the person. `missed` keeps each date that passed, because a missed promise is shown as missed. */
export type Promised = { readonly dueOn: IsoDate; readonly toldAt: string; readonly missed: readonly IsoDate[] };

export type Signed = { readonly id: string; readonly name: string };

/** Where the case goes after a stage, and the promise for the stage it goes to. */
type MovesOn = {
  readonly stage: StageId;
  readonly outcome: string;
  readonly to: Destination;
  readonly promise?: Promised | undefined;
};

type Happened =
  | {
      readonly type: 'CaseOpened';
      readonly caseId: string;
      readonly person: Signed;
      readonly pathway: StageId;
      readonly configuration: string;
      readonly stage: StageId;
      readonly promise?: Promised | undefined;
      /** What was known from an earlier case of the same person, each answer still signed by who gave it. */
      readonly known?: Facts | undefined;
    }
  /** The machine arrived at a human stage and waits on `token`. */
  | { readonly type: 'StageOpened'; readonly stage: StageId; readonly token: string }
  /** The machine arrived at a stage that was finished before it got there: it is sent straight on. */
  | { readonly type: 'StageCaughtUp'; readonly stage: StageId; readonly token: string; readonly outcome: string }
  | { readonly type: 'WorkTaken'; readonly stage: StageId }
  | { readonly type: 'WorkPutBack'; readonly stage: StageId }
  | { readonly type: 'AnswerGiven'; readonly question: QuestionId; readonly form: StageId; readonly value: Value }
  /** Shown again and still right, as it stands. */
  | { readonly type: 'AnswersConfirmed'; readonly questions: readonly QuestionId[] }
  /** An unsent draft goes on with the questions of a newer configuration; `change` is the sentence the person is shown. */
  | {
      readonly type: 'ConfigurationAdopted';
      readonly configuration: string;
      readonly from: string;
      readonly stage: StageId;
      readonly run: number;
      readonly change: string;
    }
  /** An open case goes on under another published version. */
  | {
      readonly type: 'CaseMoved';
      readonly configuration: string;
      readonly from: string;
      readonly job: string;
      /** Where it is now, and was before, while it is underway; another machine drives it. */
      readonly stage?: StageId | undefined;
      readonly was?: StageId | undefined;
      readonly run?: number | undefined;
      /** It came to `stage` anew, or back to it. Left out where it stays in its place. */
      readonly anew?: true | undefined;
      readonly promise?: Promised | undefined;
      /** The move of this job is taken back. */
      readonly back?: true | undefined;
      /** For somebody with a draft open: what changed in its questions. */
      readonly questions?: string | undefined;
      /** For the person: which of their steps is gone, or is there again. */
      readonly told?: string | undefined;
    }
  | { readonly type: 'PersonInvited'; readonly grant: Grant }
  | { readonly type: 'PersonJoined'; readonly id: string }
  | { readonly type: 'AuthoritySeen'; readonly id: string }
  | { readonly type: 'PersonRemoved'; readonly id: string }
  | { readonly type: 'MessageWritten'; readonly words: string }
  | { readonly type: 'ChallengeRaised'; readonly challenge: Challenge }
  | { readonly type: 'ChallengeAcknowledged'; readonly number: number }
  | { readonly type: 'ChallengeAnswered'; readonly number: number; readonly outcome: ChallengeOutcome; readonly reasons: string }
  | { readonly type: 'AssessmentConfirmed'; readonly assessment: Assessment }
  | { readonly type: 'AllocationMade'; readonly allocation: Allocation }
  | { readonly type: 'PlanSaved'; readonly plan: Plan }
  | { readonly type: 'PlanApproved'; readonly agreed: AgreedPlan; readonly reviewDueOn: IsoDate }
  | {
      readonly type: 'PlanReturned';
      readonly planVersion: number;
      readonly reasons: string;
      /** Where it was sent back for what it costs: which need can be met how for less. */
      readonly alternatives?: readonly Alternative[] | undefined;
    }
  /** Sent on, and whether the person agrees with it, in their words where they do not (s.25(5)). */
  | { readonly type: 'PlanOffered'; readonly planVersion: number; readonly agrees: boolean; readonly words: string }
  | { readonly type: 'LeadArranged'; readonly lead: LeadArrangement }
  | { readonly type: 'ChangeProposed'; readonly proposal: Proposal }
  | { readonly type: 'ProposalSettled'; readonly number: number; readonly taken: boolean; readonly words: string }
  | { readonly type: 'UrgentSupportStarted'; readonly urgent: UrgentSupport }
  | { readonly type: 'UrgentSupportEnded'; readonly number: number; readonly reasons: string }
  /** `budget`: the new statement, where support was agreed already. */
  | { readonly type: 'FinancesRecorded'; readonly finances: Finances; readonly budget?: PersonalBudget | undefined }
  | { readonly type: 'WaysExplained'; readonly routes: readonly FundingRoute[] }
  | { readonly type: 'MoneyArranged'; readonly arrangement: Arrangement }
  | { readonly type: 'AuditRecorded'; readonly finding: string }
  | { readonly type: 'FormFilled'; readonly filled: FilledForm }
  | { readonly type: 'ReviewRecorded'; readonly review: Review; readonly reviewDueOn: IsoDate }
  | ({ readonly type: 'StageFinished' } & MovesOn)
  | { readonly type: 'PromiseMissed'; readonly stage: StageId; readonly missed: IsoDate; readonly promise: Promised }
  | { readonly type: 'AttentionNeeded'; readonly stage: StageId; readonly error: string }
  | { readonly type: 'SupportPutInPlace'; readonly reviewDueOn: IsoDate }
  | {
      readonly type: 'ReviewOpened';
      /** What whoever asked said has changed, in their words. */
      readonly asked?: string | undefined;
      readonly trigger: ReviewTrigger;
      readonly stage: StageId;
      readonly promise?: Promised | undefined;
    }
  | { readonly type: 'RunRestarted'; readonly run: number; readonly stage: StageId; readonly why: string }
  | { readonly type: 'CaseClosed'; readonly end: ClosedEnd; readonly reasons: string };

/** How a case can be closed: by the pathway's ends, or because the person asked to stop. */
export type ClosedEnd = 'advice-given' | 'support-ended' | 'withdrawn';

/** An allocation with what it was made from, so that it can be shown and made again (I-19). */
export type Allocation = RasResult & { readonly model: string; readonly modelVersion: string; readonly madeAt: string };

/** An event with who and when. The configuration it was decided on is stored beside it. */
export type CaseEvent = Happened & { readonly at: string; readonly by: Signed & { readonly role: Role } };
export type EventType = CaseEvent['type'];
export type EventOf<T extends EventType> = Extract<CaseEvent, { type: T }>;
