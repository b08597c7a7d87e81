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
const FIELDS = Object.keys(NOTHING) as (keyof Tally)[];

export const combine = (one: Tally, other: Tally, how: (a: number, b: number) => number): Tally =>
  Object.fromEntries(FIELDS.map((field) => [field, how(one[field], other[field])])) as Tally;

const merged = (one: Tallies, other: Tallies, how: (a: number, b: number) => number): Tallies => {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...keys].map((key) => [key, combine(one[key] ?? NOTHING, other[key] ?? NOTHING, how)]));
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
const inSameWords = (places: readonly Place[], bank: Bank): ReadonlySet<Place['item']> => {
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

const tallyOf = ({ place, shown, again }: Step, bank: Bank, sameWords: ReadonlySet<Place['item']>): Tally => {
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

/** Of all ways: what there is of everything on the way with most of it, and the steps that are on every one. */
type Folded = { readonly most: Tallies; readonly least: ReadonlyMap<Place, Tally> };

export const walked = (stops: readonly Stop[], bank: Bank, model: RasModel | undefined): Folded => {
  const places = placesOf(stops);
  const sameWords = inSameWords(places, bank);
  const step = (taken: Step, after: Folded): Folded => {
    // What can be opened at any time is asked of nobody.
    if (!taken.place.stop.stage || !taken.shown) return after;
    const tally = tallyOf(taken, bank, sameWords);
    const own = { [actorOf(taken.place)]: tally, [formKey(taken.place)]: tally };
    return { most: merged(own, after.most, (a, b) => a + b), least: new Map([...after.least, [taken.place, tally]]) };
  };
  const either = (ways: readonly Folded[]): Folded => {
    const [first = { most: {}, least: new Map() }, ...rest] = ways;
    const onAll = [...first.least].filter(([place]) => rest.every(({ least }) => least.has(place)));
    const fewest = ([place, tally]: [Place, Tally]): [Place, Tally] => [
      place,
      rest.reduce((low, { least }) => combine(low, least.get(place) ?? NOTHING, Math.min), tally),
    ];
    return { most: ways.reduce<Tallies>((most, way) => merged(most, way.most, Math.max), {}), least: new Map(onAll.map(fewest)) };
  };
  return foldWays<Folded>({ stops, bank, model }, { end: { most: {}, least: new Map() }, at: step, either });
};
