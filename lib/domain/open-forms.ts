/**
 * Which forms of a case can be filled in now, and by whom: the stage's own, those the stage includes, and those that are open at any
 * time. One place, so that pages, decisions and the burden meter agree. How a form is walked is `form-walk.ts`.
 */
import type { Actor } from './actor.ts';
import { type IsoDate, toIsoDate } from './calendar.ts';
import type { Case } from './case.ts';
import { grantOf, isOverMoneyOnly } from './circle.ts';
import { type Configuration, formOf } from './configuration.ts';
import type { Voice } from './fact.ts';
import type { AskingForm, FormWith } from './form.ts';
import { type Shown, shownIn, type Walk } from './form-walk.ts';
import { may, subjectOf } from './permission.ts';
import { bankOf } from './question.ts';
import { isHuman, type StageDef, type StageId, stageOf } from './stage.ts';

type AnswerForm = FormWith<'story' | 'part'>;

const isAnswered = (form: AskingForm | undefined): form is AnswerForm => form?.page === 'story' || form?.page === 'part';

const named = (configuration: Configuration, ids: readonly string[]): AnswerForm[] =>
  ids.flatMap((id) => {
    const form = formOf(configuration, id);
    return form && form.page !== 'plan' && isAnswered(form) ? [form] : [];
  });

/** The forms of a stage that are answered question by question: what it includes first, then its own. */
export const formsAt = (configuration: Configuration, def: StageDef | undefined): AnswerForm[] => {
  if (!def || !isHuman(def)) return [];
  return named(configuration, [...(def.includes ?? []), ...(def.kind === 'form' ? [def.form] : [])]);
};

const anytime = ({ forms }: Configuration): AnswerForm[] =>
  forms.flatMap((form) => (form.page === 'part' && form.anytime ? [form] : []));

/** Everything that can be answered now by the person's side, or with `staff` by the council's too. A closed case asks nothing. */
export const openForms = (state: Case, configuration: Configuration, voice: Voice): AnswerForm[] => {
  if (state.state === 'closed') return [];
  const here = state.state === 'underway' ? formsAt(configuration, stageOf(configuration.route, state.at.stage)) : [];
  const others = anytime(configuration).filter(({ id }) => !here.some((form) => form.id === id));
  return [...here, ...others].filter((form) => voice === 'staff' || form.for === 'person');
};

/** The story that is open now: the stage's own form, when that is a story. */
export const openStory = (state: Case, configuration: Configuration): FormWith<'story'> | undefined => {
  if (state.state !== 'underway') return undefined;
  const def = stageOf(configuration.route, state.at.stage);
  const form = def?.kind === 'form' ? formOf(configuration, def.form) : undefined;
  return form?.page === 'story' ? form : undefined;
};

/** The forms that are sent together with the story: it and the person's parts of the same stage, in order. */
export const storyForms = (state: Case, configuration: Configuration): AnswerForm[] =>
  state.state === 'underway' && openStory(state, configuration)
    ? formsAt(configuration, stageOf(configuration.route, state.at.stage)).filter((form) => form.for === 'person')
    : [];

/** A walk through `forms` on what the case holds now. */
export const walkOf = (state: Case, configuration: Configuration, forms: readonly AskingForm[], now: Date): Walk => ({
  forms,
  bank: bankOf(configuration.questions),
  facts: state.facts,
  since: state.state === 'underway' ? state.at.arrivedAt : now.toISOString(),
  today: toIsoDate(now),
});

export const shownOf = (state: Case, configuration: Configuration, forms: readonly AskingForm[], now: Date): Shown[] =>
  shownIn(walkOf(state, configuration, forms, now));

/**
 * The sections of the person's forms that an actor may see on `today`: all for whoever may see the case, the granted ones for somebody
 * who helps, none for anybody else. To be asked at every read: a grant ends on its day, or at once.
 */
export const partsFor = (state: Pick<Case, 'person' | 'circle'>, actor: Actor, today: IsoDate): 'all' | readonly StageId[] => {
  if (may(actor, 'view-case', subjectOf(state, today))) return 'all';
  const grant = grantOf(state.circle, actor.id, today);
  return grant && !(isOverMoneyOnly(grant) && grant.sections === 'all') ? grant.sections : [];
};
