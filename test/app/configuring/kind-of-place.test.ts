/** Words, meaning or structure: the one table of what kind of edit each change is, written by hand on the national template. */
import { describe, expect, test } from 'vitest';
import { loadFolder } from '../../../bin/workflows-folder.ts';
import { differenceOf } from '../../../lib/app/configuring/difference.ts';
import type { Documents } from '../../../lib/app/configuring/documents.ts';
import type { EditKind } from '../../../lib/app/configuring/kind-of-place.ts';
import { kindBetween } from './there-and-back.ts';

const { documents: base } = loadFolder('workflows');
/** A document as nothing in particular, so that each row can say what it changes where. */
type Loose = { [name: string]: Loose } & Loose[] & { push: (...more: unknown[]) => number };

const edited = (path: string, change: (json: Loose) => unknown, from: Documents = base): Documents => {
  const json = structuredClone(from[path]) as Loose;
  change(json);
  return { ...from, [path]: json };
};
const set = (to: unknown, values: object): unknown => Object.assign(to as object, values);
const found = (list: Loose | undefined, id: string): Loose => {
  const thing = (list ?? []).find((each) => (each as unknown as { id: string }).id === id);
  if (!thing) throw new Error(`There is no ${id} in the template.`);
  return thing;
};
const stage = (id: string, values: object) => edited('pathways/adult-care.json', ({ stages }) => set(found(stages, id), values));
const question = (values: object, from = base) =>
  edited('questions/money.json', ({ questions }) => set(found(questions, 'money.income'), values), from);
const why = (values: object) =>
  edited('questions/money.json', ({ questions }) => set(found(questions, 'money.income').why, values));
const form = (change: (json: Loose) => unknown) => edited('forms/quality-check.json', change);
const council = (change: (json: Loose) => unknown, from = base) => edited('councils/larkshire.json', change, from);
const staff = (values: object) => council(({ demo }) => set(found(demo?.staff, 'S-MORAG'), values));
const tier = (values: object) => council(({ approval }) => set(found(approval?.tiers, 'large-plans'), values));
const support = (change: (json: Loose) => unknown) => edited('support/england.json', change);
const letter = (change: (paragraphs: Loose) => unknown) =>
  edited('letters/plan-agreed.json', ({ paragraphs }) => change(paragraphs as Loose));
const model = (change: (json: Loose) => unknown) => edited('allocation/demo-2026-1.json', change);
const duty = (values: object) => edited('duties/england.json', ({ duties }) => set(duties?.[0], values));
const KEPT = { owner: 'Quality team', lookAgainOn: '2027-11-01' };

/** In the bank, and on no form. */
const PETS = {
  ...{ id: 'about.pets', type: 'yes-no', ask: 'Do you have animals?', sensitivity: 'ordinary', freshFor: 'P1Y' },
  ...{ retention: 'with-case', why: { reason: 'So.', sees: 'You.', usedBy: [{ kind: 'decision', ref: 'planning' }] } },
};
const unasked = edited('questions/about-you.json', ({ questions }) => questions?.push(PETS));
const pets = (values: object) =>
  edited('questions/about-you.json', ({ questions }) => set(found(questions, PETS.id), values), unasked);

const ROWS: readonly (readonly [what: string, kind: EditKind, after: Documents, before?: Documents])[] = [
  ['what staff call a stage', 'cosmetic', stage('planning', { title: 'Planning' })],
  ['who answers for a stage, and when it is looked at again', 'cosmetic', stage('planning', KEPT)],
  ['what is promised', 'meaning', stage('planning', { promise: { workingDays: 10 } })],
  ['who acts', 'structural', stage('planning', { who: 'person' })],
  ['which form', 'structural', stage('planning', { form: 'quality-check' })],
  ['where it leads', 'structural', stage('planning', { outcomes: { ready: { stage: 'plan-approval' } } })],

  ['the wording of a question', 'cosmetic', question({ ask: 'What comes in?' })],
  ['why it is asked, in words', 'cosmetic', why({ reason: 'To work it out.', sees: 'The team.' })],
  ['the law it rests on', 'cosmetic', why({ basis: ['Care Act 2014, s.17'] })],
  ['what uses it', 'meaning', why({ usedBy: [{ kind: 'letter', ref: 'what-you-pay' }] })],
  ['who answers for it, and when it is looked at again', 'cosmetic', question(KEPT)],
  ['how long its answers are kept', 'meaning', question({ retention: 'P8Y' })],
  ['how long an answer stays good', 'meaning', question({ freshFor: 'P2Y' })],
  ['whether there must be an answer', 'meaning', question({ required: true })],
  ['that it is asked no more', 'structural', question({ retired: true })],

  ['a question that no form asks comes', 'cosmetic', unasked],
  ['it goes', 'cosmetic', base, unasked],
  ['it is retired', 'cosmetic', pets({ retired: true }), unasked],
  ['an answer to it can be something else', 'cosmetic', pets({ type: 'long-text', required: true }), unasked],
  ['how long answers to it are kept: some may have been given', 'meaning', pets({ retention: 'P8Y' }), unasked],
  [
    'it is asked as part of a group that a form asks',
    'structural',
    edited(
      'questions/about-you.json',
      ({ questions }) => questions?.flatMap((each) => (Array.isArray(each.of) ? [each.of] : [])).map((of) => of.push(PETS.id)),
      unasked,
    ),
  ],

  ['the words of a form, and who answers for it', 'cosmetic', form((json) => set(json, { title: 'Fresh eyes', ...KEPT }))],
  ['the law a form rests on', 'cosmetic', form((json) => set(json, { legalBasis: ['Care Act 2014, s.25'] }))],
  [
    'guidance among its questions',
    'cosmetic',
    form(({ sections }) => sections?.[0]?.pages?.[0]?.items?.unshift({ show: 'guidance', text: 'Take your time.' } as never)),
  ],
  [
    'a question on it',
    'structural',
    form(({ sections }) => sections?.[0]?.pages?.[0]?.items?.push({ q: 'matters.most', confirmOnly: true })),
  ],
  ['whether an outcome needs reasons', 'meaning', form(({ outcomes }) => set(outcomes?.content, { needsReasons: true }))],

  ['the words of a letter', 'cosmetic', letter((all) => set(all[0], { text: 'Agreed.' }))],
  ['when a paragraph is said', 'meaning', letter((all) => set(all[0], { when: ['approved'] }))],
  ['one paragraph fewer', 'meaning', letter((all) => all.pop())],
  [
    'words of a part, in two languages now',
    'cosmetic',
    edited('letters/ombudsman.json', ({ paragraphs }) =>
      (paragraphs as unknown as unknown[]).splice(0, 1, { en: 'Ask them.', cy: 'Gofynnwch.' }),
    ),
  ],

  ['a ceiling', 'cosmetic', council(({ ceilings }) => set(ceilings?.['adult-care'], { questions: 80 }))],
  ['who looks again, and how often', 'cosmetic', council(({ upkeep }) => set(upkeep, { lookAgainEveryMonths: 6 }))],
  ['how to reach the council', 'cosmetic', council(({ contact }) => set(contact, { phone: '01632 960 999' }))],
  ['what a tier is called, and who answers for it', 'cosmetic', tier({ title: 'panel', ...KEPT })],
  ['from which amount a tier agrees', 'meaning', tier({ from: 90000 })],
  ['how long a panel has', 'meaning', tier({ panel: { workingDays: 5 } })],
  ['that a tier is a panel no more', 'structural', tier({ panel: undefined })],
  ['one tier fewer', 'structural', council(({ approval }) => approval?.tiers?.pop())],
  ['a holiday', 'meaning', council(({ bankHolidays }) => bankHolidays?.pop())],
  ['which pathway is in force', 'structural', council((json) => set(json, { pathway: 'carer-support' }))],
  ['the name of one of the staff', 'cosmetic', staff({ name: 'Kit Marlow' })],
  ['what one of the staff does', 'meaning', staff({ roles: ['approver', 'assessor'] })],
  ['how much one of the staff may agree', 'meaning', staff({ limitPence: 40000 })],
  ['somebody who works here no more', 'meaning', council(({ demo }) => demo?.staff?.pop())],
  ['somebody one can sign in as', 'cosmetic', council(({ demo }) => demo?.people?.pop())],

  [
    'how a way to hold the money is explained',
    'cosmetic',
    support(({ routes }) => set(routes?.[0], { what: 'Money.', whoHolds: 'You.' })),
  ],
  ['the words of a ground', 'cosmetic', support(({ grounds }) => set(grounds?.[0], { about: 'The law says no.' }))],
  ['where a ground can be read', 'cosmetic', support(({ grounds }) => set(grounds?.[0], { source: 'https://example.org/' }))],
  [
    'what a kind of support is closed to',
    'meaning',
    support(({ kinds }) => set(kinds?.[0], { closedTo: [{ route: 'direct-payment' }] })),
  ],
  ['one kind of support fewer', 'meaning', support(({ kinds }) => kinds?.pop())],

  ['points', 'meaning', model(({ questions }) => set(questions?.[0]?.options?.[1], { points: 6 }))],
  ['words of a statement', 'cosmetic', model(({ questions }) => set(questions?.[0]?.options?.[1], { text: 'A bit.' }))],
  ['a worked example', 'cosmetic', model((json) => set(json, { workedExamples: [] }))],
  ['an area of life that is asked about no more', 'structural', model(({ questions }) => questions?.pop())],
  ['a figure of charging', 'meaning', edited('charging/england.json', ({ years }) => set(years?.[0]?.pence, { lowerLimit: 1 }))],
  [
    'where a figure of charging is from',
    'cosmetic',
    edited('charging/england.json', ({ years }) => set(years?.[0], { sources: ['Circular'] })),
  ],
  ['how a duty is told', 'cosmetic', duty({ message: 'Missed.', although: 'nobody asked' })],
  ['whom a duty binds', 'meaning', duty({ appliesTo: ['adult', 'carer'] })],
];

describe('is told by what changes', () => {
  test.each(ROWS.map(([what, kind, after, before = base]) => ({ what, kind, after, before })))(
    '$what: $kind',
    ({ kind, after, before }) => {
      expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
      expect(kindBetween(before, after)).toBe(kind);
      expect(kindBetween(after, before), 'and back').toBe(kind);
    },
  );
});

test('a ceiling is told as a limit, though it reaches no case', () => {
  const after = council(({ ceilings }) => set(ceilings?.['adult-care'], { questions: 80 }));
  const told = differenceOf(base, after, 'larkshire');
  expect([told.kind, told.sentence]).toEqual(['cosmetic', 'One limit changes.']);
  expect(told.limits).toEqual([{ which: 'larkshire: ceilings › adult-care › questions', from: 90, to: 80 }]);
});

test('who answers for a thing changes no limit, no figure and no pathway', () => {
  const told = differenceOf(base, stage('planning', KEPT), 'larkshire');
  expect([told.sentence, told.limits, told.figures]).toEqual(['Some words change.', [], []]);
  expect(differenceOf(base, tier(KEPT), 'larkshire').sentence).toBe('Some words change.');
});
