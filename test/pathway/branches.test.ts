/** Every way through forms: what the walk leaves out as the same is compared with going through everything anybody could answer. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TALK, type Value } from '../../lib/domain/answer.ts';
import { checkAnswer } from '../../lib/domain/answer-rules.ts';
import { type Condition, meets, testsIn } from '../../lib/domain/condition.ts';
import { type Facts, withConfirmation, withStatement } from '../../lib/domain/fact.ts';
import { shownIn } from '../../lib/domain/form-walk.ts';
import { type Bank, bankOf, type Question } from '../../lib/domain/question.ts';
import { foldWays } from '../../lib/pathway/branches.ts';
import { isAsked, type Place, placesOf, type Stop } from '../../lib/pathway/form-order.ts';
import { TooManyWays, tellingAnswers } from '../../lib/pathway/telling-answers.ts';
import { choose, form, type Line, model, question, sound } from './made-up-forms.ts';

/** Conditions name whole numbers; answers lie on them and between. */
const NUMBERS = [0, 0.5, 1, 1.5, 2, 2.5, 3];
const OPTIONS = ['a', 'b', 'c'];
const KINDS = ['yes-no', 'choose-one', 'choose-many', 'number'] as const;
type Kind = (typeof KINDS)[number];

const made = (id: string, kind: Kind, required: boolean): Question => {
  if (kind === 'number') return question(id, { type: kind, least: 0, most: 3, required });
  if (kind === 'yes-no') return question(id, { required });
  const none = { id: 'none', text: 'None', alone: true };
  return kind === 'choose-one'
    ? choose(id, OPTIONS, { required })
    : question(id, { type: kind, required, options: [...OPTIONS.slice(0, 2).map((each) => ({ id: each, text: each })), none] });
};
/** Everything anybody could answer, where there is an end to it. */
const everyAnswer: Record<Kind, readonly Value[]> = {
  'yes-no': [true, false],
  'choose-one': OPTIONS,
  'choose-many': [['a'], ['b'], ['a', 'b'], ['none']],
  number: NUMBERS,
};

const testOf = (id: string, kind: Kind): fc.Arbitrary<Condition> => {
  const answered = fc.boolean().map((each) => ({ q: id, answered: each }));
  const bound = fc.constantFrom(0, 1, 2, 3);
  if (kind === 'number')
    return fc.oneof(
      bound.map((gte) => ({ q: id, gte })),
      bound.map((lte) => ({ q: id, lte })),
      answered,
    );
  if (kind === 'yes-no')
    return fc.oneof(
      fc.boolean().map((is) => ({ q: id, is })),
      answered,
    );
  const options = kind === 'choose-one' ? OPTIONS : ['a', 'b', 'none'];
  return fc.oneof(
    fc.constantFrom(...options).map((is) => ({ q: id, is })),
    fc.subarray(options, { minLength: 1 }).map((some) => ({ q: id, in: some })),
    answered,
  );
};
const conditionOn = (asked: readonly (readonly [string, Kind])[]): fc.Arbitrary<Condition> => {
  const one = fc.oneof(...asked.map(([id, kind]) => testOf(id, kind)));
  return fc.oneof(
    one,
    one.map((not) => ({ not })),
    fc.tuple(one, one).map((all) => ({ all })),
    fc.tuple(one, one).map((any) => ({ any })),
  );
};

/** Two stops: four questions on conditions, then two of them again, to confirm or (as no sound form does) to be asked afresh. */
const forms: fc.Arbitrary<{ stops: Stop[]; bank: Bank; kinds: ReadonlyMap<string, Kind> }> = fc
  .array(fc.tuple(fc.constantFrom(...KINDS), fc.boolean()), { minLength: 2, maxLength: 4 })
  .chain((list) => {
    const asked = list.map(([kind], place) => [`q${place}`, kind] as const);
    const when = (place: number) =>
      place === 0 ? fc.constant(undefined) : fc.option(conditionOn(asked.slice(0, place)), { nil: undefined });
    const again = fc.record({
      q: fc.constantFrom(...asked.map(([id]) => id)),
      confirmOnly: fc.boolean(),
      showIf: fc.option(conditionOn(asked), { nil: undefined }),
    });
    return fc.tuple(fc.tuple(...list.map((_each, place) => when(place))), again).map(([conditions, last]) => {
      const lines = asked.map(([q], place): Line => ({ q, ...(conditions[place] && { showIf: conditions[place] }) }));
      const { confirmOnly, showIf, q } = last;
      const end: Line = { q, ...(confirmOnly && { confirmOnly: true as const }), ...(showIf && { showIf }) };
      return {
        stops: [{ forms: [form('one', lines)] }, { forms: [form('two', [end])] }],
        bank: bankOf(list.map(([kind, required], place) => made(`q${place}`, kind, required))),
        kinds: new Map(asked),
      };
    });
  });

type Ways = ReadonlySet<string>;
const told = (place: Place, standing: string, again: boolean): string =>
  `${isAsked(place.item) ? place.item.q : ''} ${standing}${again ? ' again' : ''}`;
const before = (step: string, ways: Ways): Ways => new Set([...ways].map((way) => `${step}, ${way}`));
const together = (ways: readonly Ways[]): Ways => new Set(ways.flatMap((each) => [...each]));

const folded = (stops: readonly Stop[], bank: Bank): Ways =>
  foldWays<Ways>(
    { stops, bank },
    {
      end: new Set(['end']),
      at: ({ place, shown, again }, rest) =>
        shown?.standing === 'ask' || shown?.standing === 'confirm' ? before(told(place, shown.standing, again), rest) : rest,
      either: together,
    },
  );

const BY = { id: 'A', name: 'A' };

/** Everybody there could be, one after the other: nothing is remembered, nothing taken for the same. */
const everybody = (stops: readonly Stop[], bank: Bank, kinds: ReadonlyMap<string, Kind>): Ways => {
  const places = placesOf(stops);
  const go = (index: number, facts: Facts, skipped: readonly string[]): Ways => {
    const place = places[index];
    if (!place || !isAsked(place.item)) return new Set(['end']);
    const day = `2026-03-0${stops.indexOf(place.stop) + 1}`;
    const shown = shownIn({ forms: place.stop.forms, bank, facts, since: `${day}T00:00:00.000Z`, today: day }).find(
      ({ item }) => item === place.item,
    );
    if (!shown || shown.standing === 'known' || shown.standing === 'done') return go(index + 1, facts, skipped);
    const { q } = place.item;
    const at = `${day}T09:00:00.000Z`;
    const said = (value: Value) => withStatement(facts, q, { value, by: BY, role: 'person', at, form: 'f', configuration: 'c' });
    const on =
      shown.standing === 'confirm'
        ? [go(index + 1, withConfirmation(facts, q, { by: BY, at }), skipped)]
        : [
            ...[...everyAnswer[kinds.get(q) ?? 'yes-no'], TALK].map((value) => go(index + 1, said(value), skipped)),
            ...(shown.question.required ? [] : [go(index + 1, facts, [...skipped, q])]),
          ];
    return before(told(place, shown.standing, shown.standing === 'ask' && skipped.includes(q)), together(on));
  };
  return go(0, {}, []);
};

describe('laws', () => {
  test('no way is left out and none is made up: as if everybody there could be had walked', () => {
    fc.assert(
      fc.property(forms, ({ stops, bank, kinds }) => {
        expect([...folded(stops, bank)].sort()).toEqual([...everybody(stops, bank, kinds)].sort());
      }),
      { numRuns: 150 },
    );
  });

  test('each answer that stands for others is one the question takes, and no two of them come out alike', () => {
    const { questions } = sound;
    const bank = bankOf(questions);
    const conditions: fc.Arbitrary<Condition[]> = fc.array(conditionOn(KINDS.map((kind) => [kind, kind] as const)), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(conditions, (list) => {
        for (const kind of KINDS) {
          const asked = made(kind, kind, false);
          const tests = list.flatMap(testsIn).filter(({ q }) => q === kind);
          const answers = tellingAnswers(asked, tests, { bank, model });
          const outcome = (value: Value) => tests.map((each) => meets(each, () => value)).join();
          for (const value of answers) expect(checkAnswer(asked, value, { bank, model, today: '2026-03-01' })).toEqual({ value });
          expect(new Set(answers.map(outcome))).toEqual(new Set(everyAnswer[kind].map(outcome)));
          expect(new Set(answers.map(outcome)).size).toBe(answers.length);
        }
      }),
    );
    for (const asked of questions.filter(({ type }) => type !== 'finding'))
      expect(
        checkAnswer(asked, tellingAnswers(asked, [], { bank, model })[0], { bank, model, today: '2026-03-01' }),
      ).toHaveProperty('value');
  });
});

test('ways are counted, and there is an end to counting', () => {
  const count = {
    end: 1,
    at: (_step: unknown, after: number) => after,
    either: (ways: readonly number[]) => ways.reduce((sum, each) => sum + each, 0),
  };
  const bank = bankOf([question('a', { required: true }), question('b', { required: true }), question('c')]);
  const lines: Line[] = [
    'a',
    'b',
    {
      q: 'c',
      showIf: {
        all: [
          { q: 'a', is: true },
          { q: 'b', is: true },
        ],
      },
    },
  ];
  const stops = [{ forms: [form('f', lines)] }];
  // Yes, or anything else, twice.
  expect(foldWays({ stops, bank }, count)).toBe(4);
  expect(() => foldWays({ stops, bank, most: 3 }, count)).toThrow(TooManyWays);
});
