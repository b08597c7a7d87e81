/**
 * Whether a council's form stages and its forms fit each other: what only shows when a pathway and the forms beside it are read
 * together. The pathway by itself is `lib/pathway/check.ts`. Called by `bundleFaults`.
 */
import { cannotFinish, whoCanFinish } from '../domain/finishing.ts';
import type { Form } from '../domain/form.ts';
import type { Destination, StageDef } from '../domain/stage.ts';
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
  return [...outcomeFaults(stage, form, where), ...whoFaults(stage, form, where), ...reasonFaults(stage, form, where)];
};

/**
 * What keeps the form stages of `pathways` from being run with `forms`: a form there is not, an outcome without words, somebody who
 * cannot finish the form, a case ended without reasons. `where` is `pathways/<pathway>/stages/<stage>…`.
 */
export const stageFormFaults = (pathways: readonly Pathway[], forms: readonly Form[]): FormFault[] =>
  pathways.flatMap(({ id, stages }) =>
    stages.flatMap((stage) => (stage.kind === 'form' ? stageFaults(stage, forms, `pathways/${id}/stages/${stage.id}`) : [])),
  );
