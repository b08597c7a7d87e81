/**
 * On which path, if any, does a pathway miss a legal duty? One search per duty that keeps off whatever discharges it: if an end can
 * still be come to, that way misses the duty. What the duties are is data (`duty.ts`), and a council cannot edit the law.
 */
import { kindOf, type StageDef } from '../domain/stage.ts';
import type { Duty, DutyRegister, StageMark } from './duty.ts';
import { type Fault, fault } from './fault.ts';
import { type Edge, type Graph, type Step, told, wayAround } from './graph.ts';

/** Whether the mark points at this stage; which way out of it counts is another matter. */
export const isMarked = (stage: StageDef, mark: StageMark): boolean => {
  if ('form' in mark) {
    if (stage.kind === 'form') return stage.form === mark.form;
    const includes = 'includes' in stage ? stage.includes : undefined;
    return (mark.mayBeWithin?.includes(stage.kind) && includes?.includes(mark.form)) ?? false;
  }
  if (stage.kind !== mark.kind) return false;
  return !mark.by || ('who' in stage && mark.by.includes(stage.who));
};

const outcomeOf = (mark: StageMark): string | undefined => ('kind' in mark ? mark.outcome : undefined);

/** Does leaving a stage by this outcome count for a mark that names an outcome? */
const leavesBy = (edge: Edge, mark: StageMark): boolean => edge.outcome === outcomeOf(mark) && isMarked(edge.from, mark);

type Paths = NonNullable<Duty['onEveryPath']>;

const seedsOf = (graph: Graph, entry: Paths['from'][number]): Step[] => {
  if (entry === 'start') {
    const stage = graph.stages.get(graph.pathway.start);
    return stage ? [{ at: { stage } }] : [];
  }
  const only = outcomeOf(entry);
  return graph.edges
    .filter((edge) => isMarked(edge.from, entry) && (only === undefined || edge.outcome === only))
    .map((by) => ({ at: by.to, by, after: { at: { stage: by.from } } }));
};

const reaches = ({ at }: Step, { to }: Paths): boolean =>
  to.some((target) => {
    if ('end' in target) return 'end' in at && at.end === target.end;
    return 'stage' in at && isMarked(at.stage, target);
  });

const marksOf = ({ requires }: Duty): readonly StageMark[] => (Array.isArray(requires) ? requires : [requires]);

/** A shortest path on which the duty is missed, from the first entry that has one. */
const missedOn = (graph: Graph, marks: readonly StageMark[], paths: Paths): Step | undefined => {
  const byDoing = marks.filter((mark) => outcomeOf(mark) === undefined);
  for (const entry of paths.from) {
    const missed = wayAround(graph, {
      seeds: seedsOf(graph, entry),
      found: (step) => reaches(step, paths),
      through: (stage) => !byDoing.some((mark) => isMarked(stage, mark)),
      along: (edge) => !marks.some((mark) => leavesBy(edge, mark)),
    });
    if (missed) return missed;
  }
  return undefined;
};

const dutyFault = (duty: Duty, where: string, path: string): Fault => ({
  ...fault('duty-missed', where, `${duty.message} ${path} (${duty.law})`),
  law: duty.law,
});

const dutyFaults = (graph: Graph, duty: Duty): Fault[] => {
  const marks = marksOf(duty);
  if (!duty.onEveryPath) {
    const exists = graph.pathway.stages.some((stage) => marks.some((mark) => isMarked(stage, mark)));
    return exists ? [] : [dutyFault(duty, 'stages', 'No stage of the pathway does this.')];
  }
  const missed = missedOn(graph, marks, duty.onEveryPath);
  if (!missed) return [];
  const where = missed.by ? `stages/${missed.by.from.id}/outcomes/${missed.by.outcome}` : 'start';
  return [dutyFault(duty, where, `It is missed on the path ${told(missed)}.`)];
};

const binds = ({ appliesTo }: Duty, { pathway }: Graph): boolean => appliesTo?.includes(kindOf(pathway)) ?? true;

/** One fault for each duty that some path misses, with the shortest such path. Outcomes that lead nowhere add no path. */
export const missedDuties = (graph: Graph, register: DutyRegister): Fault[] =>
  register.duties.filter((duty) => binds(duty, graph)).flatMap((duty) => dutyFaults(graph, duty));
