/**
 * The one place where anything is decided: command + case + configuration + now → events, or a refusal. Pure. Called by
 * `lib/app/act.ts` and nothing else.
 */
import type { Actor } from './actor.ts';
import { toIsoDate } from './calendar.ts';
import { type Case, evolve } from './case.ts';
import type { Command } from './command.ts';
import type { Configuration } from './configuration.ts';
import { confirmAssessment } from './decisions/assessment.ts';
import { invitePerson, joinCircle, recordAuthoritySeen, removePerson } from './decisions/circle.ts';
import { arrangeLead, proposeChange, settleProposal } from './decisions/leading.ts';
import { flagAttention, missPromise, openStage, restartRun } from './decisions/machine.ts';
import { arrangeMoney, explainWays, recordAudit, recordFinances } from './decisions/money.ts';
import { moveCase } from './decisions/moving.ts';
import { approveAtOnce, approvePlan, offerPlan, returnPlan, savePlan } from './decisions/planning.ts';
import { askForReview, openDueReview, recordReview } from './decisions/review.ts';
import type { Decision, Setting } from './decisions/setting.ts';
import { adoptConfiguration, allocateResources, answerQuestion, confirmAnswers, openCase, sendStory } from './decisions/story.ts';
import { endUrgentSupport, startUrgentSupport } from './decisions/urgent.ts';
import { acknowledgeChallenge, answerChallenge, raiseChallenge, writeMessage } from './decisions/voice.ts';
import { fillForm, putBackWork, takeWork, withdraw } from './decisions/work.ts';
import type { Household } from './household.ts';
import { roleFor, subjectOf } from './permission.ts';
import { refuse } from './refusal.ts';

const about = (setting: Setting, command: Exclude<Command, { type: 'open-case' }>): Decision => {
  switch (command.type) {
    case 'answer-question':
      return answerQuestion(setting, command);
    case 'confirm-answers':
      return confirmAnswers(setting, command);
    case 'adopt-configuration':
      return adoptConfiguration(setting, command);
    case 'invite-person':
      return invitePerson(setting, command);
    case 'join-circle':
      return joinCircle(setting);
    case 'record-authority-seen':
      return recordAuthoritySeen(setting, command);
    case 'remove-person':
      return removePerson(setting, command);
    case 'write-message':
      return writeMessage(setting, command);
    case 'raise-challenge':
      return raiseChallenge(setting, command);
    case 'acknowledge-challenge':
      return acknowledgeChallenge(setting, command);
    case 'answer-challenge':
      return answerChallenge(setting, command);
    case 'send-story':
      return sendStory(setting);
    case 'take-work':
      return takeWork(setting, command);
    case 'put-back-work':
      return putBackWork(setting, command);
    case 'confirm-assessment':
      return confirmAssessment(setting, command);
    case 'allocate-resources':
      return allocateResources(setting, command);
    case 'save-plan':
      return savePlan(setting, command);
    case 'offer-plan':
      return offerPlan(setting, command);
    case 'approve-plan':
      return approvePlan(setting, command);
    case 'return-plan':
      return returnPlan(setting, command);
    case 'arrange-lead':
      return arrangeLead(setting, command);
    case 'propose-change':
      return proposeChange(setting, command);
    case 'settle-proposal':
      return settleProposal(setting, command);
    case 'start-urgent-support':
      return startUrgentSupport(setting, command);
    case 'end-urgent-support':
      return endUrgentSupport(setting, command);
    case 'record-finances':
      return recordFinances(setting, command);
    case 'explain-ways':
      return explainWays(setting);
    case 'arrange-money':
      return arrangeMoney(setting, command);
    case 'record-audit':
      return recordAudit(setting, command);
    case 'fill-form':
      return fillForm(setting, command);
    case 'ask-for-review':
      return askForReview(setting, command);
    case 'open-due-review':
      return openDueReview(setting);
    case 'record-review':
      return recordReview(setting, command);
    case 'withdraw':
      return withdraw(setting, command);
    case 'open-stage':
      return openStage(setting, command);
    case 'miss-promise':
      return missPromise(setting, command);
    case 'flag-attention':
      return flagAttention(setting, command);
    case 'restart-run':
      return restartRun(setting, command);
    case 'move-case':
      return moveCase(setting, command);
  }
};

/**
 * What `command` leads to; `households` are those whose pools the plan has a share of. An empty list means that what was asked for is so already.
 * Refuses `not-allowed` first; every other refusal belongs to the decision itself and says what can be done instead.
 */
export const decide = (
  command: Command,
  state: Case | undefined,
  by: Actor,
  configuration: Configuration,
  now: Date,
  households: readonly Household[] = [],
): Decision => {
  const record = command.type === 'open-case' ? { person: command.person } : state;
  const role = roleFor(by, command.type, record && subjectOf(record, toIsoDate(now)));
  if (!role) return refuse('not-allowed', 'You cannot do this. Ask the team whose work it is.');
  if (command.type === 'open-case') {
    return state ? refuse('already-done', 'This case is open already.') : openCase(command, { by, role, configuration, now });
  }
  if (!state) return refuse('no-such-stage', 'There is no case with that number.');
  const setting = { state, by, role, configuration, now, households };
  const decided = about(setting, command);
  if ('refused' in decided || !decided.some(({ type }) => type === 'StageFinished')) return decided;
  // A plan that needs nobody's second look is agreed in the same breath in which it is ready.
  const after = decided.reduce((before, event) => evolve(before, event), state);
  return [...decided, ...approveAtOnce({ ...setting, state: after })];
};
