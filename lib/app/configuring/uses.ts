/**
 * “Which decision uses this?” for everything a council has laid out: questions, forms, stages, letters and the parts they share. Static:
 * read off one bundle and the duty registers. What cases made of it is `evidence.ts`; what to take out is `proposals.ts`.
 */
import type { Form } from '../../domain/form.ts';
import { questionsOf } from '../../domain/form.ts';
import { FIXED_PARTS, type LetterTemplate } from '../../domain/letter.ts';
import { isHuman, kindOf, type StageDef, type StageId } from '../../domain/stage.ts';
import type { Duty, DutyRegister } from '../../pathway/duty.ts';
import { isMarked } from '../../pathway/marks.ts';
import type { Pathway } from '../../pathway/schema.ts';
import type { Bundle } from '../configuration.ts';
import { branchesIn, isOnlyConfirmed, type UsedBy, usedByOf } from './uses-question.ts';

/** Where something is asked. No stage: the form can be opened at any time. `looks`: shown there only to be looked at again. */
export type AskedAt = {
  readonly form: StageId;
  readonly pathway?: StageId | undefined;
  readonly stage?: StageId | undefined;
  readonly looks?: true | undefined;
};
export type QuestionUses = {
  readonly question: string;
  readonly usedBy: readonly UsedBy[];
  readonly askedAt: readonly AskedAt[];
};
export type FormUses = { readonly form: StageId; readonly askedAt: readonly AskedAt[] };
export type StageUses = {
  readonly pathway: StageId;
  readonly stage: StageId;
  /** Duties it discharges. `alone`: no other stage of the pathway does. */
  readonly duties: readonly { readonly id: StageId; readonly law: string; readonly alone: boolean }[];
  readonly forms: readonly StageId[];
};
/** `letters`: of a part, those that have it in them. `named`: the house asks for it by name, so it cannot be missing. */
export type LetterUses = { readonly letter: StageId; readonly letters: readonly StageId[]; readonly named: boolean };

export type Uses = {
  readonly questions: readonly QuestionUses[];
  readonly forms: readonly FormUses[];
  readonly stages: readonly StageUses[];
  readonly letters: readonly LetterUses[];
};

const formsOf = (stage: StageDef): StageId[] =>
  isHuman(stage) ? [...(stage.includes ?? []), ...(stage.kind === 'form' ? [stage.form] : [])] : [];

const placesOf = (form: Form, pathways: readonly Pathway[]): AskedAt[] => {
  const at = pathways.flatMap((pathway) =>
    pathway.stages
      .filter((stage) => formsOf(stage).includes(form.id))
      .map((stage) => ({ form: form.id, pathway: pathway.id, stage: stage.id })),
  );
  return form.page === 'part' && form.anytime ? [...at, { form: form.id }] : at;
};

/** The forms that ask a question, or ask the group it is a field of. */
const askedIn = (question: string, { forms, questions }: Bundle): { form: Form; looks: boolean }[] => {
  const groups = questions.filter((each) => each.type === 'group' && each.of.includes(question)).map(({ id }) => id);
  const ids = [question, ...groups];
  return forms.flatMap((form) => {
    const asked = questionsOf(form).filter((id) => ids.includes(id));
    return asked.length === 0 ? [] : [{ form, looks: asked.every((id) => isOnlyConfirmed(form, id)) }];
  });
};

/** What of stages discharges a duty; none for one that questions, letters or rules discharge. */
const marksOf = (duty: Duty) => {
  if (!('requires' in duty)) return [];
  return Array.isArray(duty.requires) ? duty.requires : [duty.requires];
};

const stageUses = (pathway: Pathway, registers: readonly DutyRegister[]): StageUses[] => {
  const binding = registers
    .filter(({ jurisdiction }) => jurisdiction === pathway.jurisdiction)
    .flatMap(({ duties }) => duties.filter(({ appliesTo }) => appliesTo?.includes(kindOf(pathway)) ?? true));
  return pathway.stages.map((stage) => {
    const does = (duty: Duty, by: StageDef): boolean => marksOf(duty).some((mark) => isMarked(by, mark));
    const duties = binding
      .filter((duty) => does(duty, stage))
      .map((duty) => {
        return { id: duty.id, law: duty.law, alone: !pathway.stages.some((other) => other !== stage && does(duty, other)) };
      });
    return { pathway: pathway.id, stage: stage.id, duties, forms: formsOf(stage) };
  });
};

/** Every letter begins and ends with the same two parts. */
const AROUND: readonly string[] = ['opening', 'closing'];
const isNamed = (id: string): boolean => FIXED_PARTS.some((each) => each === id);

const letterUses = (template: LetterTemplate, letters: readonly LetterTemplate[]): LetterUses => {
  const { id } = template;
  const has = (letter: LetterTemplate): boolean =>
    letter.kind === 'letter' && (AROUND.includes(id) || letter.paragraphs.some((each) => 'part' in each && each.part === id));
  const holders = template.kind === 'part' ? letters.filter(has) : [];
  return { letter: id, letters: holders.map((letter) => letter.id), named: isNamed(id) };
};

/** What uses everything in `bundle`. Retired questions are left out: they are asked nowhere and only kept so that answers stay readable. */
export const usesOf = (bundle: Bundle, registers: readonly DutyRegister[]): Uses => {
  const { pathways, forms, questions, letters } = bundle;
  const branches = branchesIn(bundle);
  return {
    questions: questions
      .filter(({ retired }) => !retired)
      .map((question) => ({
        question: question.id,
        usedBy: usedByOf(question, bundle, branches),
        askedAt: askedIn(question.id, bundle).flatMap(({ form, looks }) =>
          placesOf(form, pathways).map((at) => (looks ? { ...at, looks: true as const } : at)),
        ),
      })),
    forms: forms.map((form) => ({ form: form.id, askedAt: placesOf(form, pathways) })),
    stages: pathways.flatMap((pathway) => stageUses(pathway, registers)),
    letters: letters.map((template) => letterUses(template, letters)),
  };
};
