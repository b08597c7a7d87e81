/**
 * On which path, if any, does a pathway miss a legal duty? One search per duty that keeps off whatever discharges it: if an end can
 * still be come to, that way misses the duty. What the duties are is data (`duty.ts`), and a council cannot edit the law. What forms
 * must ask is `check-asked.ts`.
 */
import { kindOf, type StageId } from '../domain/stage.ts';
import type { Duty, DutyRegister, ExitDuty, StageDuty, StageMark, WayOnDuty } from './duty.ts';
import { type Fault, fault } from './fault.ts';
import { type Graph, reachable, type Step, wayAround } from './graph.ts';
import { isMarked, leavesBy, outcomeOf, reaches, seedsOf } from './marks.ts';
import { fromTheStart, pathOf, routeTo, storyOf } from './story.ts';

type Paths = NonNullable<StageDuty['onEveryPath']>;

/** What discharges a duty; any one of them does. */
export const marksOf = ({ requires }: StageDuty): readonly StageMark[] => (Array.isArray(requires) ? requires : [requires]);

/** A shortest path on which the duty is missed, from the first entry that has one. */
const missedOn = (graph: Graph, marks: readonly StageMark[], paths: Paths): Step | undefined => {
  const byDoing = marks.filter((mark) => outcomeOf(mark) === undefined);
  for (const entry of paths.from) {
    const missed = wayAround(graph, {
      seeds: seedsOf(graph, entry),
      found: ({ at }) => reaches(at, paths.to),
      through: (stage) => !byDoing.some((mark) => isMarked(stage, mark)),
      along: (edge) => !marks.some((mark) => leavesBy(edge, mark)),
    });
    if (missed) return missed;
  }
  return undefined;
};

type Told = Pick<Duty, 'message' | 'law' | 'although'>;

/** What is missed, the path as a story, the law. `way` is left out where there is none to tell. */
export const missedFault = (graph: Graph, duty: Told, where: string, way: Step | undefined): Fault => {
  const path = way && pathOf(fromTheStart(graph, way));
  const story = path ? ` ${storyOf(graph.pathway, path, duty.although)}` : '';
  return {
    ...fault('duty-missed', where, `${duty.message}${story} (${duty.law})`),
    law: duty.law,
    ...(path && { path }),
  };
};

const placeOf = ({ by, at }: Step): string =>
  by ? `stages/${by.from.id}/outcomes/${by.outcome}` : 'stage' in at ? 'start' : 'stages';

const anEnd = (graph: Graph): Step | undefined =>
  wayAround(graph, {
    seeds: seedsOf(graph, 'start'),
    found: ({ at }) => 'end' in at && at.end === 'support-in-place',
    through: () => true,
    along: () => true,
  });

const stageFaults = (graph: Graph, duty: StageDuty): Fault[] => {
  const marks = marksOf(duty);
  if (!duty.onEveryPath) {
    const exists = graph.pathway.stages.some((stage) => marks.some((mark) => isMarked(stage, mark)));
    return exists ? [] : [missedFault(graph, duty, 'stages', anEnd(graph))];
  }
  const missed = missedOn(graph, marks, duty.onEveryPath);
  return missed ? [missedFault(graph, duty, placeOf(missed), missed)] : [];
};

const exitFaults = (graph: Graph, duty: ExitDuty): Fault[] => {
  const { kind, outcome } = duty.exit;
  return [...graph.stages.values()]
    .filter((stage) => stage.kind === kind && !Object.hasOwn(stage.outcomes, outcome))
    .map(({ id }) =>
      missedFault(
        graph,
        duty,
        `stages/${id}/outcomes/${outcome}`,
        routeTo(graph, (stage) => stage.id === id),
      ),
    );
};

/** Every stage from which what is owed can still be come to. */
const leadingTo = (graph: Graph, { to }: WayOnDuty['wayOn']): Set<StageId> => {
  const before = new Map<StageId, StageId[]>();
  const last: StageId[] = [...graph.stages.values()].filter((stage) => reaches({ stage }, to)).map(({ id }) => id);
  for (const edge of graph.edges) {
    if ('stage' in edge.to) before.set(edge.to.stage.id, [...(before.get(edge.to.stage.id) ?? []), edge.from.id]);
    else if (reaches(edge.to, to)) last.push(edge.from.id);
  }
  return reachable(last, (stage) => before.get(stage) ?? []);
};

/** A place where somebody is stuck: a stage that nothing leads on from, or else one that only leads round in a circle. */
const stuckOn = (graph: Graph, { from, to, until = [] }: WayOnDuty['wayOn'], leading: ReadonlySet<StageId>): Step | undefined => {
  const search = (found: (stage: StageId) => boolean): Step | undefined =>
    wayAround(graph, {
      seeds: from.flatMap((entry) => seedsOf(graph, entry)),
      found: ({ at }) => 'stage' in at && !leading.has(at.stage.id) && found(at.stage.id),
      through: (stage) => !reaches({ stage }, to),
      along: (edge) => !until.some((mark) => leavesBy(edge, mark)),
    });
  return search((id) => graph.out(id).length === 0) ?? search(() => true);
};

const wayOnFaults = (graph: Graph, duty: WayOnDuty): Fault[] => {
  const stuck = stuckOn(graph, duty.wayOn, leadingTo(graph, duty.wayOn));
  if (!stuck || 'end' in stuck.at) return [];
  return [missedFault(graph, duty, `stages/${stuck.at.stage.id}`, stuck)];
};

const dutyFaults = (graph: Graph, duty: Duty): Fault[] => {
  if ('requires' in duty) return stageFaults(graph, duty);
  if ('exit' in duty) return exitFaults(graph, duty);
  return 'wayOn' in duty ? wayOnFaults(graph, duty) : [];
};

export const binds = ({ appliesTo }: Pick<Duty, 'appliesTo'>, { pathway }: Pick<Graph, 'pathway'>): boolean =>
  appliesTo?.includes(kindOf(pathway)) ?? true;

/** One fault for each duty that some path misses, with the shortest such path. Outcomes that lead nowhere add no path. */
export const missedDuties = (graph: Graph, register: DutyRegister): Fault[] =>
  register.duties.filter((duty) => binds(duty, graph)).flatMap((duty) => dutyFaults(graph, duty));
