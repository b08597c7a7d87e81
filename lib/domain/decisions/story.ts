/**
 * The person's own account: opening a case, answering, confirming, sending it. Answers are saved one at a time so that nothing typed
 * is lost. Helpers and staff may do this with or for the person; who said it is kept with each answer.
 */
import { allocate } from '../allocation.ts';
import { isSame, type Value } from '../answer.ts';
import { checkAnswer } from '../answer-rules.ts';
import { toIsoDate } from '../calendar.ts';
import { type Case, evolve, type Underway } from '../case.ts';
import { grantOf, mayFillIn } from '../circle.ts';
import type { CommandOf } from '../command.ts';
import type { Configuration } from '../configuration.ts';
import type { EventOf } from '../event.ts';
import { type Facts, statementOf, stoodAt, voiceOf } from '../fact.ts';
import { asksOf, type FormWith, type Section, sectionsOf } from '../form.ts';
import { changeSentence, formChange } from '../form-change.ts';
import { leftToSend } from '../form-walk.ts';
import { openForms, openStory, shownOf, storyForms } from '../open-forms.ts';
import { bankOf } from '../question.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { kindOf, stageOf } from '../stage.ts';
import { type Decision, happened, moveOn, promiseFor, type Setting, standingAt } from './setting.ts';

const NOT_HERE = {
  adult: 'This council takes no requests for support here yet. Call us, and we will start it with you.',
  carer: 'Carers cannot start here yet. You still have a right to help of your own: call us, and we will start it with you.',
} as const;

/**
 * A new case at the start of the pathway in force, with what earlier cases of the person hold. Refuses `no-carer-pathway` where the
 * council has no pathway for the kind of case that is asked for.
 */
export const openCase = (
  { caseId, person, known, as = 'adult' }: CommandOf<'open-case'>,
  setting: Omit<Setting, 'state'>,
): Decision => {
  const { configuration } = setting;
  if (kindOf(configuration.route) !== as) return refuse('no-carer-pathway', NOT_HERE[as]);
  const { start, id: pathway } = configuration.route;
  const promise = promiseFor(setting, start);
  const opened = { type: 'CaseOpened', caseId, person, pathway, configuration: configuration.version, stage: start } as const;
  const held = known && Object.keys(known).length > 0 ? { known } : {};
  return [happened(setting, { ...opened, ...held, ...(promise && { promise }) })];
};

type Place = { readonly form: FormWith<'story' | 'part'>; readonly section: Section };

/** Where a question is asked now; staff see their own forms too. */
const placeOf = ({ state, configuration, role }: Setting, question: string): Place | undefined =>
  openForms(state, configuration, voiceOf(role))
    .flatMap((form) => sectionsOf(form).map((section) => ({ form, section })))
    .find(({ section }) => section.pages.some((page) => asksOf(page).some(({ q }) => q === question)));

const CLOSED = 'Your answers have been sent, so this cannot be changed here now. Tell us when we talk, or send us a message.';

/** The place of a question that this actor may answer, or why not. A helper answers only the parts they were invited to. */
const openPlace = (setting: Setting, question: string): Place | Refusal => {
  const { state, by, role, now } = setting;
  const place = placeOf(setting, question);
  if (!place) {
    const known = setting.configuration.questions.some(({ id }) => id === question);
    return known ? refuse('not-at-this-stage', CLOSED) : refuse('unknown-question', 'That question is not part of this form.');
  }
  const grant = role === 'helper' ? grantOf(state.circle, by.id, toIsoDate(now)) : undefined;
  if (role !== 'helper' || (grant && mayFillIn(grant, place.section.id))) return place;
  return refuse('not-your-part', 'You were not asked to help with this part. Ask the person to invite you to it.');
};

/** One answer, checked: the event, or why it cannot be kept. */
const answered = (setting: Setting, question: string, answer: Value): EventOf<'AnswerGiven'> | Refusal => {
  const place = openPlace(setting, question);
  if ('refused' in place) return place;
  const { configuration, now } = setting;
  const bank = bankOf(configuration.questions);
  const asked = bank.get(question);
  if (!asked) return refuse('unknown-question', 'That question is not part of this form.');
  const checked = checkAnswer(asked, answer, { bank, model: configuration.model, today: toIsoDate(now) });
  if ('faults' in checked)
    return refuse('answer-not-valid', checked.faults[0]?.message ?? 'Choose one of the answers on the page.');
  return happened(setting, {
    type: 'AnswerGiven',
    question,
    form: place.form.id,
    value: checked.value,
  }) as EventOf<'AnswerGiven'>;
};

/** What stands already, in the words of the same person, since the case came to this stage: the same form sent twice. */
const isSaid = ({ state, by }: Setting, { question, value }: EventOf<'AnswerGiven'>): boolean => {
  const said = statementOf(state.facts, question);
  const since = state.state === 'underway' ? state.at.arrivedAt : '';
  return said?.by.id === by.id && said.at >= since && isSame(said.value, value);
};

/** One item must hold a whole case; this leaves room for the plan, the forms and the reviews beside the answers. */
const MOST_FACTS_BYTES = 220_000;
const bytesOf = (facts: Facts): number => new TextEncoder().encode(JSON.stringify(facts)).length;

/**
 * Saves the answers of one page, all or none. Refuses a question that is not open, a part somebody was not invited to, and a value
 * the question cannot take, and more words than one case can hold.
 */
export const answerQuestion = (setting: Setting, { answers }: CommandOf<'answer-question'>): Decision => {
  const events: EventOf<'AnswerGiven'>[] = [];
  for (const [question, answer] of Object.entries(answers)) {
    const event = answered(setting, question, answer);
    if ('refused' in event) return event;
    if (!isSaid(setting, event)) events.push(event);
  }
  const after = events.reduce((state: Case, event) => evolve(state, event), setting.state);
  if (events.length > 0 && bytesOf(after.facts) > MOST_FACTS_BYTES)
    return refuse(
      'no-more-room',
      'There is no more room for words here. Shorten this, send us the rest as a message, or tell us when we talk.',
    );
  return events;
};

/** Said or looked at by the same person since the case came to this stage. */
const hasLooked = ({ state, by }: Setting, question: string): boolean => {
  const said = statementOf(state.facts, question);
  const since = state.state === 'underway' ? state.at.arrivedAt : undefined;
  return said !== undefined && since !== undefined && stoodAt(said) >= since && (said.confirmed ?? said).by.id === by.id;
};

/** Says of answers that are held that they are still right, in one go. What is not held or not open is refused, and then nothing is. */
export const confirmAnswers = (setting: Setting, { questions }: CommandOf<'confirm-answers'>): Decision => {
  for (const question of questions) {
    const place = openPlace(setting, question);
    if ('refused' in place) return place;
    if (!statementOf(setting.state.facts, question))
      return refuse('unknown-question', 'There is no answer yet that could still be right. Answer the question first.');
  }
  const looked = [...new Set(questions)].filter((question) => !hasLooked(setting, question));
  return looked.length === 0 ? [] : [happened(setting, { type: 'AnswersConfirmed', questions: looked })];
};

const atTheStory = (setting: Setting): { state: Underway; outcome: string } | Refusal => {
  const standing = standingAt(setting, 'form');
  if ('refused' in standing) return standing;
  const { state, def } = standing;
  if (openStory(state, setting.configuration)) return { state, outcome: Object.keys(def.outcomes)[0] ?? '' };
  return refuse('not-at-this-stage', `Your answers have been sent. The next step is “${def.forThePerson}”.`);
};

/** Sends the story to the council. Refuses `story-incomplete` until every required question that shows has an answer that is good. */
export const sendStory = (setting: Setting): Decision => {
  const standing = atTheStory(setting);
  if ('refused' in standing) return standing;
  const { configuration, now } = setting;
  const forms = storyForms(standing.state, configuration);
  const open = leftToSend(shownOf(standing.state, configuration, forms, now));
  if (open.length > 0) {
    const count = open.length === 1 ? '1 question' : `${open.length} questions`;
    return refuse('story-incomplete', `You have ${count} left. Answer each one, then send your answers.`);
  }
  return moveOn({ ...setting, state: standing.state }, standing.outcome, []);
};

/** In one sentence, what two versions ask differently at the place of the case; empty where they ask the same in the same words. */
export const questionsChanged = (state: Case, from: Configuration, to: Configuration): string => {
  const side = (of: Configuration) => ({ forms: openForms(state, of, 'person'), bank: bankOf(of.questions) });
  return changeSentence(formChange(side(from), side(to)));
};

/**
 * Goes on with an unsent story on the configuration in force, so that nobody fills in questions that are no longer asked. Nothing
 * happens where the questions are the same or the stage is not there any more; every answer stays (facts are never dropped).
 */
export const adoptConfiguration = (setting: Setting, { to }: CommandOf<'adopt-configuration'>): Decision => {
  const { state, configuration } = setting;
  const sameRoute = to.route.id === state.pathway && kindOf(to.route) === kindOf(configuration.route);
  if (state.state !== 'underway' || to.version === configuration.version || !sameRoute) return [];
  const moved = { ...state, configuration: to.version };
  if (!openStory(state, configuration) || !stageOf(to.route, state.at.stage) || !openStory(moved, to)) return [];
  const change = questionsChanged(state, configuration, to);
  if (change === '') return [];
  const { stage } = state.at;
  const adopted = { configuration: to.version, from: configuration.version, stage, run: state.run + 1, change };
  return [happened(setting, { type: 'ConfigurationAdopted', ...adopted })];
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
