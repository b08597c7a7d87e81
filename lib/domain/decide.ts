/**
 * The one place where anything is decided: command + case + configuration + now → events, or a refusal. Pure. Called by
 * `lib/app/act.ts` and nothing else.
 */
import type { Actor } from './actor.ts';
import type { Case } from './case.ts';
import type { Command } from './command.ts';
import type { Configuration } from './configuration.ts';
import { confirmAssessment } from './decisions/assessment.ts';
import { flagAttention, missPromise, openStage, restartRun } from './decisions/machine.ts';
import { approvePlan, offerPlan, returnPlan, savePlan } from './decisions/planning.ts';
import { askForReview, openDueReview, recordReview } from './decisions/review.ts';
import type { Decision, Setting } from './decisions/setting.ts';
import { allocateResources, answerQuestion, openCase, sendStory } from './decisions/story.ts';
import { fillForm, putBackWork, takeWork, withdraw } from './decisions/work.ts';
import { roleFor } from './permission.ts';
import { refuse } from './refusal.ts';

const about = (setting: Setting, command: Exclude<Command, { type: 'open-case' }>): Decision => {
  switch (command.type) {
    case 'answer-question':
      return answerQuestion(setting, command);
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
  }
};

/**
 * What `command` leads to. An empty list means that what was asked for is so already.
 * Refuses `not-allowed` first; every other refusal belongs to the decision itself and says what can be done instead.
 */
export const decide = (
  command: Command,
  state: Case | undefined,
  by: Actor,
  configuration: Configuration,
  now: Date,
): Decision => {
  const personId = command.type === 'open-case' ? command.person.id : state?.person.id;
  const role = roleFor(by, command.type, personId);
  if (!role) return refuse('not-allowed', 'You cannot do this. Ask the team whose work it is.');
  if (command.type === 'open-case') {
    return state ? refuse('already-done', 'This case is open already.') : openCase(command, { by, role, configuration, now });
  }
  if (!state) return refuse('no-such-stage', 'There is no case with that number.');
  return about({ state, by, role, configuration, now }, command);
};
