/**
 * The person's own account: opening a case, answering, sending it. Answers are saved one at a time so that nothing typed is lost.
 * Staff may do this with or for the person; who said it is kept with each answer.
 */

import { allocate } from '../allocation.ts';
import type { GivenAnswer } from '../assessment.ts';
import type { Underway } from '../case.ts';
import type { CommandOf } from '../command.ts';
import { formOf } from '../configuration.ts';
import type { RasModel } from '../ras-model.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Decision, happened, moveOn, promiseFor, type Setting, signed, standingAt } from './setting.ts';

/** A new case at the start of the pathway in force. */
export const openCase = ({ caseId, person }: CommandOf<'open-case'>, setting: Omit<Setting, 'state'>): Decision => {
  const { configuration } = setting;
  const { start, id: pathway } = configuration.route;
  const promise = promiseFor(setting, start);
  const opened = { type: 'CaseOpened', caseId, person, pathway, configuration: configuration.version, stage: start } as const;
  return [happened(setting, { ...opened, ...(promise && { promise }) })];
};

const atTheStory = (setting: Setting): { state: Underway; outcome: string; model: RasModel } | Refusal => {
  const standing = standingAt(setting, 'form');
  if ('refused' in standing) return standing;
  const { state, def } = standing;
  const form = def.kind === 'form' ? formOf(setting.configuration, def.form) : undefined;
  if (form?.page !== 'story') {
    return refuse('not-at-this-stage', `Your answers have been sent. The next step is “${def.forThePerson}”.`);
  }
  const { model } = setting.configuration;
  if (!model) return refuse('no-allocation-model', 'This council has no questions set up for this page. Please call us instead.');
  return { state, outcome: Object.keys(def.outcomes)[0] ?? '', model };
};

/** What the person said themself, kept beside an answer that staff give for them. */
const besideThePersons = ({ state, by }: Setting, question: string): Pick<GivenAnswer, 'personSaid'> => {
  const before = state.story[question];
  if (!before || by.id === state.person.id) return {};
  if (before.by.id !== state.person.id) return before.personSaid ? { personSaid: before.personSaid } : {};
  const { by: _by, personSaid: _said, ...said } = before;
  return { personSaid: said };
};

/** Saves one answer. Refuses a question or statement the model does not have, and help in a share it does not know. */
export const answerQuestion = (setting: Setting, { question, answer }: CommandOf<'answer-question'>): Decision => {
  const standing = atTheStory(setting);
  if ('refused' in standing) return standing;
  const asked = standing.model.questions.find(({ id }) => id === question);
  if (!asked) return refuse('unknown-question', 'That question is not part of this form.');
  if (!asked.options.some(({ id }) => id === answer.option))
    return refuse('unknown-option', 'Choose one of the answers on the page.');
  if (!standing.model.informal.shares.includes(answer.informalShare)) {
    return refuse('unknown-option', 'Choose how much help you get from one of the answers on the page.');
  }
  const given = { ...answer, by: signed(setting.by), at: setting.now.toISOString(), ...besideThePersons(setting, question) };
  return [happened(setting, { type: 'AnswerGiven', question, answer: given })];
};

/** Sends the story to the council. Refuses `story-incomplete` until every question has an answer. */
export const sendStory = (setting: Setting): Decision => {
  const standing = atTheStory(setting);
  if ('refused' in standing) return standing;
  const open = standing.model.questions.filter(({ id }) => !standing.state.story[id]);
  if (open.length > 0) {
    const count = open.length === 1 ? '1 question' : `${open.length} questions`;
    return refuse('story-incomplete', `You have ${count} left. Answer each one, then send your answers.`);
  }
  return moveOn({ ...setting, state: standing.state }, standing.outcome, []);
};

/** The automatic stage: works out the up-front figure from the confirmed assessment and keeps it with its working. */
export const allocateResources = (setting: Setting, { stage, run }: CommandOf<'allocate-resources'>): Decision => {
  const { state, configuration } = setting;
  if (state.state !== 'underway' || state.run !== run) {
    return refuse('stale-run', 'A newer execution drives this case, or none does; this one can stop.');
  }
  if (state.at.stage !== stage && state.finished[stage] !== undefined) return [];
  const standing = standingAt(setting, 'resource-allocation');
  if ('refused' in standing) return standing;
  const { model } = configuration;
  if (!model) return refuse('no-allocation-model', 'This pathway works out a figure, but the council has no model for it.');
  if (!state.assessment)
    return refuse('not-at-this-stage', 'A figure is worked out from a confirmed assessment, and there is none yet.');
  const allocated = allocate(model, state.assessment.answers);
  if (!allocated.ok) return refuse('unknown-option', allocated.refusals.map(({ message }) => message).join(' '));
  const { result } = allocated;
  const allocation = { ...result, model: model.id, modelVersion: String(model.version), madeAt: setting.now.toISOString() };
  const made = happened(setting, { type: 'AllocationMade', allocation });
  return moveOn({ ...setting, state }, result.needsIndividualCosting ? 'needs-individual-costing' : 'allocated', [made]);
};
