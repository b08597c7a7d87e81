/** Questions, forms and a pathway small enough to see through, for the tests of forms. Not a test, and not the national template. */
import type { Condition } from '../../lib/domain/condition.ts';
import { type AskingForm, Form } from '../../lib/domain/form.ts';
import { Question, STATUTORY_IDS } from '../../lib/domain/question.ts';
import { RasModel } from '../../lib/domain/ras-model.ts';
import type { FormsToCheck } from '../../lib/pathway/check-forms.ts';
import { Pathway } from '../../lib/pathway/schema.ts';

/** A yes-no question, unless `more` says otherwise; its answers are read whole, so that no option of it is ever unused. */
export const question = (id: string, more: Record<string, unknown> = {}): Question =>
  Question.parse({
    type: 'yes-no',
    id,
    ask: `${id}?`,
    why: { reason: 'To know.', sees: 'The team.', usedBy: [{ kind: 'return', ref: 'R' }] },
    sensitivity: 'ordinary',
    freshFor: 'forever',
    retention: 'with-case',
    ...more,
  });

export const choose = (id: string, options: readonly string[], more: Record<string, unknown> = {}): Question =>
  question(id, { type: 'choose-one', options: options.map((each) => ({ id: each, text: each })), ...more });

export type Line =
  | string
  | { readonly q: string; readonly showIf?: Condition; readonly confirmOnly?: true }
  | { readonly show: 'guidance'; readonly text: string };
export type Page = { readonly id: string; readonly showIf?: Condition; readonly items: readonly Line[] };
/** A page for each of `lines` that is not a page already, called as its question. */
const pageOf = (line: Line | Page): object => {
  if (typeof line === 'object' && 'items' in line)
    return { ...line, items: line.items.map((each) => (typeof each === 'string' ? { q: each } : each)) };
  const item = typeof line === 'string' ? { q: line } : line;
  return { id: ('q' in item ? item.q : 'guidance').replaceAll('.', '-'), items: [item] };
};

/** A form of one section that is called as the form. */
export const form = (id: string, lines: readonly (Line | Page)[], more: Record<string, unknown> = {}): AskingForm => {
  const made = Form.parse({
    page: 'part',
    for: 'person',
    id,
    title: id,
    sections: [{ id: `${id}-part`, title: id, pages: lines.map(pageOf) }],
    ...more,
  });
  if (made.page === 'plan') throw new Error('A plan asks nothing');
  return made;
};

const human = { title: 'Title', forThePerson: 'Title', promise: { workingDays: 5 } };

/** Telling (the form `story`), assessment, a figure, a form of staff (`last`), and a review. */
export const pathway = (
  includes: {
    readonly telling?: readonly string[];
    readonly assessment?: readonly string[];
    readonly review?: readonly string[];
  } = {},
): Pathway =>
  Pathway.parse({
    id: 'made-up',
    title: 'Made up',
    jurisdiction: 'ENG',
    start: 'telling',
    review: 'review',
    stages: [
      // Not in the order cases come to them, which is the order that counts.
      {
        id: 'review',
        kind: 'review',
        who: 'assessor',
        ...human,
        includes: includes.review,
        outcomes: {
          'no-change': { end: 'support-in-place' },
          'plan-changes': { stage: 'last' },
          'needs-changed': { stage: 'telling' },
          'support-ends': { end: 'support-ended' },
        },
      },
      {
        id: 'last',
        kind: 'form',
        form: 'last',
        who: 'approver',
        ...human,
        outcomes: { done: { end: 'support-in-place' }, back: { stage: 'telling' } },
      },
      {
        id: 'figure',
        kind: 'resource-allocation',
        title: 'Figure',
        forThePerson: 'Figure',
        outcomes: { allocated: { stage: 'last' }, 'needs-individual-costing': { stage: 'last' } },
      },
      {
        id: 'assessment',
        kind: 'assessment',
        who: 'assessor',
        ...human,
        includes: includes.assessment,
        outcomes: { eligible: { stage: 'figure' }, 'not-eligible': { end: 'advice-given' } },
      },
      {
        id: 'telling',
        kind: 'form',
        form: 'story',
        who: 'person',
        ...human,
        includes: includes.telling,
        outcomes: { sent: { stage: 'assessment' } },
      },
    ],
  });

export const model = RasModel.parse({
  id: 'MADE-UP',
  version: '1',
  questions: ['washing', 'going-out'].map((id) => ({
    id,
    options: [0, 6].map((points) => ({ id: `p${points}`, text: `${points}`, points })),
  })),
  informal: { shares: [0, 50] },
  allocation: { kind: 'perPoint', pencePerPoint: 1000 },
});

/** One finding for each id of the national standard. */
export const findings: readonly Question[] = STATUTORY_IDS.map((statutoryId) =>
  question(`finding.${statutoryId.toLowerCase()}`, { type: 'finding', finding: statutoryId, statutoryId }),
);

/** Forms and questions without a fault, with something for every check to bite on. */
export const sound: FormsToCheck = {
  model,
  pathways: [pathway({ telling: ['about'], assessment: ['found'], review: ['after'] })],
  questions: [
    question('comm.loud', { freshFor: 'P1Y' }),
    choose('about.who', ['me', 'with-help', 'for-them']),
    question('about.name', { type: 'text', required: true }),
    question('about.age', { type: 'number', most: 120 }),
    choose('about.difficulty', ['understand', 'remember', 'none'], { type: 'choose-many' }),
    question('about.speak-up'),
    question('about.helpers', { type: 'group', of: ['helper.name'], itemName: 'Helper', most: 3 }),
    question('helper.name', { type: 'text' }),
    question('washing', { type: 'life-area', area: 'washing', required: true }),
    question('going-out', { type: 'life-area', area: 'going-out', required: true }),
    choose('money', ['mine', 'ours', 'theirs']),
    question('how-is-it', { type: 'long-text' }),
    question('old', { retired: true }),
    ...findings,
  ],
  forms: [
    form('comm', ['comm.loud'], { anytime: true }),
    form('about', [
      'about.who',
      {
        id: 'name',
        items: [
          { show: 'guidance', text: 'Your name.' },
          { q: 'about.name', showIf: { q: 'about.who', in: ['me', 'with-help'] } },
          'about.age',
        ],
      },
      'about.difficulty',
      { id: 'speak-up', showIf: { q: 'about.difficulty', in: ['understand', 'remember'] }, items: ['about.speak-up'] },
      'about.helpers',
    ]),
    form('story', ['washing', { q: 'going-out', showIf: { not: { q: 'comm.loud', is: false } } }], { page: 'story' }),
    form('found', [{ q: 'about.name', confirmOnly: true }, ...findings.map(({ id }) => id)], { for: 'staff' }),
    form('last', ['money'], { page: 'questions', for: 'staff', outcomes: { done: { text: 'Done' }, back: { text: 'Back' } } }),
    form('after', ['how-is-it']),
  ],
};
