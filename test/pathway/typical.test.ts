/** The typical past case: the middle of what people would have been asked, by hand, and always between “always” and “at most”. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Value } from '../../lib/domain/answer.ts';
import type { Facts } from '../../lib/domain/fact.ts';
import { burdenOf } from '../../lib/pathway/burden.ts';
import { typicalOf } from '../../lib/pathway/typical.ts';
import { choose, form, model, pathway, question, sound } from './made-up-forms.ts';

const factsOf = (answers: Readonly<Record<string, Value>>): Facts =>
  Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [
      id,
      {
        person: {
          value,
          by: { id: 'P-1', name: 'Ada' },
          role: 'person',
          at: '2025-03-01T10:00:00.000Z',
          form: 'story',
          configuration: '0',
        },
      },
    ]),
  );

/** Which one: a long way of three more boxes, a short one of one more, or neither. */
const lines = [
  'which',
  ...['a', 'b', 'c'].map((q) => ({ q, showIf: { q: 'which', is: 'long' } })),
  { q: 'd', showIf: { q: 'which', is: 'short' } },
];
const branching = {
  pathway: pathway(),
  forms: [form('story', lines, { page: 'story' })],
  questions: [
    choose('which', ['long', 'short', 'neither']),
    ...['a', 'b', 'c', 'd'].map((id) => question(id, { type: 'long-text' })),
  ],
};
const typical = (...cases: Readonly<Record<string, Value>>[]) =>
  typicalOf(branching.pathway, branching.forms, branching.questions, undefined, cases.map(factsOf));

test('of three people the middle one counts: one question, two, four', () => {
  const found = typical({ which: 'long' }, { which: 'neither' }, { which: 'short' });
  // The choice is ten seconds and a box ninety: 10, 100 and 280 seconds.
  expect(found).toEqual({
    cases: 3,
    actors: [
      { actor: 'person', questions: 2, minutes: 2 },
      { actor: 'assessor', questions: 0, minutes: 0 },
      { actor: 'approver', questions: 0, minutes: 0 },
    ],
    everybody: { questions: 2, minutes: 2 },
  });
});

test('of an even number the higher of the two in the middle, which somebody really met', () => {
  expect(typical({ which: 'long' }, { which: 'neither' })?.everybody).toEqual({ questions: 4, minutes: 5 });
});

test('an answer to a question that was hidden, or that no longer fits, leads nowhere', () => {
  expect(typical({ a: 'Held from before.' })?.everybody.questions).toBe(1);
  expect(typical({ which: 'gone' })?.everybody.questions).toBe(1);
});

test('without any past case there is no typical one', () => expect(typical()).toBeUndefined());

const SOME: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  'comm.loud': fc.boolean(),
  'about.who': fc.constantFrom('me', 'with-help', 'for-them', 'gone'),
  'about.name': fc.constant('Sam'),
  'about.age': fc.integer({ min: 0, max: 120 }),
  'about.difficulty': fc.constantFrom<Value>(['understand'], ['remember', 'understand'], ['none'], []),
  'about.speak-up': fc.boolean(),
  washing: fc.constant({ option: 'p6', informalShare: 0, willingAndAble: false, ownWords: '' }),
  'going-out': fc.constant({ talk: true }),
  money: fc.constantFrom('mine', 'ours'),
  'how-is-it': fc.constant('Well.'),
};

test('whatever people answered, it lies between always and at most, for each actor', () => {
  const [sane] = sound.pathways;
  if (!sane) throw new Error('The sound forms have a pathway');
  const { actors } = burdenOf({ ...sound, pathway: sane });
  const answers = fc.record(SOME, { requiredKeys: [] }) as fc.Arbitrary<Readonly<Record<string, Value>>>;
  fc.assert(
    fc.property(fc.array(answers, { minLength: 1, maxLength: 5 }), (cases) => {
      const found = typicalOf(sane, sound.forms, sound.questions, model, cases.map(factsOf));
      for (const { actor, questions, minutes } of found?.actors ?? []) {
        const load = actors.find((each) => each.actor === actor);
        expect(questions).toBeGreaterThanOrEqual(load?.questions.always ?? Number.NaN);
        expect(questions).toBeLessThanOrEqual(load?.questions.atMost ?? Number.NaN);
        expect(minutes).toBeGreaterThanOrEqual(load?.minutes.always ?? Number.NaN);
        expect(minutes).toBeLessThanOrEqual(load?.minutes.atMost ?? Number.NaN);
      }
    }),
    { numRuns: 300 },
  );
});
