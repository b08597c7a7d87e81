/**
 * Where a case is on its way, as a map and not as a bar: what is done, where it is now, what can come next. A case may go back, so
 * "done" never means "over". Pure; the words and the drawing are `me-steps.tsx`.
 */
import type { Case } from '../../../lib/domain/case.ts';
import { type Route, type StageDef, type StageId, stageOf } from '../../../lib/domain/stage.ts';

/** `next`: straight after this one. `later`: further on. `if-things-change`: only after a review. */
export type Where = 'done' | 'now' | 'next' | 'later' | 'if-things-change';
export type Step = { readonly stage: StageDef; readonly where: Where };

const waysOn = (stage: StageDef | undefined): StageId[] =>
  Object.values(stage?.outcomes ?? {}).flatMap((to) => (to && 'stage' in to ? [to.stage] : []));

/** Every stage that can be reached from `from`, itself only if a way leads back. */
const reachable = (route: Route, from: StageId): Set<StageId> => {
  const found = new Set<StageId>();
  const open = waysOn(stageOf(route, from));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...waysOn(stageOf(route, id)));
  }
  return found;
};

/** Stages in the order of the pathway, the review last: it comes once support is in place, and then again and again. */
const inOrder = (route: Route): StageDef[] => [
  ...route.stages.filter(({ id }) => id !== route.review),
  ...route.stages.filter(({ id }) => id === route.review),
];

const whereIs = (route: Route, state: Case, stage: StageDef): Where => {
  if (stage.id === route.review && !(state.state === 'underway' && state.at.stage === stage.id)) return 'later';
  if (state.state !== 'underway') return 'done';
  const { at, finished, reviewing, agreed } = state;
  if (at.stage === stage.id) return 'now';
  if (at.stage === route.review) return reachable(route, at.stage).has(stage.id) ? 'if-things-change' : 'done';
  const here = stageOf(route, at.stage);
  const past = Object.hasOwn(finished, stage.id) || reviewing !== undefined || agreed !== undefined;
  // Looking forward only: the way back to an earlier stage is there, but it is not what is expected next.
  const order = inOrder(route).map(({ id }) => id);
  const ahead = order.indexOf(stage.id) > order.indexOf(at.stage);
  if (ahead && waysOn(here).includes(stage.id)) return 'next';
  if (ahead && reachable(route, at.stage).has(stage.id)) return 'later';
  return past ? 'done' : 'later';
};

/** The map of a case. A closed case has none: it is over, and its page says why. */
export const stepsOf = (route: Route, state: Case): Step[] =>
  inOrder(route).map((stage) => ({ stage, where: whereIs(route, state, stage) }));
