/** Random edits of the national template: likely ones, with ids that are there, and hostile ones, with ids that never were. */
import * as fc from 'fast-check';
import { type Documents, inRoom } from '../../../lib/app/configuring/documents.ts';
import type { RoomName } from '../../../lib/app/configuring/rooms.ts';
import { asksOf, type Form, pagesOf, sectionsOf } from '../../../lib/domain/form.ts';
import type { LetterTemplate } from '../../../lib/domain/letter.ts';
import type { Question } from '../../../lib/domain/question.ts';

/** A question that no form asks, so that it can be retired. */
export const UNASKED = {
  id: 'about.pets',
  type: 'yes-no',
  ask: 'Do you have animals at home?',
  why: { reason: 'So that whoever comes knows.', sees: 'You and your team.', usedBy: [{ kind: 'decision', ref: 'planning' }] },
  sensitivity: 'ordinary',
  freshFor: 'P1Y',
  retention: 'with-case',
};

/** A form that no stage has filled in, so that it can go. */
export const UNFILLED = {
  page: 'part',
  id: 'unfilled',
  title: 'Unfilled',
  for: 'staff',
  sections: [{ id: 's', title: 'S', pages: [{ id: 'p', items: [{ q: 'about.name', confirmOnly: true }] }] }],
};

type Any = fc.Arbitrary<unknown>;
const HOSTILE = ['', '__proto__', 'constructor', 'toString', 'a'.repeat(70), '../x', 'limbo', 'É', '0', 'cannot'];

const all = <T>(documents: Documents, room: RoomName): T[] => inRoom(documents, room).map(([, json]) => json as T);
const from = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...(list as [T, ...T[]]));

const date = from(['2026-04-06', '2027-04-06', '2027-11-01', '2028-04-06', '2025-05-05', 'soon']);
const text: Any = fc.oneof(
  { weight: 6, arbitrary: from(['Some words', 'Other words, “quoted”', 'Hello {name}']) },
  { weight: 2, arbitrary: fc.record({ en: fc.record({ plain: from(['Plain', 'Plainer']), easy: from(['Easy', 'Easier']) }) }) },
  { weight: 1, arbitrary: fc.constant('') },
);
/** Nine times in ten as it should be. */
const mostly = (good: unknown, bad: unknown): Any =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: fc.constant(bad) });
const nat = fc.nat({ max: 12 });
const pence = fc.nat({ max: 200_000 });
const maybe = (arbitrary: Any): Any => fc.option(arbitrary, { nil: undefined, freq: 2 });
const orNull = (arbitrary: Any): Any => fc.option(arbitrary, { nil: null, freq: 3 });
const keeper = { owner: mostly('Quality team', undefined), lookAgainOn: mostly('2027-11-01', undefined) };
const some = (fields: Record<string, Any>): Any => fc.record(fields, { requiredKeys: [] });

type Pathway = { id: string; stages: { id: string; outcomes: Record<string, unknown>; includes?: string[] }[] };
type Model = { id: string; questions: { id: string; options: { id: string }[] }[] };

/** Fields that belong together, out of what is there. */
const known = (documents: Documents) => {
  const pathways = all<Pathway>(documents, 'pathways');
  const forms = all<Form>(documents, 'forms');
  const letters = all<LetterTemplate>(documents, 'letters');
  const bank = all<{ id: string; questions: Question[] }>(documents, 'questions');
  const stages = pathways.flatMap(({ id: pathway, stages }) => stages.map((each) => ({ pathway, ...each })));
  return {
    pathway: from(pathways.map(({ id }) => ({ pathway: id }))),
    stage: from(stages.map(({ pathway, id }) => ({ pathway, stage: id }))),
    outcome: from(
      stages.flatMap(({ pathway, id, outcomes }) => Object.keys(outcomes).map((outcome) => ({ pathway, stage: id, outcome }))),
    ),
    included: from(stages.flatMap(({ pathway, id, includes = [] }) => includes.map((form) => ({ pathway, form, from: id })))),
    stageId: from([...new Set(stages.map(({ id }) => id))]),
    form: from(forms.map(({ id }) => ({ form: id }))),
    asked: from(
      forms.flatMap((form) => pagesOf(form).flatMap((page) => asksOf(page).map(({ q }) => ({ form: form.id, question: q })))),
    ),
    page: from(
      forms.flatMap((form) =>
        sectionsOf(form).flatMap(({ id, pages }) => pages.map((page) => ({ form: form.id, section: id, page: page.id }))),
      ),
    ),
    file: from(bank.map(({ id }) => ({ file: id }))),
    question: from(bank.flatMap(({ questions }) => questions.map(({ id }) => ({ question: id })))),
    option: from(
      bank.flatMap(({ questions }) =>
        questions.flatMap((each) => ('options' in each ? each.options.map(({ id }) => ({ question: each.id, option: id })) : [])),
      ),
    ),
    paragraph: from(
      letters.flatMap(({ id, paragraphs }) => [...paragraphs, 0].map((_, paragraph) => ({ letter: id, paragraph }))),
    ),
    statement: from(
      all<Model>(documents, 'allocation').flatMap((model) =>
        model.questions.flatMap(({ id, options }) => options.map((each) => ({ model: model.id, question: id, option: each.id }))),
      ),
    ),
  };
};

const condition = (question: fc.Arbitrary<{ question: string }>): Any =>
  fc.oneof(
    question.map(({ question: q }) => ({ q, answered: true })),
    question.map(({ question: q }) => ({ not: { q, is: true } })),
    question.map(({ question: q }) => ({
      any: [
        { q, gte: 1 },
        { q, is: 'yes' },
      ],
    })),
  );

const newStage = (stageId: Any): Any =>
  fc.record({
    id: fc.oneof({ weight: 4, arbitrary: fc.stringMatching(/^new-[a-z]{1,3}$/) }, { weight: 1, arbitrary: stageId }),
    kind: fc.constant('form'),
    title: mostly('A new stage', 'x'.repeat(90)),
    forThePerson: fc.constant('Something new'),
    ...keeper,
    who: from(['person', 'assessor', 'approver']),
    promise: fc.record({ workingDays: nat }),
    form: from(['quality-check', 'arranging-support']),
    outcomes: mostly({ content: { stage: 'planning' }, other: { end: 'advice-given' } }, {}),
  });

const newQuestion = (question: fc.Arbitrary<{ question: string }>): Any =>
  fc.record({
    id: fc.oneof(
      { weight: 4, arbitrary: fc.stringMatching(/^about\.new-[a-z]{1,3}$/) },
      { weight: 1, arbitrary: question.map((each) => each.question) },
    ),
    type: mostly('yes-no', 'choose-one'),
    ask: text,
    why: fc.record({ reason: text, sees: fc.constant('You.'), usedBy: mostly([{ kind: 'decision', ref: 'planning' }], []) }),
    sensitivity: fc.constant('ordinary'),
    freshFor: fc.constant('P1Y'),
    retention: fc.constant('with-case'),
    ...keeper,
  });

type Fields = Readonly<Record<string, Any>>;
type Shape = { readonly base?: fc.Arbitrary<object>; readonly more?: Fields };

/** Which fields each kind of operation has: those that belong together, and others. */
const shapes = (documents: Documents): Readonly<Record<string, Shape>> => {
  const ids = known(documents);
  const to: Any = fc.oneof(
    ids.stageId.map((stage) => ({ stage })),
    from(['support-in-place', 'advice-given']).map((end) => ({ end })),
  );
  const model = { model: fc.constant('DEMO-2026-1') };
  const paths = Object.keys(documents);
  const tier = fc.record({
    id: fc.oneof(from(['team-manager', 'service-manager', 'large-plans']), fc.stringMatching(/^tier-[a-z]$/)),
    title: fc.constant('a tier'),
    from: pence,
    to: orNull(pence),
    panel: maybe(fc.constant({ workingDays: 5 })),
    ...keeper,
  });
  const newForm = fc.record({
    page: fc.constant('part'),
    id: fc.stringMatching(/^new-[a-z]$/),
    title: text,
    for: fc.constant('staff'),
    ...keeper,
    sections: fc.constant([{ id: 's', title: 'S', pages: [{ id: 'p', items: [{ q: 'about.name', confirmOnly: true }] }] }]),
  });
  const newPart = fc.record({
    kind: fc.constant('part'),
    id: fc.stringMatching(/^part-[a-z]$/),
    paragraphs: from([['Words'], []]),
  });
  const staff = from(['S-PRIYA', 'S-MORAG', 'S-GLENDA', 'S-NEW1', 'x']);
  return {
    'remove-stage': {
      base: ids.outcome.map(({ pathway, stage, outcome }) => ({ pathway, stage, onward: outcome })),
      more: { keepForms: maybe(fc.boolean()) },
    },
    'add-stage': {
      base: ids.pathway,
      more: {
        stage: newStage(ids.stageId),
        at: fc.oneof(
          ids.stageId.map((before) => ({ before })),
          ids.outcome.map(({ stage, outcome }) => ({ after: stage, outcome })),
        ),
      },
    },
    'change-stage': {
      base: ids.stage,
      more: {
        set: some({
          title: from(['Another title', '']),
          who: from(['person', 'assessor']),
          promise: fc.record({ workingDays: nat }),
          includes: from([[], ['about-you'], ['money-information', 'about-you']]),
          form: fc.constant('quality-check'),
          owner: fc.constant('A team'),
        }),
      },
    },
    'move-stage': { base: ids.stage, more: { place: nat } },
    'lead-outcome': { base: ids.outcome, more: { to } },
    'add-outcome': { base: ids.stage, more: { outcome: from(['more', 'late', 'returned', 'eligible', 'constructor']), to } },
    'remove-outcome': { base: ids.outcome },
    'merge-form': {
      base: fc.tuple(ids.form, ids.stage).map(([{ form }, { pathway, stage }]) => ({ pathway, form, into: stage })),
    },
    'take-form-out': { base: ids.included },
    'change-pathway': { base: ids.pathway, more: { set: some({ title: from(['A name', '']) }) } },
    'remove-question': { base: ids.asked, more: { withDependants: maybe(fc.boolean()) } },
    'add-question': {
      base: fc.tuple(ids.page, ids.question).map(([page, question]) => ({ ...page, ...question })),
      more: { at: maybe(nat), showIf: maybe(condition(ids.question)), confirmOnly: maybe(fc.constant(true)) },
    },
    'move-question': { base: fc.tuple(ids.page, ids.asked).map(([{ page }, asked]) => ({ page, ...asked })), more: { at: nat } },
    'set-condition': { base: ids.asked, more: { showIf: orNull(condition(ids.question)) } },
    'set-page-condition': {
      base: ids.page.map(({ form, page }) => ({ form, page })),
      more: { showIf: orNull(condition(ids.question)) },
    },
    'reword-form': {
      base: ids.page.chain(({ form, section, page }) =>
        fc.record({
          form: fc.constant(form),
          where: from([
            'title',
            'intro',
            { section, part: 'title' },
            { section, part: 'intro' },
            { page, part: 'title' },
            { page, guidance: 0 },
          ] as unknown[]),
        }),
      ),
      more: { text: orNull(text) },
    },
    'word-outcome': {
      more: {
        form: from(['quality-check', 'arranging-support', 'about-you']),
        outcome: from(['content', 'in-place', 'constructor']),
        words: orNull(fc.record({ text: from(['Done', '']), needsReasons: fc.boolean() })),
      },
    },
    'add-form': { more: { form: newForm } },
    'remove-form': { base: fc.oneof(ids.form, fc.constant({ form: UNFILLED.id })) },
    'add-to-bank': { base: ids.file, more: { question: newQuestion(ids.question) } },
    'reword-question': {
      base: ids.question,
      more: {
        set: some({
          ask: text,
          hint: orNull(text),
          why: some({ reason: text }),
          options: from<unknown>([{}, { yes: 'Yes' }, { constructor: 'x' }]),
        }),
      },
    },
    'change-question': {
      base: ids.question,
      more: {
        set: some({
          required: fc.boolean(),
          freshFor: mostly('P6M', 'sometimes'),
          usedBy: mostly([{ kind: 'letter', ref: 'a letter' }], []),
          withheld: orNull(fc.constant(true)),
          lookAgainOn: date,
        }),
      },
    },
    'retire-question': { base: fc.oneof(ids.question, fc.constant({ question: UNASKED.id })) },
    'add-option': {
      base: ids.question,
      more: { option: fc.record({ id: fc.stringMatching(/^o-[a-z]$/), text }), at: maybe(nat) },
    },
    'remove-option': { base: ids.option },
    'reword-letter': {
      base: ids.paragraph.chain((each) => from([each, { ...each, paragraph: 'title' } as object])),
      more: { text: orNull(text) },
    },
    'remove-paragraph': { base: ids.paragraph },
    'add-paragraph': {
      base: ids.paragraph.map(({ letter }) => ({ letter })),
      more: {
        at: maybe(nat),
        paragraph: fc.oneof(fc.record({ text }), fc.constant({ part: 'ombudsman' }), fc.constant({ show: 'nothing' })),
      },
    },
    'set-when': { base: ids.paragraph, more: { when: orNull(from([['approved'], ['a', 'b']])) } },
    'remove-letter': { base: ids.paragraph.map(({ letter }) => ({ letter })) },
    'add-letter': { more: { letter: newPart } },
    'change-council': {
      more: {
        council: maybe(from(['larkshire', 'elsewhere'])),
        set: some({
          contact: some({
            phone: from(['01632 960 000']),
            email: from(['a@b.example', 'nobody']),
            textRelay: fc.constant('18001'),
          }),
          urgentLookAgainDays: nat,
          chargesCarers: fc.boolean(),
          carerPathway: orNull(fc.constant('carer-support')),
          bankHolidays: from([['2027-01-01', '2026-12-25'], []]),
        }),
      },
    },
    'set-ceiling': { base: ids.pathway, more: { ceiling: orNull(some({ questions: nat, minutes: nat, approvals: nat })) } },
    'set-staff': {
      more: {
        id: staff,
        name: maybe(fc.constant('Kit Marlow')),
        roles: maybe(from([['assessor'], ['approver', 'assessor']])),
        limitPence: maybe(orNull(pence)),
        panel: maybe(orNull(fc.boolean())),
      },
    },
    'remove-staff': { more: { id: staff } },
    'set-tier': { more: { tier } },
    'remove-tier': { more: { tier: from(['team-manager', 'service-manager', 'large-plans', 'tier-a']) } },
    'set-at-once': { more: { atOnce: orNull(fc.record({ upTo: pence, abovePercent: nat, sampleOneIn: nat })) } },
    'set-cover': {
      more: { cover: from([[], [{ of: 'S-GLENDA', by: 'S-IDRIS', from: '2027-01-01', until: '2027-01-09', limitPence: 5 }]]) },
    },
    'set-points': { base: ids.statement, more: { points: fc.oneof(nat, fc.constant(2.5)) } },
    'reword-model': {
      base: ids.statement,
      more: { text: fc.oneof(fc.constant('Words'), fc.constant({ en: 'W', easyRead: 'W' })) },
    },
    'set-table-row': { more: { ...model, points: from([0, 10, 15, 20, 100, 120]), pence: orNull(pence) } },
    'set-point-price': { more: { ...model, pencePerPoint: pence } },
    'set-contingency': { more: { ...model, percent: nat, reason: maybe(orNull(fc.constant('Why'))) } },
    'change-model': {
      more: {
        ...model,
        set: some({
          title: fc.constant('T'),
          shares: from([[0, 50], [101]]),
          requiresWillingAndAble: fc.boolean(),
          ceilingPoints: orNull(nat),
          floorPence: orNull(pence),
          unitPence: nat,
        }),
      },
    },
    'new-model-version': { more: { ...model, version: from(['1', '2', '3']), effectiveFrom: date, publishedAt: maybe(date) } },
    'change-worked-example': {
      more: {
        ...model,
        id: from(['a', 'b']),
        example: orNull(fc.record({ title: fc.constant('E'), answers: fc.constant({}), weeklyPence: orNull(pence) })),
      },
    },
    'set-figure': {
      more: {
        file: fc.constant('england'),
        figure: from(['perChild', 'lowerLimit', 'upperLimit', 'carerPremium']),
        from: date,
        pence,
        source: maybe(fc.constant('Circular')),
      },
    },
    'put-document': { base: from(paths).map((path) => ({ path })), more: { json: from(paths).map((path) => documents[path]) } },
    'remove-document': { base: from(paths).map((path) => ({ path })) },
    'replace-documents': {
      more: {
        documents: fc
          .subarray(paths, { minLength: paths.length - 3 })
          .map((kept) => Object.fromEntries(kept.map((path) => [path, structuredClone(documents[path])]))),
      },
    },
    'save-scenario': {
      more: { scenario: fc.record({ id: from(['ada', 'ben']), title: text, steps: fc.array(nat, { maxLength: 3 }) }) },
    },
    'remove-scenario': { more: { id: from(['ada', 'plan-returned', 'needs-changed', 'not-eligible']) } },
  };
};

/** Whatever is `undefined` was left out. */
const given = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** One word of it, at any depth, made hostile. */
const spoilt = (value: unknown, at: { left: number }, bad: unknown): unknown => {
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, each]) => [name, spoilt(each, at, bad)] as const);
    return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
  }
  at.left -= 1;
  return at.left === 0 ? bad : value;
};

const operationOf = (type: string, { base, more = {} }: Shape): fc.Arbitrary<Record<string, unknown>> =>
  fc.tuple(base ?? fc.constant({}), fc.record(more)).map(([one, other]) => given({ type, ...one, ...other }));

/** Operations on the template that mostly can be done, of every kind alike. */
export const likelyOperation = (documents: Documents): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(...Object.entries(shapes(documents)).map(([type, shape]) => operationOf(type, shape)));

/** The same with one word in them that nobody should send. Whole documents are left out: they are only looked at by the check. */
export const hostileOperation = (documents: Documents): fc.Arbitrary<Record<string, unknown>> => {
  const { 'put-document': _, 'replace-documents': __, ...named } = shapes(documents);
  const one = fc.oneof(...Object.entries(named).map(([type, shape]) => operationOf(type, shape)));
  const bad = fc.oneof(from<unknown>(HOSTILE), from<unknown>([-1, 1e300, Number.NaN, null, [], {}, true]));
  return fc.tuple(one, fc.integer({ min: 1, max: 10 }), bad).map(([{ type, ...fields }, left, value]) => ({
    type,
    ...(spoilt(fields, { left }, value) as object),
  }));
};
