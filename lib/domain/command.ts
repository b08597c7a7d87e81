/**
 * Everything that can be asked of a case, in the imperative. A command is asked by an actor and answered by `decide` with events or
 * a refusal. Doors parse their input into one of these; nothing else changes a case.
 */
import type { Value } from './answer.ts';
import type { AssessmentContent } from './assessment.ts';
import type { ChallengeContent, ChallengeOutcome } from './challenge.ts';
import type { Invitation } from './circle.ts';
import type { Configuration } from './configuration.ts';
import type { Alternative } from './decline.ts';
import type { Signed } from './event.ts';
import type { Facts } from './fact.ts';
import type { FinancesContent } from './finances.ts';
import type { ArrangementContent } from './holding.ts';
import type { LeadContent } from './lead.ts';
import type { Pence } from './money.ts';
import type { PlanContent } from './plan.ts';
import type { QuestionId } from './question-id.ts';
import type { ReviewContent } from './review.ts';
import type { CaseKind, StageId } from './stage.ts';
import type { UrgentSupportContent } from './urgent-support.ts';

/** What the machine says when it gets somewhere: which stage, and on which run, so that an execution left behind is noticed. */
type FromTheMachine = { readonly stage: StageId; readonly run: number };

/** Which arrival at the stage the form was drawn for, so that a tab left open does not answer for a later one. */
type OnArrival = { readonly arrival?: number | undefined };

export type Command =
  /** `known`: what earlier cases of the same person hold. `as`: whose needs it is about, an adult's where it is left out. */
  | {
      readonly type: 'open-case';
      readonly caseId: string;
      readonly person: Signed;
      readonly known?: Facts | undefined;
      readonly as?: CaseKind | undefined;
    }
  /** What was answered together, on one page: all of it is kept, or none. */
  | { readonly type: 'answer-question'; readonly answers: Readonly<Record<QuestionId, Value>> }
  | { readonly type: 'confirm-answers'; readonly questions: readonly QuestionId[] }
  /** Goes on with a draft on the configuration in force. */
  | { readonly type: 'adopt-configuration'; readonly to: Configuration }
  /**
   * Goes on under another published version: in its place, or at `stage`. That no duty is skipped there was found
   * (`lib/pathway/migrate.ts`) on the case as it was at version `basedOn`. `back`: takes the move of this `job` back.
   */
  | {
      readonly type: 'move-case';
      readonly to: Configuration;
      readonly basedOn: number;
      readonly job: string;
      readonly stage?: StageId | undefined;
      readonly back?: true | undefined;
    }
  | { readonly type: 'invite-person'; readonly invitation: Invitation }
  | { readonly type: 'join-circle' }
  | { readonly type: 'record-authority-seen'; readonly id: string }
  | { readonly type: 'remove-person'; readonly id: string }
  | { readonly type: 'write-message'; readonly words: string }
  | { readonly type: 'raise-challenge'; readonly content: ChallengeContent }
  | { readonly type: 'acknowledge-challenge'; readonly number: number }
  | { readonly type: 'answer-challenge'; readonly number: number; readonly outcome: ChallengeOutcome; readonly reasons: string }
  | { readonly type: 'send-story' }
  | { readonly type: 'take-work'; readonly stage: StageId }
  | { readonly type: 'put-back-work'; readonly stage: StageId }
  | ({ readonly type: 'confirm-assessment'; readonly content: AssessmentContent } & OnArrival)
  /** `basedOn` is the version of the plan the writer had before them; 0 when there was none. */
  | { readonly type: 'save-plan'; readonly content: PlanContent; readonly basedOn: number }
  /** `agrees`: what the person says of it, where somebody else sends it on; with `words` where they do not. */
  | {
      readonly type: 'offer-plan';
      readonly planVersion: number;
      readonly agrees?: boolean | undefined;
      readonly words?: string | undefined;
    }
  | ({
      readonly type: 'fill-form';
      readonly stage: StageId;
      readonly outcome: string;
      readonly answers: Readonly<Record<string, Value>>;
      readonly reasons: string;
    } & OnArrival)
  /** `totalPence` is the weekly budget the approver saw. A figure that is not what the plan costs is refused. */
  | {
      readonly type: 'approve-plan';
      readonly planVersion: number;
      readonly reasons: string;
      readonly totalPence?: Pence | undefined;
    }
  /** `alternatives`: where it goes back for what it costs, which need can be met how for less. */
  | {
      readonly type: 'return-plan';
      readonly planVersion: number;
      readonly reasons: string;
      readonly forCost?: boolean | undefined;
      readonly alternatives?: readonly Alternative[] | undefined;
    }
  | { readonly type: 'arrange-lead'; readonly content: LeadContent }
  | { readonly type: 'propose-change'; readonly about: string; readonly words: string }
  | { readonly type: 'settle-proposal'; readonly number: number; readonly taken: boolean; readonly words: string }
  | { readonly type: 'start-urgent-support'; readonly content: UrgentSupportContent }
  | { readonly type: 'end-urgent-support'; readonly number: number; readonly reasons: string }
  | { readonly type: 'record-finances'; readonly content: FinancesContent }
  | { readonly type: 'explain-ways' }
  | { readonly type: 'arrange-money'; readonly content: ArrangementContent }
  | { readonly type: 'record-audit'; readonly finding: string }
  | { readonly type: 'ask-for-review'; readonly reasons: string }
  | ({ readonly type: 'record-review'; readonly content: ReviewContent } & OnArrival)
  | { readonly type: 'withdraw'; readonly reasons: string }
  /** `run` is the one that was looked at: if another drives the case by now, nothing needs to be done. */
  | { readonly type: 'restart-run'; readonly why: string; readonly run?: number | undefined }
  | ({ readonly type: 'open-stage'; readonly token: string } & FromTheMachine)
  | ({ readonly type: 'allocate-resources' } & FromTheMachine)
  | ({ readonly type: 'miss-promise' } & FromTheMachine)
  | ({ readonly type: 'flag-attention'; readonly error: string } & FromTheMachine)
  | { readonly type: 'open-due-review' };

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
