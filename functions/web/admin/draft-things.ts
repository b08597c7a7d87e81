/**
 * What the editors of forms, questions and letters read out of a draft: the things themselves, and where each is used. Nothing is
 * decided here, and nothing changed.
 */
import { readRoom } from '../../../lib/app/configuring/documents.ts';
import { asksOf, type Form, pagesOf } from '../../../lib/domain/form.ts';
import type { LetterTemplate } from '../../../lib/domain/letter.ts';
import { type Bank, bankOf, type Question } from '../../../lib/domain/question.ts';
import type { RasModel } from '../../../lib/domain/ras-model.ts';
import { isHuman, type StageDef } from '../../../lib/domain/stage.ts';
import type { DraftVisit } from './draft-page.tsx';
import { councilOf, pathwaysOf } from './draft-reading.ts';

export const formsIn = ({ view }: DraftVisit): readonly Form[] => readRoom(view.after, 'forms').values;
export const formIn = (visit: DraftVisit, id: string): Form | undefined => formsIn(visit).find((each) => each.id === id);

export const filesIn = ({ view }: DraftVisit) => readRoom(view.after, 'questions').values;
export const questionsIn = (visit: DraftVisit): readonly Question[] => filesIn(visit).flatMap(({ questions }) => questions);
export const bankIn = (visit: DraftVisit): Bank => bankOf(questionsIn(visit));

export const lettersIn = ({ view }: DraftVisit): readonly LetterTemplate[] => readRoom(view.after, 'letters').values;
export const letterIn = (visit: DraftVisit, id: string): LetterTemplate | undefined =>
  lettersIn(visit).find((each) => each.id === id);

export const councilIn = (visit: DraftVisit) =>
  readRoom(visit.view.after, 'councils').values.find(({ id }) => id === councilOf(visit));
/** The points model the council names, if it has one. */
export const modelIn = (visit: DraftVisit): RasModel | undefined => {
  const named = councilIn(visit)?.allocation;
  return readRoom(visit.view.after, 'allocation').values.find(({ id }) => id === named);
};

/** A part of the address. */
export const part = ({ c }: DraftVisit, name: string): string => c.req.param(name) ?? '';
/** What was asked for after the question mark; empty when it was not. */
export const asked = ({ c }: DraftVisit, name: string): string => c.req.query(name) ?? '';

const fillsIn = (stage: StageDef, form: string): boolean =>
  isHuman(stage) && ((stage.includes ?? []).includes(form) || (stage.kind === 'form' && stage.form === form));

/** A stage at which a form is filled in. */
export type FilledAt = { readonly pathway: string; readonly stage: string };

/** Every stage that has the form, in the order of the pathways. */
export const stagesWith = (visit: DraftVisit, form: string): FilledAt[] =>
  pathwaysOf(visit).flatMap((pathway) =>
    pathway.stages.filter((stage) => fillsIn(stage, form)).map(({ title }) => ({ pathway: pathway.title, stage: title })),
  );

/** `looks`: shown there only to be looked at again. `within`: the group it is a field of. */
export type AskedIn = { readonly form: Form; readonly looks: boolean; readonly within?: Question | undefined };

/** The forms that ask a question, by itself or as a field of a group. */
export const formsWith = (visit: DraftVisit, question: string): AskedIn[] => {
  const groups = questionsIn(visit).filter((each) => each.type === 'group' && each.of.includes(question));
  return formsIn(visit).flatMap((form) => {
    const asks = pagesOf(form).flatMap(asksOf);
    const own = asks.filter(({ q }) => q === question);
    if (own.length > 0) return [{ form, looks: own.every(({ confirmOnly }) => confirmOnly === true) }];
    const within = groups.find(({ id }) => asks.some(({ q }) => q === id));
    return within ? [{ form, looks: false, within }] : [];
  });
};

const counted = (number: number, one: string, more = `${one}s`): string => `${number} ${number === 1 ? one : more}`;

export { counted };
