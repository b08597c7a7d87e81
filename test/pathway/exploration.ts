/**
 * Every way a case can go on a pathway, gone one outcome after another: what is wrong with the whole is then seen and not worked out.
 * Written apart from the graph that `check` reads, so that the two can be held against each other. Not a test.
 */
import { End, isHuman, OUTCOMES, type StageDef } from '../../lib/domain/stage.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';

type To = { readonly stage: string } | { readonly end: string };

const waysFrom = (pathway: Pathway, id: string): [outcome: string, to: To][] => {
  const stage = pathway.stages.find((one) => one.id === id);
  return Object.entries<To | undefined>(stage?.outcomes ?? {}).flatMap(([outcome, to]) => (to ? [[outcome, to]] : []));
};

/** Every stage a case comes to that is at one of `at`, and every end, as far as `goesOn` lets it. */
const comesTo = (pathway: Pathway, at: readonly string[], goesOn: (id: string) => boolean = () => true) => {
  const stages = new Set(at);
  const ends = new Set<string>();
  for (const id of stages)
    for (const [, to] of waysFrom(pathway, id)) {
      if ('end' in to) ends.add(to.end);
      else if (goesOn(to.stage)) stages.add(to.stage);
    }
  return { stages, ends };
};

/** `stage/outcome` for every outcome that a stage can have and that leads neither to a stage there is nor to an end there is. */
const astrayAt = (pathway: Pathway, stage: StageDef): string[] => {
  const outcomes = stage.kind === 'form' ? Object.keys(stage.outcomes) : OUTCOMES[stage.kind];
  const ways = new Map(waysFrom(pathway, stage.id));
  if (outcomes.length === 0) return [stage.id];
  return [...outcomes]
    .filter((outcome) => {
      const to = ways.get(outcome);
      if (!to) return true;
      return 'end' in to ? !End.safeParse(to.end).success : !pathway.stages.some(({ id }) => id === to.stage);
    })
    .map((outcome) => `${stage.id}/${outcome}`);
};

export type Explored = {
  /** Stages no case and no review comes to. */
  readonly dead: readonly string[];
  /** Stages from which a case comes to no end, whatever anybody does. */
  readonly stuck: readonly string[];
  /** Outcomes that lead nowhere. */
  readonly astray: readonly string[];
  /** Stages that come round to themselves with nobody acting. */
  readonly turning: readonly string[];
};

export const SOUND: Explored = { dead: [], stuck: [], astray: [], turning: [] };

export const explored = (pathway: Pathway): Explored => {
  const ids = pathway.stages.map(({ id }) => id);
  const met = comesTo(pathway, [pathway.start, pathway.review]).stages;
  const byItself = new Set(pathway.stages.filter((stage) => !isHuman(stage)).map(({ id }) => id));
  const onwards = (id: string) =>
    waysFrom(pathway, id).flatMap(([, to]) => ('stage' in to && byItself.has(to.stage) ? [to.stage] : []));
  return {
    dead: ids.filter((id) => !met.has(id)),
    stuck: ids.filter((id) => comesTo(pathway, [id]).ends.size === 0),
    astray: pathway.stages.flatMap((stage) => astrayAt(pathway, stage)),
    turning: [...byItself].filter((id) => comesTo(pathway, onwards(id), (next) => byItself.has(next)).stages.has(id)),
  };
};

/** The outcomes of a shortest way from the stage `at` to what is sought, and what that is. */
const shortest = (pathway: Pathway, at: string, sought: (to: To) => boolean): { outcomes: string[]; to: To } | undefined => {
  const seen = new Set([at]);
  const queue: { at: string; outcomes: string[] }[] = [{ at, outcomes: [] }];
  for (const here of queue)
    for (const [outcome, to] of waysFrom(pathway, here.at)) {
      const outcomes = [...here.outcomes, outcome];
      if (sought(to)) return { outcomes, to };
      if ('end' in to || seen.has(to.stage)) continue;
      seen.add(to.stage);
      queue.push({ at: to.stage, outcomes });
    }
  return undefined;
};

/** One case: the stage it enters at, how each stage it comes to ends, and the end it comes to. */
export type Life = { readonly from: string; readonly outcomes: readonly string[]; readonly end: string };

const onward = (pathway: Pathway, from: string, at: string, before: readonly string[]): Life => {
  const way = shortest(pathway, at, (to) => 'end' in to);
  if (!way || 'stage' in way.to) throw new Error(`From ${at} there is no way to an end`);
  return { from, outcomes: [...before, ...way.outcomes], end: way.to.end };
};

/** The shortest life from the stage `from` to an end. */
export const shortLife = (pathway: Pathway, from: string): Life => onward(pathway, from, from, []);

/** A life through as many stages as one life can see, always to the nearest that is new, and then by a shortest way to an end. */
export const longLife = (pathway: Pathway, from: string): Life => {
  const seen = new Set([from]);
  const outcomes: string[] = [];
  let at = from;
  for (;;) {
    const way = shortest(pathway, at, (to) => 'stage' in to && !seen.has(to.stage));
    if (!way || 'end' in way.to) return onward(pathway, from, at, outcomes);
    at = way.to.stage;
    seen.add(at);
    outcomes.push(...way.outcomes);
  }
};
