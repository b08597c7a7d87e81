/**
 * The assessment form between the page and the domain: what the boxes hold (text as typed) and what it amounts to
 * (`AssessmentContent`). Fields are numbered by question, because a council's question ids need not be names a page can use.
 */
import { type AssessmentContent, AssessmentContent as ContentSchema, Findings } from '../../../lib/domain/assessment.ts';
import { CarerOutcomeCode } from '../../../lib/domain/carer-outcome.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { type EligibilityProposal, OutcomeCode, proposeEligibility } from '../../../lib/domain/eligibility.ts';
import { type LifeAreas, lifeAreasOf } from '../../../lib/domain/fact.ts';
import type { RasQuestion } from '../../../lib/domain/ras-model.ts';
import type { CaseKind } from '../../../lib/domain/stage.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { list, type Typed, text } from '../page.ts';
import { sameAnswer } from './case-answers.tsx';
import { type Read, readPlainly, written } from './read-plainly.ts';

/** Everything on the page, as typed. `willing` is 'yes', 'no' or nothing yet. */
export type AnswerDraft = { readonly option: string; readonly share: string; readonly willing: string; readonly note: string };
export type AssessDraft = {
  readonly answers: readonly AnswerDraft[];
  /** Asked about an adult. */
  readonly impairment: string;
  /** Asked of a carer, instead: whether the care is necessary, and whether their health is at risk. */
  readonly necessary: string;
  readonly health: string;
  readonly unable: readonly string[];
  readonly impact: string;
  readonly decision: string;
  readonly reasons: string;
};

export const answerField = (place: number, part: keyof AnswerDraft): string => `question-${place + 1}-${part}`;

/**
 * The page as it first stands: what the person said, or what was agreed last time where that is the later word. Findings are never
 * filled in for anyone.
 */
export const draftOf = (state: Case, questions: readonly RasQuestion[]): AssessDraft => ({
  answers: questions.map(({ id }) => {
    const said = lifeAreasOf(state.facts)[id];
    const saidSince = said !== undefined && said.at > (state.assessment?.decidedAt ?? '');
    const agreed = saidSince ? undefined : state.assessment?.answers[id];
    const given = agreed ?? said;
    if (!given) return { option: '', share: '0', willing: '', note: '' };
    const willing = given.informalShare === 0 ? '' : given.willingAndAble ? 'yes' : 'no';
    return { option: given.option, share: String(given.informalShare), willing, note: agreed?.note ?? '' };
  }),
  impairment: '',
  necessary: '',
  health: '',
  unable: [],
  impact: '',
  decision: '',
  reasons: '',
});

export const draftFrom = (typed: Typed, questions: readonly RasQuestion[]): AssessDraft => ({
  answers: questions.map((_question, place) => {
    const at = (part: keyof AnswerDraft) => text(typed, answerField(place, part));
    return {
      option: at('option'),
      share: at('share') || '0',
      willing: at('willing'),
      note: written(typed, answerField(place, 'note')),
    };
  }),
  impairment: text(typed, 'impairment'),
  necessary: text(typed, 'necessary'),
  health: text(typed, 'health'),
  unable: list(typed, 'unable'),
  impact: text(typed, 'impact'),
  decision: text(typed, 'decision'),
  reasons: written(typed, 'reasons'),
});

const FIELDS: Readonly<Record<string, readonly [field: string, message: string]>> = {
  impairment: ['impairment', 'Say whether the needs come from an impairment or illness.'],
  necessaryCare: ['necessary', 'Say whether the needs come from care that is necessary.'],
  healthAtRisk: ['health', 'Say whether the carer’s health is at risk.'],
  significantImpact: ['impact', 'Say whether there is a significant impact on wellbeing.'],
  unable: ['unable', 'Choose outcomes from the list.'],
  decision: ['decision', 'Choose the decision.'],
  reasons: ['reasons', 'Give the reasons. The person reads them.'],
};

const yesNo = (chosen: string): boolean | undefined => (chosen === '' ? undefined : chosen === 'yes');

/** Findings as the domain has them, by the law of the case; what was not chosen stays out, so that the schema asks for it. */
const findingsOf = ({ impairment, necessary, health, unable, impact }: AssessDraft, kind: CaseKind) => {
  const found = { unable: [...new Set(unable)], significantImpact: yesNo(impact) };
  return kind === 'carer'
    ? { kind, necessaryCare: yesNo(necessary), healthAtRisk: yesNo(health), ...found }
    : { impairment: yesNo(impairment), ...found };
};

const agreedOf = ({ option, share, willing, note }: AnswerDraft) => {
  const informalShare = /^\d{1,3}$/.test(share) ? Number(share) : -1;
  return { option, informalShare, willingAndAble: informalShare > 0 && willing === 'yes', note };
};

/** What the schema cannot know: a note where the answer is not the person's own, and whether help that is given can go on. */
const ownRules = (draft: AssessDraft, questions: readonly RasQuestion[], story: LifeAreas): Record<string, string> => {
  const errors: Record<string, string> = {};
  draft.answers.forEach((answer, place) => {
    const given = story[questions[place]?.id ?? ''];
    if (answer.option === '') errors[answerField(place, 'option')] = `Choose the statement you agreed, question ${place + 1}.`;
    else if (answer.share !== '0' && answer.willing === '')
      errors[answerField(place, 'willing')] = `Say whether whoever helps is willing and able to go on, question ${place + 1}.`;
    else if (given && answer.note.trim() === '' && !sameAnswer(given, agreedOf(answer)))
      errors[answerField(place, 'note')] = `Say why this is not what the person said, question ${place + 1}.`;
  });
  return errors;
};

const inPageOrder = (errors: FieldErrors, questions: number): FieldErrors => {
  const parts = ['option', 'share', 'willing', 'note'] as const;
  const rows = Array.from({ length: questions }, (_none, place) => parts.map((part) => answerField(place, part))).flat();
  const order = [...rows, 'impairment', 'necessary', 'health', 'unable', 'impact', 'decision', 'reasons'];
  const at = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => at(a) - at(b)));
};

/** The whole assessment, or every field that is wrong in the order of the page. */
export const readAssessment = (
  draft: AssessDraft,
  questions: readonly RasQuestion[],
  story: LifeAreas,
  kind: CaseKind = 'adult',
): Read<AssessmentContent> => {
  const places = new Map(questions.map(({ id }, place) => [id, place]));
  const value = {
    answers: Object.fromEntries(draft.answers.map((answer, place) => [questions[place]?.id ?? '', agreedOf(answer)])),
    findings: findingsOf(draft, kind),
    decision: draft.decision,
    reasons: draft.reasons,
  };
  const read = readPlainly(ContentSchema, value, ([first, second, third]) => {
    if (first === 'answers') {
      const part = third === 'option' ? 'option' : third === 'note' ? 'note' : 'share';
      return { field: answerField(places.get(String(second)) ?? 0, part), message: 'Choose from the list.' };
    }
    const [field, message] = FIELDS[String(first === 'findings' ? second : first)] ?? [];
    return field ? { field, message } : undefined;
  });
  const errors = { ...('errors' in read ? read.errors : {}), ...ownRules(draft, questions, story) };
  return Object.keys(errors).length > 0 ? { errors: inPageOrder(errors, questions.length) } : read;
};

/** What the findings lead to, once every condition has been answered; otherwise what is still to be said. */
export const readProposal = (draft: AssessDraft, kind: CaseKind = 'adult'): Read<EligibilityProposal> => {
  const { unable, significantImpact, ...found } = findingsOf(draft, kind);
  const asked = { ...found, significantImpact };
  const open = Object.entries(asked).flatMap(([name, said]) => (said === undefined ? [FIELDS[name] ?? []] : []));
  if (open.length > 0)
    return { errors: Object.fromEntries(open.flatMap(([field, message]) => (field ? [[field, message]] : []))) };
  const codes = kind === 'carer' ? CarerOutcomeCode.options : OutcomeCode.options;
  const read = Findings.safeParse({ ...asked, unable: unable.filter((code) => codes.some((each) => each === code)) });
  return read.success ? { value: proposeEligibility(read.data) } : { errors: { unable: 'Choose outcomes from the list.' } };
};
