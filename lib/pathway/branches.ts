/**
 * Every way there is through forms: all combinations of the answers that conditions can tell apart, each question once, walked by
 * `form-walk.ts` as people walk them. Ways that have come to the same place with the same answers behind them go on as one, so that
 * nothing is left out and nothing is gone through twice. Called by the checks of forms, the burden meter and the tests.
 */
import { TALK, type Value } from '../domain/answer.ts';
import { addDays } from '../domain/calendar.ts';
import { type Condition, meets, type Test, testsIn } from '../domain/condition.ts';
import { type Fact, type Facts, heldIn, withConfirmation, withStatement } from '../domain/fact.ts';
import { type Shown, shownIn, type Walk } from '../domain/form-walk.ts';
import type { QuestionId } from '../domain/question-id.ts';
import { isAsked, type Place, placesOf, type Stop } from './form-order.ts';
import { type Around, noneTells, TooManyWays, tellingAnswers } from './telling-answers.ts';

/** Somebody comes to something that shows. `again`: they were asked this before on this way, and skipped it. */
export type Step = { readonly place: Place; readonly shown: Shown | undefined; readonly again: boolean };

/** What is made of all the ways: `end` of a way, a step `at` before what comes after it, and ways that part, `either`. */
export type Fold<T> = {
  readonly end: T;
  readonly at: (step: Step, after: T) => T;
  readonly either: (ways: readonly T[]) => T;
};

/** `held`: what is known before the first of the stops. */
export type Scope = Around & { readonly stops: readonly Stop[]; readonly most?: number; readonly held?: Facts | undefined };

/** Combinations of a place and the answers that still matter there: enough for any form people could bear. */
const MOST_COMBINATIONS = 100_000;

/** What somebody has said, and what they were asked and skipped. */
type State = { readonly facts: Facts; readonly skipped: ReadonlySet<QuestionId> };

const conditionsAt = ({ page, item }: Place): Condition[] => [page.showIf, item.showIf].flatMap((each) => each ?? []);

type Ahead = {
  /** Questions whose answer still matters from this place on, in one order. */
  readonly matter: readonly QuestionId[];
  readonly tests: ReadonlyMap<QuestionId, readonly Test[]>;
  readonly comeAgain: ReadonlySet<QuestionId>;
};

const NOTHING_AHEAD: Ahead = { matter: [], tests: new Map(), comeAgain: new Set() };

/** For every place: which questions are tested or come again from there to the end, and may have been answered by then. */
const aheadOf = (places: readonly Place[]): Ahead[] => {
  const before: Ahead[] = [NOTHING_AHEAD];
  const first = new Map<QuestionId, number>();
  for (const [index, { item }] of places.entries()) if (isAsked(item) && !first.has(item.q)) first.set(item.q, index);
  for (const [index, place] of [...places.entries()].reverse()) {
    const [last] = before;
    const tests = new Map(last?.tests);
    for (const test of conditionsAt(place).flatMap(testsIn)) tests.set(test.q, [...(tests.get(test.q) ?? []), test]);
    const comeAgain = new Set(last?.comeAgain);
    if (isAsked(place.item)) comeAgain.add(place.item.q);
    const matter = [...new Set([...tests.keys(), ...comeAgain])].filter((q) => (first.get(q) ?? index) < index);
    before.unshift({ matter, tests, comeAgain });
  }
  return before;
};

const SOMEBODY = { id: 'somebody', name: 'Somebody' };

/** A place with what is the same for everybody who comes to it. One day for each stop: what is said at one is said before the next. */
type Spot = { readonly place: Place; readonly walk: Omit<Walk, 'facts'>; readonly at: string; readonly ahead: Ahead };

const spotsOf = ({ stops, bank }: Scope, places: readonly Place[]): Spot[] => {
  const days = new Map(stops.map((stop, index) => [stop, addDays('2026-01-01', index)]));
  const ahead = aheadOf(places);
  return places.map((place, index) => {
    const { stop, form, section, page, item } = place;
    const today = days.get(stop) ?? '';
    // Whether something shows depends on nothing else of its form, so the form is walked with that alone.
    const alone = { ...form, sections: [{ ...section, pages: [{ ...page, items: [item] }] }] };
    const walk = { forms: [alone], bank, since: `${today}T00:00:00.000Z`, today };
    return { place, walk, at: `${today}T12:00:00.000Z`, ahead: ahead[index + 1] ?? NOTHING_AHEAD };
  });
};

/** Everything somebody can do with what they are shown; each is how they stand afterwards. */
const waysOn = (around: Around, { place, at, ahead }: Spot, { question, standing }: Shown, state: State): State[] => {
  const tests = ahead.tests.get(question.id) ?? [];
  // Where nothing ahead asks after it, one answer is as good as any and as none.
  const matters = tests.length > 0 || ahead.comeAgain.has(question.id);
  if (!matters || standing === 'known' || standing === 'done' || question.type === 'finding') return [state];
  if (standing === 'confirm') return [{ ...state, facts: withConfirmation(state.facts, question.id, { by: SOMEBODY, at }) }];
  const role = place.form.for === 'person' ? ('person' as const) : ('assessor' as const);
  const saying = { by: SOMEBODY, role, at, form: place.form.id, configuration: 'walked' };
  const told = (value: Value): State => ({ ...state, facts: withStatement(state.facts, question.id, { ...saying, value }) });
  const skipped: State = { ...state, skipped: new Set([...state.skipped, question.id]) };
  const answers = tellingAnswers(question, tests, around);
  // Conditions cannot tell “I would rather talk” from nothing; only where the question comes again does it make a difference.
  const unsaid = question.required ? [told(TALK)] : ahead.comeAgain.has(question.id) ? [told(TALK), skipped] : [skipped];
  return [...answers.map(told), ...(ahead.comeAgain.has(question.id) || noneTells(tests, answers) ? unsaid : [])];
};

const guidanceShows = ({ page, item }: Place, facts: Facts): boolean =>
  meets(page.showIf, heldIn(facts)) && meets(item.showIf, heldIn(facts));

/**
 * Goes every way through `scope.stops` and folds what is met on them into one. Throws `TooManyWays` past `scope.most` combinations
 * (100,000). Only forward, as conditions look only back: a form that does not keep to that has pages this never comes to.
 * @example foldWays(scope, { end: 1, at: (_, after) => after, either: (ways) => ways.reduce((a, b) => a + b, 0) }) // how many ways
 */
export const foldWays = <T>(scope: Scope, fold: Fold<T>): T => {
  const places = placesOf(scope.stops);
  const spots = spotsOf(scope, places);
  const most = scope.most ?? MOST_COMBINATIONS;
  const met = new Map<string, T>();
  // An answer goes along unchanged for many steps, so each is written out once.
  const written = new WeakMap<Fact, string>();
  const writtenOut = (fact: Fact): string => {
    const text = written.get(fact) ?? JSON.stringify(fact);
    written.set(fact, text);
    return text;
  };
  const keyOf = (index: number, { facts, skipped }: State): string => {
    let key = String(index);
    for (const q of spots[index - 1]?.ahead.matter ?? []) {
      const fact = Object.hasOwn(facts, q) ? facts[q] : undefined;
      key += `\n${fact ? writtenOut(fact) : skipped.has(q)}`;
    }
    return key;
  };
  const from = (index: number, state: State): T => {
    const spot = spots[index];
    if (!spot) return fold.end;
    const key = keyOf(index, state);
    const known = met.get(key);
    if (known !== undefined) return known;
    if (met.size >= most) throw new TooManyWays(`There are more than ${most} combinations of answers`);
    const made = here(index, spot, state);
    met.set(key, made);
    return made;
  };
  const here = (index: number, spot: Spot, state: State): T => {
    const { place, walk } = spot;
    if (!isAsked(place.item)) {
      const after = from(index + 1, state);
      return guidanceShows(place, state.facts) ? fold.at({ place, shown: undefined, again: false }, after) : after;
    }
    const [shown] = shownIn({ ...walk, facts: state.facts });
    if (!shown) return from(index + 1, state);
    const ways = waysOn(scope, spot, shown, state).map((way) => from(index + 1, way));
    const again = shown.standing === 'ask' && state.skipped.has(place.item.q);
    return fold.at({ place, shown, again }, ways.length === 1 && ways[0] !== undefined ? ways[0] : fold.either(ways));
  };
  return from(0, { facts: scope.held ?? {}, skipped: new Set() });
};
