/** Every operation, once each on the national template: its sentence, how far it reaches, which documents it touches; and what it refuses. */
import { describe, expect, test } from 'vitest';
import { loadFolder } from '../../../bin/workflows-folder.ts';
import { type Documents, documentsFaults, fileText } from '../../../lib/app/configuring/documents.ts';
import { droppedQuestions, reusedIds, withIds } from '../../../lib/app/configuring/kept-ids.ts';
import { type KindOfEdit, kindOfEdit } from '../../../lib/app/configuring/kind-of-edit.ts';
import {
  apply,
  inverse,
  isCannot,
  OPERATION_TYPES,
  Operation,
  operationWords,
  touches,
} from '../../../lib/app/configuring/operation.ts';

const { documents } = loadFolder('workflows');

const KEPT = { owner: 'Quality team', lookAgainOn: '2027-11-01' };
const triage = {
  id: 'triage',
  kind: 'form',
  title: 'First look',
  forThePerson: 'Somebody reads what you told us',
  ...KEPT,
  who: 'assessor',
  promise: { workingDays: 3 },
  form: 'arranging-support',
  outcomes: { 'in-place': { end: 'support-in-place' } },
};
const pets = {
  id: 'about.pets',
  type: 'yes-no',
  ask: 'Do you have animals at home?',
  why: {
    reason: 'So that whoever comes knows.',
    sees: 'You and the team that helps you.',
    usedBy: [{ kind: 'decision', ref: 'planning' }],
  },
  sensitivity: 'ordinary',
  freshFor: 'P1Y',
  retention: 'with-case',
  ...KEPT,
};
const tier = { id: 'middle', title: 'team leader', from: 20000, to: 25000, ...KEPT };
const notes = {
  page: 'part',
  id: 'notes',
  title: 'Notes',
  for: 'staff',
  ...KEPT,
  sections: [{ id: 's', title: 'S', pages: [{ id: 'p', items: [{ q: 'about.name' }] }] }],
};
const example = { title: 'A quiet week', answers: {}, weeklyPence: 1200 };

type Row = readonly [
  operation: Record<string, unknown>,
  sentence: string,
  kind: KindOfEdit,
  touched: string,
  paths?: readonly string[],
];
const CARE = 'pathways/adult-care.json';
const LARK = 'councils/larkshire.json';
const DEMO = 'allocation/demo-2026-1.json';

const ROWS: readonly Row[] = [
  [
    { type: 'remove-stage', pathway: 'adult-care', stage: 'quality-check', onward: 'content' },
    'Takes out the stage “Quality check of the plan”. Cases go on to “Plan sign-off”.',
    'structural',
    'pathways/adult-care/stages/quality-check',
    [CARE],
  ],
  [
    { type: 'remove-stage', pathway: 'adult-care', stage: 'self-assessment', onward: 'submitted', keepForms: true },
    "Takes out the stage “The person's own account”. Cases go on to “Needs assessment and eligibility decision”. Its forms are filled in there.",
    'structural',
    'pathways/adult-care/stages/self-assessment',
    [CARE],
  ],
  [
    { type: 'add-stage', pathway: 'adult-care', stage: triage, at: { before: 'assessment' } },
    'Adds the stage “First look” before “Needs assessment and eligibility decision”.',
    'structural',
    'pathways/adult-care/stages/triage',
    [CARE],
  ],
  [
    { type: 'add-stage', pathway: 'adult-care', stage: triage, at: { after: 'assessment', outcome: 'eligible' } },
    'Adds the stage “First look” after “Needs assessment and eligibility decision”, for the outcome “eligible”.',
    'structural',
    'pathways/adult-care/stages/triage',
    [CARE],
  ],
  [
    { type: 'change-stage', pathway: 'adult-care', stage: 'planning', set: { title: 'Planning', owner: 'Planning team' } },
    'Changes what staff call it and who answers for it at the stage “Support planning”.',
    'cosmetic',
    'pathways/adult-care/stages/planning',
    [CARE],
  ],
  [
    { type: 'change-stage', pathway: 'adult-care', stage: 'planning', set: { promise: { workingDays: 10 } } },
    'Changes the promise at the stage “Support planning”.',
    'meaning',
    'pathways/adult-care/stages/planning',
    [CARE],
  ],
  [
    { type: 'move-stage', pathway: 'adult-care', stage: 'review', place: 0 },
    'Lists the stage “Review of the plan” as number 1. Where cases go is as it was.',
    'cosmetic',
    'pathways/adult-care/stages/review',
    [CARE],
  ],
  [
    { type: 'lead-outcome', pathway: 'adult-care', stage: 'planning', outcome: 'ready', to: { stage: 'plan-approval' } },
    'Leads the outcome “ready” of “Support planning” to “Plan sign-off”.',
    'structural',
    'pathways/adult-care/stages/planning/outcomes/ready',
    [CARE],
  ],
  [
    { type: 'add-outcome', pathway: 'adult-care', stage: 'quality-check', outcome: 'no-plan', to: { end: 'advice-given' } },
    'Adds the outcome “no-plan” to “Quality check of the plan”. It leads to the end, with advice given.',
    'structural',
    'pathways/adult-care/stages/quality-check/outcomes/no-plan',
    [CARE],
  ],
  [
    { type: 'remove-outcome', pathway: 'adult-care', stage: 'quality-check', outcome: 'changes-suggested' },
    'Takes the outcome “changes-suggested” out of “Quality check of the plan”.',
    'structural',
    'pathways/adult-care/stages/quality-check/outcomes/changes-suggested',
    [CARE],
  ],
  [
    { type: 'merge-form', pathway: 'adult-care', form: 'money-information', into: 'self-assessment' },
    "Has “About your money” filled in at “The person's own account”.",
    'structural',
    'pathways/adult-care/stages/self-assessment/includes/money-information',
    [CARE],
  ],
  [
    { type: 'take-form-out', pathway: 'adult-care', form: 'three-questions', from: 'review' },
    'Takes “How is it going?” out of “Review of the plan”. It is not filled in there any more.',
    'structural',
    'pathways/adult-care/stages/review/includes/three-questions',
    [CARE],
  ],
  [
    { type: 'change-pathway', pathway: 'adult-care', set: { title: 'Care and support' } },
    'Calls the pathway “Self-directed support for adults” “Care and support”.',
    'cosmetic',
    'pathways/adult-care',
    [CARE],
  ],
  [
    { type: 'remove-question', form: 'money-information', question: 'money.who-deals', withDependants: true },
    'Stops asking “Who deals with your money?” in “About your money”. What shows only by its answer goes with it.',
    'structural',
    'forms/money-information/money.who-deals',
    ['forms/money-information.json'],
  ],
  [
    {
      type: 'add-question',
      form: 'quality-check',
      section: 'second-look',
      page: 'reading-the-plan',
      question: 'matters.most',
      confirmOnly: true,
      at: 0,
    },
    'Shows the answer to “What matters most to you?” in “A second look at the plan”.',
    'structural',
    'forms/quality-check/matters.most',
    ['forms/quality-check.json'],
  ],
  [
    { type: 'move-question', form: 'quality-check', question: 'what-could-be-better', page: 'reading-the-plan', at: 0 },
    'Moves “Is there anything you would change?” to place 1 of the page “reading-the-plan” of “A second look at the plan”.',
    'structural',
    'forms/quality-check/what-could-be-better',
    ['forms/quality-check.json'],
  ],
  [
    { type: 'set-condition', form: 'money-information', question: 'money.benefits', showIf: { q: 'money.income', gte: 1 } },
    'Asks “Which of these do you get?” in “About your money” only to those it is for, by what they answered.',
    'structural',
    'forms/money-information/money.benefits/showIf',
    ['forms/money-information.json'],
  ],
  [
    { type: 'set-page-condition', form: 'money-information', page: 'who-name', showIf: null },
    'Shows the page “who-name” of “About your money” to everybody.',
    'structural',
    'forms/money-information/pages/who-name/showIf',
    ['forms/money-information.json'],
  ],
  [
    { type: 'reword-form', form: 'quality-check', where: 'intro', text: 'Somebody reads the plan.' },
    'Changes words of “A second look at the plan”: “Somebody reads the plan.”.',
    'cosmetic',
    'forms/quality-check/intro',
    ['forms/quality-check.json'],
  ],
  [
    { type: 'word-outcome', form: 'quality-check', outcome: 'content', words: { text: 'Good as it is' } },
    'Says “Good as it is” for the outcome “content” of “A second look at the plan”.',
    'cosmetic',
    'forms/quality-check/outcomes/content',
    ['forms/quality-check.json'],
  ],
  [{ type: 'add-form', form: notes }, 'Adds the form “notes”.', 'structural', 'forms/notes', ['forms/notes.json']],
  [{ type: 'remove-form', form: 'notes' }, 'Takes out the form “Notes”.', 'structural', 'forms/notes', ['forms/notes.json']],
  [
    { type: 'add-to-bank', file: 'about-you', question: pets },
    'Adds the question “Do you have animals at home?” to the bank.',
    'cosmetic',
    'questions/about.pets',
    ['questions/about-you.json'],
  ],
  [
    { type: 'reword-question', question: 'money.income', set: { ask: 'What money comes in?' } },
    'Asks “How much money do you get each week?” as “What money comes in?”.',
    'cosmetic',
    'questions/money.income',
    ['questions/money.json'],
  ],
  [
    { type: 'change-question', question: 'money.income', set: { required: true, freshFor: 'P6M' } },
    'Changes whether it must be answered and how long an answer stays good of the question “How much money do you get each week?”.',
    'meaning',
    'questions/money.income',
    ['questions/money.json'],
  ],
  [
    { type: 'retire-question', question: 'about.pets' },
    'Retires the question “Do you have animals at home?”. Answers to it stay readable.',
    'cosmetic',
    'questions/about.pets',
    ['questions/about-you.json'],
  ],
  [
    { type: 'add-option', question: 'money.who-deals', option: { id: 'bank', text: 'My bank' } },
    'Adds the answer “My bank” to “Who deals with your money?”.',
    'meaning',
    'questions/money.who-deals/options/bank',
    ['questions/money.json'],
  ],
  [
    { type: 'remove-option', question: 'money.who-deals', option: 'lpa' },
    'Takes the answer “lpa” out of “Who deals with your money?”.',
    'meaning',
    'questions/money.who-deals/options/lpa',
    ['questions/money.json'],
  ],
  [
    { type: 'reword-letter', letter: 'eligibility-decision', paragraph: 'title', text: 'What we decided' },
    'Changes the title of “Our decision about your needs”: “What we decided”.',
    'cosmetic',
    'letters/eligibility-decision/title',
    ['letters/eligibility-decision.json'],
  ],
  [
    { type: 'remove-paragraph', letter: 'eligibility-decision', paragraph: 8 },
    'Takes paragraph 9 out of “Our decision about your needs”.',
    'meaning',
    'letters/eligibility-decision/paragraphs/8',
    ['letters/eligibility-decision.json'],
  ],
  [
    { type: 'add-paragraph', letter: 'closing', at: 0, paragraph: { text: 'Thank you for reading this.' } },
    'Adds a paragraph to the part “closing”: “Thank you for reading this.”.',
    'meaning',
    'letters/closing/paragraphs/0',
    ['letters/closing.json'],
  ],
  [
    { type: 'set-when', letter: 'eligibility-decision', paragraph: 0, when: null },
    'Says paragraph 1 of “Our decision about your needs” always.',
    'meaning',
    'letters/eligibility-decision/paragraphs/0/when',
    ['letters/eligibility-decision.json'],
  ],
  [
    { type: 'remove-letter', letter: 'what-else-helps-carers' },
    'Takes the part “what-else-helps-carers” out of every letter.',
    'meaning',
    'letters/what-else-helps-carers',
    ['letters/eligibility-decision.json', 'letters/what-else-helps-carers.json'],
  ],
  [
    { type: 'add-letter', letter: { kind: 'part', id: 'thanks', paragraphs: ['Thank you.'] } },
    'Adds the letter “thanks”.',
    'meaning',
    'letters/thanks',
    ['letters/thanks.json'],
  ],
  [
    { type: 'change-council', set: { contact: { phone: '01632 960 999' }, urgentLookAgainDays: 7 } },
    'Changes how to reach us and how soon urgent support is looked at again of Larkshire Council.',
    'meaning',
    'councils/own',
    [LARK],
  ],
  [
    { type: 'set-ceiling', pathway: 'adult-care', ceiling: { questions: 120, approvals: 1 } },
    'Lets “Self-directed support for adults” ask for 120 questions and 1 approval at most.',
    'cosmetic',
    'councils/own/ceilings/adult-care',
    [LARK],
  ],
  [
    { type: 'set-staff', id: 'S-MORAG', limitPence: 40000 },
    'Changes what “S-MORAG” may do at Larkshire Council.',
    'meaning',
    'councils/own/demo/staff/S-MORAG',
    [LARK],
  ],
  [
    { type: 'remove-staff', council: 'larkshire', id: 'S-IDRIS' },
    'Takes “S-IDRIS” off the staff of Larkshire Council.',
    'meaning',
    'councils/larkshire/demo/staff/S-IDRIS',
    [LARK],
  ],
  [
    { type: 'set-tier', tier },
    'Has plans from £200.00 to £250.00 a week agreed by “team leader”.',
    'structural',
    'councils/own/approval/tiers/middle',
    [LARK],
  ],
  [
    { type: 'remove-tier', tier: 'large-plans' },
    'Takes out the tier “panel for the largest plans”. Its plans are agreed by “service manager”.',
    'structural',
    'councils/own/approval/tiers/large-plans',
    [LARK],
  ],
  [{ type: 'set-at-once', atOnce: null }, 'Has no plan agreed at once.', 'meaning', 'councils/own/approval/atOnce', [LARK]],
  [
    { type: 'set-cover', cover: [{ of: 'S-GLENDA', by: 'S-IDRIS', from: '2027-01-01', until: '2027-01-14', limitPence: 50000 }] },
    'Has 1 cover for others at Larkshire Council.',
    'meaning',
    'councils/own/approval/cover',
    [LARK],
  ],
  [
    { type: 'set-points', model: 'DEMO-2026-1', question: 'nights', option: 'every-night', points: 9 },
    'Gives 9 points for “I need help once or twice every night.”.',
    'meaning',
    'allocation/DEMO-2026-1/questions/nights/options/every-night',
    [DEMO],
  ],
  [
    { type: 'reword-model', model: 'DEMO-2026-1', question: 'nights', text: { en: 'Nights' } },
    'Words “nights” as “Nights”.',
    'cosmetic',
    'allocation/DEMO-2026-1/questions/nights',
    [DEMO],
  ],
  [
    { type: 'set-table-row', model: 'DEMO-2026-1', points: 30, pence: 16000 },
    'Has 30 points come to £160.00 a week in “Demonstration rules 2026, invented”.',
    'meaning',
    'allocation/DEMO-2026-1/allocation/rows/30',
    [DEMO],
  ],
  [
    { type: 'set-contingency', model: 'DEMO-2026-1', percent: 5 },
    'Keeps back 5% of the up-front figure.',
    'meaning',
    'allocation/DEMO-2026-1/contingencyPercent',
    [DEMO],
  ],
  [
    { type: 'change-model', model: 'DEMO-2026-1', set: { floorPence: 1000, ceilingPoints: 110 } },
    'Changes the rules of “Demonstration rules 2026, invented”.',
    'meaning',
    'allocation/DEMO-2026-1',
    [DEMO],
  ],
  [
    { type: 'new-model-version', model: 'DEMO-2026-1', version: '2', effectiveFrom: '2027-04-06' },
    'Makes version 2 of “Demonstration rules 2026, invented”, in effect from 2027-04-06.',
    'meaning',
    'allocation/DEMO-2026-1/version',
    [DEMO],
  ],
  [
    { type: 'change-worked-example', model: 'DEMO-2026-1', id: 'quiet', example },
    'Has the worked example “A quiet week” come to £12.00 a week.',
    'cosmetic',
    'allocation/DEMO-2026-1/workedExamples/quiet',
    [DEMO],
  ],
  [
    { type: 'set-figure', file: 'england', figure: 'personalExpenses', from: '2026-04-06', pence: 3165, source: 'Circular 2026' },
    'Has the personal expenses allowance be £31.65 from 6 April 2026.',
    'meaning',
    'charging/england/years/2026-04-06/personalExpenses',
    ['charging/england.json'],
  ],
  [
    { type: 'put-document', path: 'forms/notes.json', json: notes },
    'Adds the whole of forms/notes.json.',
    'structural',
    'forms/notes.json',
    ['forms/notes.json'],
  ],
  [
    { type: 'remove-document', path: 'letters/closing.json' },
    'Takes out the whole of letters/closing.json.',
    'meaning',
    'letters/closing.json',
    ['letters/closing.json'],
  ],
  [
    { type: 'save-scenario', scenario: { id: 'ada', title: 'Ada comes home' } },
    'Saves the scenario “Ada comes home”.',
    'cosmetic',
    'scenarios/ada',
    ['scenarios/ada.json'],
  ],
  [{ type: 'remove-scenario', id: 'ben' }, 'Takes out the scenario “ben”.', 'cosmetic', 'scenarios/ben', ['scenarios/ben.json']],
];

const done = (before: Documents, operation: Operation): Documents => {
  const after = apply(before, operation);
  if (isCannot(after)) throw new Error(after.cannot);
  return after;
};
const ok = (before: Documents, raw: unknown): Documents => done(before, Operation.parse(raw));

/** The paths whose text differs: undoing by a stored operation puts back an equal document, not the same object. */
const changed = (before: Documents, after: Documents): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => before[path] !== after[path])
    .filter((path) => !(path in before && path in after && fileText(before[path]) === fileText(after[path])))
    .sort();

/** The template, with what two of the rows take out again. */
const GROUND: Documents = {
  ...ok(documents, { type: 'add-to-bank', file: 'about-you', question: pets }),
  'forms/notes.json': notes,
  'scenarios/ben.json': { id: 'ben' },
};
const groundFor = (type: unknown): Documents =>
  ['remove-form', 'retire-question', 'remove-scenario'].includes(String(type)) ? GROUND : documents;

describe('on the national template', () => {
  const rows = ROWS.map(([raw, sentence, kind, about, paths]) => ({ raw, sentence, kind, about, paths }));
  test.each(rows)('$sentence', ({ raw, sentence, kind, about, paths }) => {
    const before = groundFor(raw.type);
    const operation = Operation.parse(raw);
    expect(operationWords(before, operation)).toBe(sentence);
    expect(touches(operation)).toBe(about);
    const after = ok(before, raw);
    expect(changed(before, after)).toEqual(paths);
    expect(kindOfEdit(before, after)).toBe(kind);
    const back = inverse(before, after).reduce<Documents>((now, undo) => done(now, undo), after);
    expect(changed(before, back)).toEqual([]);
  });

  test('no operation is left out of the table', () => {
    const told = new Set([...ROWS.map(([{ type }]) => type), 'replace-documents', 'set-point-price']);
    expect(OPERATION_TYPES.filter((type) => !told.has(type))).toEqual([]);
  });
});

const first = (raw: unknown): string => {
  const after = apply(documents, Operation.parse(raw));
  return isCannot(after) ? after.cannot : 'It was done.';
};
const stage = { type: 'remove-stage', pathway: 'adult-care', onward: 'submitted' };
const question = { type: 'remove-question', form: 'money-information' };
const { owner: _, ...unowned } = pets;

describe('says what cannot be done, and changes nothing', () => {
  test.each([
    [{ ...stage, stage: 'constructor' }, 'There is no stage “constructor” in “Self-directed support for adults”.'],
    [{ ...stage, pathway: 'nowhere', stage: 'planning' }, 'There is no pathway “nowhere”.'],
    [{ ...stage, stage: 'planning' }, '“Support planning” has no outcome “submitted”. It has “ready”.'],
    [
      { ...stage, stage: 'review', onward: 'no-change' },
      '“Review of the plan” is where reviews open, and nothing follows it. Choose an outcome that leads to a stage.',
    ],
    [
      { ...stage, stage: 'assessment', onward: 'eligible', keepForms: true },
      '“Indicative budget” works by itself, so nobody could fill in “needs-assessment” and “money-information” there. Merge them into another stage first.',
    ],
    [
      { type: 'remove-outcome', pathway: 'adult-care', stage: 'planning', outcome: 'ready' },
      'It is the only way on from “Support planning”. Take the stage out, or add another way first.',
    ],
    [
      { type: 'add-outcome', pathway: 'adult-care', stage: 'plan-approval', outcome: 'refused', to: { end: 'advice-given' } },
      'A stage of this kind ends as “approved” or “returned”, and in no other way.',
    ],
    [
      { type: 'add-outcome', pathway: 'adult-care', stage: 'planning', outcome: 'late', to: { end: 'advice-given' } },
      'Every stage can be late, and it goes on then. No pathway leads that anywhere else.',
    ],
    [
      { type: 'lead-outcome', pathway: 'adult-care', stage: 'planning', outcome: 'ready', to: { stage: 'limbo' } },
      'There is no stage “limbo” in “Self-directed support for adults”.',
    ],
    [
      { type: 'add-stage', pathway: 'adult-care', stage: { ...triage, owner: undefined }, at: { before: 'assessment' } },
      'Say who answers for the stage, and the day it is looked at again.',
    ],
    [
      { type: 'add-stage', pathway: 'adult-care', stage: { ...triage, id: 'review' }, at: { before: 'assessment' } },
      'There is a stage “review” already. Give this one another id.',
    ],
    [
      { type: 'merge-form', pathway: 'adult-care', form: 'quality-check', into: 'planning' },
      '“A second look at the plan” ends a stage by itself, so it cannot be merged into one.',
    ],
    [
      { ...question, question: 'money.who-deals' },
      'The page “who-name” shows by the answer to “Who deals with your money?”. Take what hangs on it out as well.',
    ],
    [
      { type: 'add-question', form: 'quality-check', section: 'second-look', page: 'p', question: 'about.shoes' },
      'There is no question “about.shoes” in the bank. Add it there first, with what uses its answer.',
    ],
    [
      { type: 'add-to-bank', file: 'about-you', question: { ...pets, why: { ...pets.why, usedBy: [] } } },
      'Which decision uses this? Name the decision, letter, return or duty: a question that nothing uses is not asked.',
    ],
    [
      { type: 'add-to-bank', file: 'about-you', question: unowned },
      'Say who answers for the question, and the day it is looked at again.',
    ],
    [
      { type: 'add-to-bank', file: 'money', question: { ...pets, id: 'about.name' } },
      '“about.name” is the id of a question already, and an id is for good. Give this one another.',
    ],
    [
      { type: 'retire-question', question: 'money.income' },
      '“How much money do you get each week?” is asked in “About your money”. Take it out there first.',
    ],
    [
      { type: 'reword-letter', letter: 'eligibility-decision', paragraph: 14, text: 'Anything' },
      'These words are those of the part “if-you-do-not-agree”. Change them there.',
    ],
    [
      { type: 'set-tier', tier: { id: 'team-manager', title: 'team manager', from: 0, to: 100000 } },
      'Nothing is left for “service manager” then. Take that tier out first.',
    ],
    [
      { type: 'set-contingency', model: 'DEMO-2026-1', percent: 5, reason: null },
      'Say in plain words why money is kept back. People are shown this with their amount.',
    ],
    [
      { type: 'set-figure', file: 'england', figure: 'lowerLimit', from: '2025-04-06', pence: 1, source: 'x' },
      'The lower limit of capital of 2025/26 is £14,250.00, and figures of the past stay as they were. Add one from a later day.',
    ],
    [
      { type: 'set-figure', file: 'england', figure: 'lowerLimit', from: '2025-05-01', pence: 1, source: 'x' },
      'Figures come into force when a year begins, and 2025/26 begins on 6 April 2025. Use that day, or one after 5 April 2027.',
    ],
    [
      { type: 'set-figure', file: 'england', figure: 'lowerLimit', from: '2026-04-06', pence: 1 },
      'Say where the figure was found, so that it can be looked up.',
    ],
    [{ type: 'replace-documents', documents: {} }, 'There is nothing in it. Everything would be taken out.'],
  ])('%#: %j', (raw, sentence) => {
    expect(first(raw)).toBe(sentence);
  });
});

describe('what an operation leaves', () => {
  const parts = (after: Documents, path: string) => after[path] as Record<string, never>;
  test('a tier that goes leaves no gap, wherever it was', () => {
    const tiers = (raw: unknown) => {
      const { approval } = parts(ok(documents, raw), LARK) as unknown as {
        approval: { tiers: { id: string; from: number; to: number | null }[] };
      };
      return approval.tiers.map(({ id, from, to }) => [id, from, to]);
    };
    expect(tiers({ type: 'remove-tier', tier: 'team-manager' })).toEqual([
      ['service-manager', 0, 100000],
      ['large-plans', 100001, null],
    ]);
    expect(tiers({ type: 'remove-tier', tier: 'large-plans' })).toEqual([
      ['team-manager', 0, 30000],
      ['service-manager', 30001, null],
    ]);
    expect(tiers({ type: 'set-tier', tier })).toEqual([
      ['team-manager', 0, 19999],
      ['middle', 20000, 25000],
      ['service-manager', 25001, 100000],
      ['large-plans', 100001, null],
    ]);
    expect(
      tiers({ type: 'set-tier', tier: { id: 'large-plans', title: 'panel', from: 150000, to: null, panel: { workingDays: 5 } } }),
    ).toEqual([
      ['team-manager', 0, 30000],
      ['service-manager', 30001, 149999],
      ['large-plans', 150000, null],
    ]);
  });

  test('taking out the quality check, the panel, a page nobody asks for, and a worked example that comes out can all be published', () => {
    for (const raw of [ROWS[0]?.[0], { type: 'remove-tier', tier: 'large-plans' }, { type: 'set-tier', tier }]) {
      expect(documentsFaults(ok(documents, raw))).toEqual([]);
    }
  });

  test('a worked example that does not come out keeps the model from being published', () => {
    const asked = documents[DEMO] as { questions: { id: string; options: { id: string }[] }[] };
    const answers = Object.fromEntries(asked.questions.map(({ id, options }) => [id, { option: options[0]?.id ?? '' }]));
    const coming = (weeklyPence: number) =>
      ok(documents, {
        type: 'change-worked-example',
        model: 'DEMO-2026-1',
        id: 'nothing',
        example: { title: 'No needs', answers, weeklyPence },
      });
    expect(documentsFaults(coming(0))).toEqual([]);
    expect(documentsFaults(coming(5)).map(({ code, where, message }) => [code, where, message])).toEqual([
      [
        'worked-example-differs',
        'workedExamples[3].weeklyPence',
        '“No needs” comes to £0.00 a week, and £0.05 a week is written with it. Change the points back, or the example.',
      ],
    ]);
  });

  test('a figure after the last year begins a year of its own, with what nobody has found yet named', () => {
    const after = ok(documents, {
      type: 'set-figure',
      file: 'england',
      figure: 'perChild',
      from: '2027-04-06',
      pence: 9000,
      source: 'Circular',
    });
    const { years } = after['charging/england.json'] as { years: { year: string; until: string; toConfirm: string[] }[] };
    expect(years.at(-1)).toMatchObject({
      year: '2027/28',
      until: '2028-04-05',
      pence: { perChild: 9000 },
      sources: ['Circular'],
    });
    expect(years.at(-1)?.toConfirm).not.toContain('perChild');
    expect(documentsFaults(after)).toEqual([]);
  });

  test('nothing at all: the same documents', () => {
    const raw = { type: 'change-pathway', pathway: 'adult-care', set: { title: 'Self-directed support for adults' } };
    expect(ok(documents, raw)).toBe(documents);
    expect(kindOfEdit(documents, structuredClone(documents))).toBe('none');
  });

  test('of a whole set put in again: every document that says the same is the same object', () => {
    const after = ok(documents, { type: 'replace-documents', documents: structuredClone(documents) });
    expect(Object.keys(documents).filter((path) => after[path] !== documents[path])).toEqual([]);
  });
});

describe('ids are for good', () => {
  const { form: __, ...human } = triage;
  const other = { ...human, id: 'quality-check', kind: 'review', outcomes: { 'no-change': { end: 'support-in-place' } } };
  test.each([
    [
      'a stage taken out and another kind put under its id',
      [ROWS[0]?.[0], { type: 'add-stage', pathway: 'adult-care', stage: other, at: { before: 'plan-approval' } }],
      ['id-reused'],
    ],
    [
      'a stage taken out and put back as it was',
      [
        ROWS[0]?.[0],
        { type: 'add-stage', pathway: 'adult-care', stage: { ...triage, id: 'quality-check' }, at: { before: 'plan-approval' } },
      ],
      [],
    ],
    ['a file of the bank taken out', [{ type: 'remove-document', path: 'questions/review.json' }], ['question-dropped']],
    [
      'a question retired',
      [
        { type: 'remove-question', form: 'money-information', question: 'money.ni-number' },
        { type: 'retire-question', question: 'money.ni-number' },
      ],
      [],
    ],
  ])('%s', (_name, operations, codes) => {
    const after = operations.reduce<Documents>((now, raw) => ok(now, raw), documents);
    expect([
      ...new Set([...droppedQuestions(documents, after), ...reusedIds(withIds({}, documents), after)].map(({ code }) => code)),
    ]).toEqual(codes);
  });
});

describe('a question that others look at', () => {
  const form = (id: string, sections: unknown) => ({ page: 'part', id, title: id, for: 'person', sections });
  const section = (pages: unknown[]) => [{ id: `s-${pages.length}`, title: 'S', pages }];
  const yes = (q: string) => ({ q, is: true });
  const chain = form(
    'chain',
    section([
      { id: 'one', items: [{ q: 'q-one' }] },
      {
        id: 'two',
        showIf: yes('q-one'),
        items: [{ q: 'q-two' }, { q: 'q-three', showIf: { any: [yes('q-one'), yes('q-four')] } }],
      },
      {
        id: 'five',
        items: [
          { q: 'q-five', showIf: { any: [yes('q-two'), yes('q-six')] } },
          { q: 'q-six', showIf: { not: yes('q-one') } },
        ],
      },
    ]),
  );
  const other = form('other', section([{ id: 'p', items: [{ q: 'q-two', confirmOnly: true }] }]));
  const withForms = (forms: Record<string, unknown>): Documents => ({ ...documents, ...forms });
  const remove = { type: 'remove-question', form: 'chain', question: 'q-one', withDependants: true };

  test('takes with it what shows only by its answer, and what shows only by theirs', () => {
    const after = ok(withForms({ 'forms/chain.json': chain }), remove);
    expect(after['forms/chain.json']).toEqual({
      ...chain,
      sections: [{ ...chainSection(), pages: [{ id: 'five', items: [{ q: 'q-five', showIf: yes('q-six') }, { q: 'q-six' }] }] }],
    });
  });
  const chainSection = () => (chain.sections as { id: string; title: string }[])[0];

  test('is not taken out from under another form', () => {
    const after = apply(withForms({ 'forms/chain.json': chain, 'forms/other.json': other }), Operation.parse(remove));
    expect(after).toEqual({ cannot: '“other” looks at the answer to “q-two”. Take that out there first.' });
  });

  test('goes alone where another form asks it as well', () => {
    const asks = form('other', section([{ id: 'p', items: [{ q: 'q-one' }] }]));
    const after = ok(withForms({ 'forms/chain.json': chain, 'forms/other.json': asks }), remove);
    const pages = (chain.sections as { pages: unknown[] }[])[0]?.pages;
    expect(after['forms/chain.json']).toEqual({ ...chain, sections: [{ ...chainSection(), pages: pages?.slice(1) }] });
  });
});

test('a model with one price for every point has that price changed, and no row', () => {
  const flat = { ...(documents[DEMO] as object), allocation: { kind: 'perPoint', pencePerPoint: 450 } };
  const before = { ...documents, [DEMO]: flat };
  const raw = { type: 'set-point-price', model: 'DEMO-2026-1', pencePerPoint: 475.5 };
  expect(operationWords(before, Operation.parse(raw))).toBe('Has every point come to 475.5p a week.');
  expect(ok(before, raw)[DEMO]).toEqual({ ...flat, allocation: { kind: 'perPoint', pencePerPoint: 475.5 } });
  expect(apply(before, { type: 'set-table-row', model: 'DEMO-2026-1', points: 0, pence: 0 })).toEqual({
    cannot: 'This model has no table of points.',
  });
});

test('a pathway of a thousand stages is changed within a second', () => {
  const stages = Array.from({ length: 1000 }, (_, place) => ({
    ...triage,
    id: `s-${place}`,
    outcomes: { on: place < 999 ? { stage: `s-${place + 1}` } : { end: 'support-in-place' } },
  }));
  const long = { ...(documents[CARE] as object), start: 's-0', review: 's-0', stages };
  const began = performance.now();
  const after = ok({ ...documents, [CARE]: long }, { type: 'remove-stage', pathway: 'adult-care', stage: 's-500', onward: 'on' });
  expect(performance.now() - began).toBeLessThan(1_000);
  const { stages: left } = after[CARE] as { stages: { id: string; outcomes: unknown }[] };
  expect(left).toHaveLength(999);
  expect(left[499]?.outcomes).toEqual({ on: { stage: 's-501' } });
});
