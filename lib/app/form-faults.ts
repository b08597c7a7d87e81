/**
 * Whether a council's form stages and its forms fit each other: what only shows when a pathway and the forms beside it are read
 * together. The pathway by itself is `lib/pathway/check.ts`. Called by `bundleFaults`.
 */
import { cannotFinish, whoCanFinish } from '../domain/finishing.ts';
import type { Form } from '../domain/form.ts';
import { type Destination, isHuman, type StageDef, type StageId } from '../domain/stage.ts';
import { repeated } from '../pathway/form-fault.ts';
import type { Pathway } from '../pathway/schema.ts';

type FormFault = { readonly code: string; readonly where: string; readonly message: string };
type FormStage = Extract<StageDef, { kind: 'form' }>;

/** The story and the plan end in one way; every other form has words for each of its own. */
const outcomeFaults = (stage: FormStage, form: Form, where: string): FormFault[] => {
  const outcomes = Object.keys(stage.outcomes);
  if (form.page === 'questions') {
    const unworded = outcomes.filter((outcome) => !Object.hasOwn(form.outcomes, outcome));
    return unworded.map((outcome) => ({
      code: 'unworded-outcome',
      where: `${where}/outcomes/${outcome}`,
      message: `The form “${form.id}” has no words for the outcome “${outcome}”. Add them to the form.`,
    }));
  }
  if (outcomes.length === 1) return [];
  return [
    {
      code: 'one-outcome-only',
      where,
      message: `The form “${form.id}” ends in one way, but this stage has ${outcomes.length}.`,
    },
  ];
};

const whoFaults = (stage: FormStage, form: Form, where: string): FormFault[] => {
  const message = cannotFinish(stage.who, whoCanFinish('form', form.page));
  return message ? [{ code: 'who-cannot-do-this', where: `${where}/who`, message }] : [];
};

const closes = (to: Destination): boolean => 'end' in to && to.end !== 'support-in-place';

const whyNot = (form: Form, outcome: string): string | undefined => {
  if (form.page !== 'questions')
    return `The form “${form.id}” asks for no reasons. Lead to a stage that does, and end the case there.`;
  // An outcome without any words is a fault of its own.
  const words = Object.hasOwn(form.outcomes, outcome) ? form.outcomes[outcome] : undefined;
  if (!words || words.needsReasons) return undefined;
  return `Give the outcome “${outcome}” of the form “${form.id}” "needsReasons": true.`;
};

/** Whoever ends a case says why, and the person reads it (V16, I-06). */
const reasonFaults = (stage: FormStage, form: Form, where: string): FormFault[] =>
  Object.entries(stage.outcomes).flatMap(([outcome, to]) => {
    const mend = closes(to) ? whyNot(form, outcome) : undefined;
    if (!mend) return [];
    const message = `A case can be ended here without a word of why. ${mend}`;
    return [{ code: 'reasons-not-asked', where: `${where}/outcomes/${outcome}`, message }];
  });

const stageFaults = (stage: FormStage, forms: readonly Form[], where: string): FormFault[] => {
  const form = forms.find(({ id }) => id === stage.form);
  if (!form) return [{ code: 'unknown-form', where, message: `There is no form “${stage.form}”. Add it, or name another.` }];
  if (form.page === 'part') {
    const message = `The form “${form.id}” is a part, and a part ends nothing. List it under "includes" of a stage.`;
    return [{ code: 'part-ends-nothing', where, message }];
  }
  return [...outcomeFaults(stage, form, where), ...whoFaults(stage, form, where), ...reasonFaults(stage, form, where)];
};

/** What can be answered while a stage is open, besides its own form: parts, and the story where it is told face to face. */
const isIncludable = ({ page }: Form): boolean => page === 'part' || page === 'story';

const includedFault = (id: StageId, forms: readonly Form[], where: string): FormFault[] => {
  const form = forms.find((each) => each.id === id);
  if (!form) return [{ code: 'unknown-form', where, message: `There is no form “${id}”. Add it, or take it out of "includes".` }];
  if (isIncludable(form)) return [];
  const message = `The form “${id}” ends a stage by itself, so no stage can include it. Give it a stage of its own, or make it a part.`;
  return [{ code: 'cannot-be-included', where, message }];
};

const includesFaults = (stage: StageDef, forms: readonly Form[], where: string): FormFault[] => {
  if (!isHuman(stage)) return [];
  const included = stage.includes ?? [];
  const own = stage.kind === 'form' ? [stage.form] : [];
  const twice = repeated([...own, ...included], (id) => id).map((id) => ({
    code: 'included-twice',
    where: `${where}/includes`,
    message: `This stage has the form “${id}” twice. Name it once.`,
  }));
  return [...twice, ...included.flatMap((id) => includedFault(id, forms, `${where}/includes`))];
};

/**
 * What keeps the form stages of `pathways` from being run with `forms`: a form there is not, an outcome without words, somebody who
 * cannot finish the form, a case ended without reasons, and forms that cannot be included. `where` is `pathways/<pathway>/stages/<stage>…`.
 */
export const stageFormFaults = (pathways: readonly Pathway[], forms: readonly Form[]): FormFault[] =>
  pathways.flatMap(({ id, stages }) =>
    stages.flatMap((stage) => {
      const where = `pathways/${id}/stages/${stage.id}`;
      return [...(stage.kind === 'form' ? stageFaults(stage, forms, where) : []), ...includesFaults(stage, forms, where)];
    }),
  );
