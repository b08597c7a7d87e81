/**
 * What is wrong with the questions of the bank themselves, whichever form asks them: names given twice, groups
 * of what cannot be in a group, areas of life the model does not have. What forms do with them is `check-forms.ts`.
 */
import { testsIn } from '../domain/condition.ts';
import { type Form, pagesOf } from '../domain/form.ts';
import type { Bank, Question, QuestionOf, QuestionType, Use } from '../domain/question.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { type FormFault, formFault, repeated } from './form-fault.ts';
import { askedSomewhere } from './form-order.ts';
import { namedIn } from './telling-answers.ts';

/** What fits into one field of a row. */
const FIELD_TYPES: readonly QuestionType[] = [
  'text',
  'long-text',
  'choose-one',
  'choose-many',
  'yes-no',
  'date',
  'money',
  'number',
];

/**
 * Readers that take an answer as it stands, whatever it is: a sum, a payment, a return, a letter, an address book. Decisions, duties
 * and safeguarding turn on particular answers, so each of those must be named by a condition or explained.
 */
const READS_WHOLE: readonly Use['kind'][] = ['calculation', 'payment', 'return', 'letter', 'contact'];

/** Every option id that some condition of some form names, by question. */
const optionsNamed = (forms: readonly Form[]): Map<string, Set<string>> => {
  const named = new Map<string, Set<string>>();
  const conditions = forms.flatMap(pagesOf).flatMap(({ showIf, items }) => [showIf, ...items.map((item) => item.showIf)]);
  for (const test of conditions.flatMap((condition) => (condition ? testsIn(condition) : [])))
    named.set(test.q, new Set([...(named.get(test.q) ?? []), ...namedIn(test)]));
  return named;
};

/**
 * Options that nothing tells apart from the rest. An option is used when a condition names it; when it is the only one left of which
 * none does, because then it is “otherwise”; or when the answer is read whole (`READS_WHOLE`). Any other says `unusedBecause`.
 */
const unusedOptions = (question: QuestionOf<'choose-one' | 'choose-many'>, named: ReadonlySet<string>): FormFault[] => {
  if (question.why.usedBy.some(({ kind }) => READS_WHOLE.includes(kind))) return [];
  const open = question.options.filter(({ id }) => !named.has(id));
  if (open.length === 1 && named.size > 0) return [];
  return open
    .filter(({ unusedBecause }) => unusedBecause === undefined)
    .map(({ id }) =>
      formFault(
        'unused-option',
        `questions/${question.id}/options/${id}`,
        `Nothing uses the answer “${id}”: no condition names it. Name it in one, take it out, or say "unusedBecause".`,
      ),
    );
};

/**
 * Options nobody would miss: worth knowing and no reason to refuse anything (V18), because taking a question out leaves what it looked
 * at as it was. Told by the command line.
 */
export const unusedOptionNotes = (questions: readonly Question[], forms: readonly Form[]): FormFault[] => {
  const asked = askedSomewhere(forms);
  const named = optionsNamed(forms);
  return questions.flatMap((question) =>
    'options' in question && asked.has(question.id) && !question.retired
      ? unusedOptions(question, named.get(question.id) ?? new Set())
      : [],
  );
};

const optionFaults = (question: Question): FormFault[] => {
  if (!('options' in question)) return [];
  return repeated(question.options, ({ id }) => id).map(({ id }) =>
    formFault(
      'duplicate-option',
      `questions/${question.id}/options/${id}`,
      `Two answers are called “${id}”. Give one of them another id.`,
    ),
  );
};

const groupFaults = (group: QuestionOf<'group'>, bank: Bank, asked: ReadonlySet<string>): FormFault[] =>
  group.of.flatMap((id): FormFault[] => {
    const where = `questions/${group.id}/of/${id}`;
    const field = bank.get(id);
    if (!field)
      return [formFault('group-field', where, `There is no question “${id}”. Add it to the bank, or take it out of the group.`)];
    if (field.retired || !FIELD_TYPES.includes(field.type))
      return [
        formFault(
          'group-field',
          where,
          `“${id}” cannot be in a group: it is ${field.retired ? 'retired' : `of the type “${field.type}”`}.`,
        ),
      ];
    if (!asked.has(id)) return [];
    return [
      formFault(
        'group-field-alone',
        where,
        `“${id}” is a field of this group, and a form asks it alone too. Use another question there.`,
      ),
    ];
  });

const areaFaults = (question: QuestionOf<'life-area'>, model: RasModel | undefined): FormFault[] => {
  const where = `questions/${question.id}/area`;
  if (!model)
    return [
      formFault('unknown-area', where, 'The council names no allocation model, so there are no statements to choose from.'),
    ];
  const areas = model.questions.map(({ id }) => id);
  if (!areas.includes(question.area))
    return [formFault('unknown-area', where, `The model has no area “${question.area}”. Use one of: ${areas.join(', ')}.`)];
  if (question.id === question.area) return [];
  return [
    formFault(
      'area-name',
      where,
      `Call this question “${question.area}”, as its area: the assessment looks for the answer there.`,
    ),
  ];
};

const areasTwice = (asked: readonly Question[]): FormFault[] =>
  repeated(
    asked.flatMap((question) => (question.type === 'life-area' ? [question] : [])),
    ({ area }) => area,
  ).map(({ id, area }) =>
    formFault(
      'area-twice',
      `questions/${id}/area`,
      `“${area}” is asked by another question already. Ask each area of life once.`,
    ),
  );

/** Everything wrong with the questions that `forms` ask, and with the fields of their groups. */
export const checkQuestions = (
  questions: readonly Question[],
  forms: readonly Form[],
  bank: Bank,
  model: RasModel | undefined,
): FormFault[] => {
  const asked = askedSomewhere(forms);
  const live = questions.filter(({ id, retired }) => asked.has(id) && !retired);
  const fields = live.flatMap((question) => (question.type === 'group' ? question.of.flatMap((id) => bank.get(id) ?? []) : []));
  return [
    ...repeated(questions, ({ id }) => id).map(({ id }) =>
      formFault('duplicate-question', `questions/${id}`, `Two questions are called “${id}”. A new meaning needs a new id.`),
    ),
    ...[...new Set([...live, ...fields])].flatMap((question) => optionFaults(question)),
    ...live.flatMap((question) => (question.type === 'group' ? groupFaults(question, bank, asked) : [])),
    ...live.flatMap((question) => (question.type === 'life-area' ? areaFaults(question, model) : [])),
    ...areasTwice(live),
  ];
};
