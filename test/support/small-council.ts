/**
 * The smallest council on which every command, refusal and stage kind has something to bite on. Not the demonstration council of
 * `workflows/`: these tests must not change when somebody rewords a form. Used by the tests of the domain.
 */
import type { Actor } from '../../lib/domain/actor.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { Council } from '../../lib/domain/council.ts';
import { Form } from '../../lib/domain/form.ts';
import { Question } from '../../lib/domain/question.ts';
import { RasModel } from '../../lib/domain/ras-model.ts';
import { Pathway } from '../../lib/pathway/schema.ts';

const promise = { workingDays: 10 };
const human = (who: 'person' | 'assessor' | 'approver', title: string) => ({ title, forThePerson: title, who, promise });

export const route = Pathway.parse({
  id: 'small',
  title: 'Small',
  jurisdiction: 'ENG',
  start: 'story',
  review: 'review',
  stages: [
    {
      id: 'story',
      kind: 'form',
      ...human('person', 'Story'),
      form: 'story',
      includes: ['about'],
      outcomes: { sent: { stage: 'assessment' } },
    },
    {
      id: 'assessment',
      kind: 'assessment',
      ...human('assessor', 'Assessment'),
      includes: ['record'],
      outcomes: { eligible: { stage: 'figure' }, 'not-eligible': { end: 'advice-given' } },
    },
    {
      id: 'figure',
      kind: 'resource-allocation',
      title: 'Figure',
      forThePerson: 'Figure',
      outcomes: { allocated: { stage: 'planning' }, 'needs-individual-costing': { stage: 'planning' } },
    },
    { id: 'planning', kind: 'form', ...human('assessor', 'Planning'), form: 'plan', outcomes: { ready: { stage: 'check' } } },
    {
      id: 'check',
      kind: 'form',
      ...human('approver', 'Check'),
      form: 'check',
      outcomes: { fine: { stage: 'approval' }, changes: { stage: 'planning' } },
    },
    {
      id: 'approval',
      kind: 'plan-approval',
      ...human('approver', 'Approval'),
      outcomes: { approved: { stage: 'arranging' }, returned: { stage: 'planning' } },
    },
    {
      id: 'arranging',
      kind: 'form',
      ...human('assessor', 'Arranging'),
      form: 'arranging',
      outcomes: { 'in-place': { end: 'support-in-place' } },
    },
    {
      id: 'review',
      kind: 'review',
      ...human('assessor', 'Review'),
      outcomes: {
        'no-change': { end: 'support-in-place' },
        'plan-changes': { stage: 'planning' },
        'needs-changed': { stage: 'story' },
        'support-ends': { end: 'support-ended' },
      },
    },
  ],
});

const why = { reason: 'To plan.', sees: 'The team.', usedBy: [{ kind: 'decision', ref: 'plan' }] };
const about = { why, sensitivity: 'personal', freshFor: 'each-time', retention: 'with-case' };

/** The bank: two areas of life, what the council's own forms ask, a name, and something that stays good for a year. */
export const questions = [
  { type: 'life-area', id: 'washing', area: 'washing', ask: 'Washing', required: true, ...about },
  { type: 'life-area', id: 'going-out', area: 'going-out', ask: 'Going out', required: true, ...about },
  { type: 'text', id: 'about.name', ask: 'Your name', format: 'name', ...about, freshFor: 'forever' },
  { type: 'yes-no', id: 'has-cat', ask: 'Do you have a cat?', ...about, freshFor: 'P1Y' },
  { type: 'text', id: 'cat-name', ask: 'What is the cat called?', ...about, freshFor: 'forever' },
  { type: 'text', id: 'remarks', ask: 'Remarks', ...about },
  {
    type: 'choose-one',
    id: 'money',
    ask: 'Who holds the money?',
    required: true,
    options: [
      { id: 'person', text: 'The person' },
      { id: 'council', text: 'The council' },
    ],
    ...about,
    why: { ...why, usedBy: [{ kind: 'payment', ref: 'arranging' }] },
  },
  { type: 'long-text', id: 'found', ask: 'What did you find?', ...about },
].map((question) => Question.parse(question));

const page = (id: string, ...items: readonly object[]) => ({ id, items });
const section = (id: string, ...pages: readonly object[]) => ({ id, title: id, pages });

export const forms = [
  {
    page: 'story',
    id: 'story',
    for: 'person',
    title: 'Story',
    sections: [section('areas', page('washing', { q: 'washing' }), page('going-out', { q: 'going-out' }))],
  },
  {
    page: 'part',
    id: 'about',
    for: 'person',
    title: 'About you',
    anytime: true,
    sections: [
      section(
        'you',
        page('name', { q: 'about.name' }),
        page('cat', { q: 'has-cat' }, { q: 'cat-name', showIf: { q: 'has-cat', is: true } }),
      ),
    ],
  },
  {
    page: 'part',
    id: 'record',
    for: 'staff',
    title: 'Record',
    sections: [section('findings', page('found', { q: 'found' }, { q: 'has-cat', confirmOnly: true }))],
  },
  { page: 'plan', id: 'plan', for: 'staff', title: 'Plan' },
  {
    page: 'questions',
    id: 'check',
    for: 'staff',
    title: 'Check',
    sections: [section('look', page('look', { q: 'remarks' }))],
    outcomes: { fine: { text: 'Fine' }, changes: { text: 'Changes', needsReasons: true } },
  },
  {
    page: 'questions',
    id: 'arranging',
    for: 'staff',
    title: 'Arranging',
    sections: [section('money', page('money', { q: 'money' }))],
    outcomes: { 'in-place': { text: 'In place' } },
  },
].map((form) => Form.parse(form));

const council = Council.parse({
  id: 'smallshire',
  name: 'Smallshire',
  service: 'Support',
  jurisdiction: 'ENG',
  contact: { team: 'Team', phone: '01632 960 000', email: 'a@smallshire.example', address: 'Here', hours: 'Always' },
  team: 'team',
  pathway: 'small',
  allocation: 'SMALL',
  review: { firstAfterWeeks: 6, thenEveryMonths: 12 },
  bankHolidays: ['2026-12-25', '2026-12-28', '2027-01-01'],
});

/** Two questions, up to 12 points each; £10 a point, nothing kept back; above 20 points it is costed individually. */
export const model = RasModel.parse({
  id: 'SMALL',
  version: '1',
  questions: ['washing', 'going-out'].map((id) => ({
    id,
    outcomeCodes: [id === 'washing' ? 'CA-HYGIENE' : 'CA-COMMUNITY'],
    options: [0, 6, 12].map((points) => ({ id: `p${points}`, text: `${points}`, points })),
  })),
  informal: { shares: [0, 50, 100] },
  allocation: { kind: 'perPoint', pencePerPoint: 1000 },
  ceiling: { points: 20 },
});

export const small: Configuration = { version: '0123456789abcdef', council, route, forms, questions, model };

const actor = (id: string, roles: Actor['roles'], limitPence?: number): Actor => ({
  id,
  name: `${id} Someone`,
  roles,
  ...(limitPence === undefined ? {} : { limitPence }),
});

export const ada = actor('P-ADA', ['person']);
export const ben = actor('P-BEN', ['person']);
export const priya = actor('S-PRIYA', ['assessor']);
export const tom = actor('S-TOM', ['assessor']);
/** May agree up to £100 a week. */
export const morag = actor('S-MORAG', ['approver'], 10_000);
export const glenda = actor('S-GLENDA', ['approver'], 500_000);
/** Writes plans and agrees them: never the same one. */
export const idris = actor('S-IDRIS', ['assessor', 'approver'], 500_000);
/** An approver without a delegated limit, who may agree nothing. */
export const newcomer = actor('S-NEW', ['approver']);
/** Works for the council and has a case of their own. */
export const adaTheApprover: Actor = { ...actor('P-ADA', ['person', 'approver'], 500_000) };
export const sam = actor('S-SAM', ['configurer']);
