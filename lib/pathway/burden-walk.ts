/**
 * The counting behind the burden meter: what every step through the forms adds, to whom and to which form, and what of it is met on
 * all ways or on the heaviest. What is told of it is `burden.ts`.
 */
import type { ActingRole } from '../domain/actor.ts';
import { CONFIRM_SECONDS, SECONDS } from '../domain/form-walk.ts';
import type { Bank, Question } from '../domain/question.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { say } from '../domain/text.ts';
import { foldWays, type Step } from './branches.ts';
import { isAsked, type Place, placesOf, type Stop } from './form-order.ts';

/** What adds up along a way. */
export type Tally = {
  readonly asked: number;
  readonly repeats: number;
  readonly confirm: number;
  readonly freeText: number;
  readonly required: number;
  readonly seconds: number;
};
type Tallies = Readonly<Record<string, Tally>>;
export const NOTHING: Tally = { asked: 0, repeats: 0, confirm: 0, freeText: 0, required: 0, seconds: 0 };

/** Written out field by field: it runs for every step of every way. */
const combine = (one: Tally, other: Tally, how: (a: number, b: number) => number): Tally => ({
  asked: how(one.asked, other.asked),
  repeats: how(one.repeats, other.repeats),
  confirm: how(one.confirm, other.confirm),
  freeText: how(one.freeText, other.freeText),
  required: how(one.required, other.required),
  seconds: how(one.seconds, other.seconds),
});
export const add = (one: Tally, other: Tally): Tally => combine(one, other, (a, b) => a + b);

const plus = (tallies: Tallies, key: string, tally: Tally): Tally => add(tally, tallies[key] ?? NOTHING);

const heavier = (one: Tallies, other: Tallies): Tallies => {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...keys].map((key) => [key, combine(one[key] ?? NOTHING, other[key] ?? NOTHING, Math.max)]));
};

/** Whoever answers: the person their own forms, staff theirs; a form on one page is for whom its stage waits. */
export const actorOf = ({ stop: { stage }, form }: Pick<Place, 'stop' | 'form'>): ActingRole => {
  if (form.page === 'questions') return stage?.who ?? 'assessor';
  if (form.for === 'person') return 'person';
  return stage && stage.who !== 'person' ? stage.who : 'assessor';
};
export const formKey = ({ stop: { stage }, form }: Pick<Place, 'stop' | 'form'>): string => `${stage?.id}/${form.id}`;

const boxesIn = (question: Question, bank: Bank): number => {
  if (question.type === 'group') return question.of.filter((id) => bank.get(id)?.type === 'long-text').length;
  return question.type === 'long-text' || question.type === 'life-area' ? 1 : 0;
};

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Places that ask, with a question of their own, in the very words of an earlier question of the way. */
export const inSameWords = (places: readonly Place[], bank: Bank): ReadonlySet<Place['item']> => {
  const first = new Map<string, string>();
  const repeats = places.filter(({ item }) => {
    const question = isAsked(item) && !item.confirmOnly ? bank.get(item.q) : undefined;
    if (!question) return false;
    const words = plain(say(question.ask));
    const said = first.get(words);
    if (said === undefined) first.set(words, question.id);
    return said !== undefined && said !== question.id;
  });
  return new Set(repeats.map(({ item }) => item));
};

/** What one step adds to the burden of whoever takes it. */
export const tallyOf = ({ place, shown, again }: Step, bank: Bank, sameWords: ReadonlySet<Place['item']>): Tally => {
  if (!shown || shown.standing === 'known' || shown.standing === 'done') return NOTHING;
  if (shown.standing === 'confirm') return { ...NOTHING, confirm: 1, seconds: CONFIRM_SECONDS };
  const { question } = shown;
  return {
    asked: 1,
    repeats: again || sameWords.has(place.item) ? 1 : 0,
    confirm: 0,
    freeText: boxesIn(question, bank),
    required: question.required ? 1 : 0,
    seconds: SECONDS[question.type],
  };
};

/** What is on every way from somewhere to the end, in the order of places. Ways that come together share the rest of it. */
type Least = { readonly index: number; readonly place: Place; readonly tally: Tally; readonly rest: Least } | undefined;

/** What is on both, with the lower numbers. */
const onBoth = (one: Least, other: Least): Least => {
  if (one === other || !one || !other) return one && other;
  if (one.index < other.index) return onBoth(one.rest, other);
  if (one.index > other.index) return onBoth(one, other.rest);
  return { ...one, tally: combine(one.tally, other.tally, Math.min), rest: onBoth(one.rest, other.rest) };
};

const placesOn = (least: Least): [Place, Tally][] => {
  const places: [Place, Tally][] = [];
  for (let at = least; at; at = at.rest) places.push([at.place, at.tally]);
  return places;
};

/** Of all ways: what there is of everything on the way with most of it, and the steps that are on every one. */
type Folded = { readonly most: Tallies; readonly least: Least };
const NO_WAY: Folded = { most: {}, least: undefined };

export type Walked = { readonly most: Tallies; readonly least: readonly (readonly [Place, Tally])[] };

export const walked = (stops: readonly Stop[], bank: Bank, model: RasModel | undefined): Walked => {
  const places = placesOf(stops);
  const sameWords = inSameWords(places, bank);
  const indexes = new Map(places.map(({ item }, index) => [item, index]));
  const step = (taken: Step, after: Folded): Folded => {
    const { place, shown } = taken;
    // What can be opened at any time is asked of nobody.
    if (!place.stop.stage || !shown) return after;
    const tally = tallyOf(taken, bank, sameWords);
    if (tally === NOTHING) return after;
    const [actor, form] = [actorOf(place), formKey(place)];
    const most = { ...after.most, [actor]: plus(after.most, actor, tally), [form]: plus(after.most, form, tally) };
    return { most, least: { index: indexes.get(place.item) ?? 0, place, tally, rest: after.least } };
  };
  const either = (all: readonly Folded[]): Folded => {
    // Ways that have come together again are one and the same from there on.
    const [first = NO_WAY, ...rest] = new Set(all);
    return rest.reduce((one, other) => ({ most: heavier(one.most, other.most), least: onBoth(one.least, other.least) }), first);
  };
  const { most, least } = foldWays<Folded>({ stops, bank, model }, { end: NO_WAY, at: step, either });
  return { most, least: placesOn(least) };
};
