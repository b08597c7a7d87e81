/**
 * What a pathway would have asked of people whose cases are past, and the middle of those: the burden of the typical case, beside
 * “always” and “at most” in `burden.ts` and in the same weights. Facts in, numbers out; reading past cases is a port's business.
 */
import { ActingRole } from '../domain/actor.ts';
import { type Facts, statementOf } from '../domain/fact.ts';
import type { Form } from '../domain/form.ts';
import { type Bank, bankOf, type Question } from '../domain/question.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { assessmentTally, minutes } from './burden.ts';
import { actorOf, add, inSameWords, NOTHING, type Tally, tallyOf } from './burden-walk.ts';
import { journeyOf, placesOf, type Stop } from './form-order.ts';
import { replay } from './replay.ts';
import type { Pathway } from './schema.ts';

/** Of one case, or the middle of many. */
export type TypicalLoad = { readonly questions: number; readonly minutes: number };

export type Typical = {
  /** How many past cases it is the middle of. */
  readonly cases: number;
  readonly actors: readonly (TypicalLoad & { readonly actor: ActingRole })[];
  /** The middle of what all actors together were asked; the middles of the actors need not add up to it. */
  readonly everybody: TypicalLoad;
};

/** The middle one; of an even number the higher of the two, which is a number somebody really met. */
const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

type Around = {
  readonly sameWords: ReturnType<typeof inSameWords>;
  readonly pathway: Pathway;
  readonly stops: readonly Stop[];
  readonly bank: Bank;
  readonly model?: RasModel | undefined;
};

const loadsOf = ({ pathway, stops, bank, model, sameWords }: Around, facts: Facts): ReadonlyMap<ActingRole, TypicalLoad> => {
  const tallies = new Map<ActingRole, Tally>();
  const count = (actor: ActingRole, tally: Tally) => tallies.set(actor, add(tallies.get(actor) ?? NOTHING, tally));
  const visits = replay({ visits: stops, bank, answers: (question) => statementOf(facts, question)?.value });
  // What can be opened at any time is asked of nobody.
  for (const step of visits.flat()) if (step.place.stop.stage) count(actorOf(step.place), tallyOf(step, bank, sameWords));
  for (const { stage } of stops) if (stage?.kind === 'assessment') count(stage.who, assessmentTally(pathway, model));
  return new Map([...tallies].map(([actor, { asked, seconds }]) => [actor, { questions: asked, minutes: minutes(seconds) }]));
};

const middle = (loads: readonly TypicalLoad[]): TypicalLoad => ({
  questions: median(loads.map(({ questions }) => questions)),
  minutes: median(loads.map((load) => load.minutes)),
});

const NONE: TypicalLoad = { questions: 0, minutes: 0 };
const together = (loads: ReadonlyMap<ActingRole, TypicalLoad>): TypicalLoad =>
  [...loads.values()].reduce(
    (total, load) => ({ questions: total.questions + load.questions, minutes: total.minutes + load.minutes }),
    NONE,
  );

/**
 * Once through the pathway for each of `cases`, with the answers it holds and nothing known beforehand: every stage is come to, also
 * where that case ended early, so that the number lies between “always” and “at most”. `undefined` without any case.
 * @example typicalOf(adultCare, forms, questions, model, [ada, bashir, carys]) // the middle of the three
 */
export const typicalOf = (
  pathway: Pathway,
  forms: readonly Form[],
  questions: readonly Question[],
  model: RasModel | undefined,
  cases: readonly Facts[],
): Typical | undefined => {
  if (cases.length === 0) return undefined;
  const [stops, bank] = [journeyOf(pathway, forms), bankOf(questions)];
  const around = { pathway, stops, bank, model, sameWords: inSameWords(placesOf(stops), bank) };
  const each = cases.map((facts) => loadsOf(around, facts));
  return {
    cases: cases.length,
    actors: ActingRole.options.map((actor) => ({ actor, ...middle(each.map((loads) => loads.get(actor) ?? NONE)) })),
    everybody: middle(each.map(together)),
  };
};
