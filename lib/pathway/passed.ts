/**
 * What a case has been through in the cycle it is in, read from its events: each stage as it was when it was finished, whatever the
 * version was then. Not where it is now, and not what was answered.
 */
import type { CaseEvent } from '../domain/event.ts';
import { type Route, type StageDef, stageOf } from '../domain/stage.ts';

/** One stage that was finished, how, and on which version. */
export type Passed = { readonly def: StageDef; readonly outcome: string; readonly version: string };

/** Oldest first. `opened`: a new case begins at the start of the pathway, a later cycle at the review. */
export type Cycle = { readonly opened: 'start' | 'review'; readonly passed: readonly Passed[] };

/** The versions a case has ever been on, each of which `cycleOf` asks for. */
export const versionsOf = (events: readonly CaseEvent[]): readonly string[] => [
  ...new Set(events.flatMap((event) => ('configuration' in event ? [event.configuration] : []))),
];

/**
 * The cycle that the last of `events` belongs to. `routeOn` gives the route of a version. Throws for a stage that its version does not
 * have: such a log was not written here.
 */
export const cycleOf = (events: readonly CaseEvent[], routeOn: (version: string) => Route): Cycle => {
  let version = '';
  let opened: Cycle['opened'] = 'start';
  let passed: Passed[] = [];
  for (const event of events) {
    if ('configuration' in event) version = event.configuration;
    if (event.type === 'ReviewOpened') [opened, passed] = ['review', []];
    if (event.type !== 'StageFinished') continue;
    const def = stageOf(routeOn(version), event.stage);
    if (!def) throw new Error(`configuration ${version} has no stage ${event.stage}, which was finished on it`);
    passed.push({ def, outcome: event.outcome, version });
  }
  return { opened, passed };
};
