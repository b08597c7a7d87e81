/**
 * A path told as a story that a councillor would follow: the stages by the names the person sees, what was decided at each, how it
 * ends. And the same path as data (`pathOf`), so that it can be walked again. Which path is told is `check-duties.ts`.
 */
import { type StageDef, stageOf } from '../domain/stage.ts';
import type { PathStep } from './fault.ts';
import { type Graph, type Step, wayAround } from './graph.ts';
import type { Pathway } from './schema.ts';

/** More stages than this are told from both ends. */
const MOST_TOLD = 10;

/** The name the person sees: “Your story: tell us about your life” is “Your story”. */
const nameOf = (stage: StageDef): string => `“${stage.forThePerson.split(/[:.]/)[0]?.trim() || stage.title}”`;

const DECIDED: Readonly<Record<string, string>> = {
  eligible: 'we find them eligible',
  'not-eligible': 'we find them not eligible',
  allocated: 'a first figure is worked out',
  'needs-individual-costing': 'no figure can be worked out from points',
  approved: 'the plan is agreed',
  returned: 'the plan is sent back',
  'no-change': 'nothing is to change',
  'plan-changes': 'the plan is to change',
  'needs-changed': 'their needs have changed',
  'support-ends': 'their support is to end',
};

const decided = (stage: StageDef, outcome: string | undefined): string => {
  if (outcome === undefined) return '';
  const words = stage.kind === 'form' ? undefined : DECIDED[outcome];
  if (words) return `, where ${words}`;
  return Object.keys(stage.outcomes).length > 1 ? `, which ends as “${outcome}”` : '';
};

const ENDS: Readonly<Record<string, string>> = {
  'support-in-place': 'Then support is in place',
  'advice-given': 'Then it is closed with advice',
  'support-ended': 'Then it is closed and support has ended',
};

/** The steps of a way, first to last. */
export const pathOf = (last: Step): PathStep[] => {
  const path: PathStep[] = [];
  let left: string | undefined;
  for (let step: Step | undefined = last; step; step = step.after) {
    if ('end' in step.at) path.push({ end: step.at.end });
    else path.push(left === undefined ? { stage: step.at.stage.id } : { stage: step.at.stage.id, outcome: left });
    left = step.by?.outcome;
  }
  return path.reverse();
};

/** A shortest way from where a case or a review opens to a stage; nothing where no case ever comes to it. */
export const routeTo = (graph: Graph, found: (stage: StageDef) => boolean): Step | undefined => {
  for (const entry of [graph.pathway.start, graph.pathway.review]) {
    const stage = graph.stages.get(entry);
    const way =
      stage &&
      wayAround(graph, {
        seeds: [{ at: { stage } }],
        found: ({ at }) => 'stage' in at && found(at.stage),
        through: () => true,
        along: () => true,
      });
    if (way) return way;
  }
  return undefined;
};

/** The same way with how a case comes to its first stage before it. */
export const fromTheStart = (graph: Graph, last: Step): Step => {
  const { after, ...here } = last;
  if (after) return { ...here, after: fromTheStart(graph, after) };
  const { at } = last;
  return ('stage' in at && routeTo(graph, ({ id }) => id === at.stage.id)) || last;
};

const shortened = (told: readonly string[]): string[] => {
  if (told.length <= MOST_TOLD) return [...told];
  const left = told.length - 7;
  return [...told.slice(0, 3), `through ${left} more stages`, ...told.slice(-4)];
};

const STORY_BEGINS = 'Somebody comes to ';

/**
 * What is wrong, without the path it was seen on: that changes with every stage, and is no other fault because of it.
 * @example withoutStory('Nobody agrees the plan. Somebody comes to “Your story”. Support is in place. (s.25)') // 'Nobody agrees the plan.'
 */
export const withoutStory = (message: string): string => message.split(` ${STORY_BEGINS}`)[0] ?? message;

/**
 * `path` in words. `although`: what was missed on it.
 * @example Somebody begins with “Your story”, goes on to “Working it out together”, where we find them eligible, … Then support is in
 * place, although nobody has agreed the plan.
 */
export const storyOf = (pathway: Pathway, path: readonly PathStep[], although?: string): string => {
  const stages = path.flatMap((step) => {
    const stage = 'stage' in step ? stageOf(pathway, step.stage) : undefined;
    return stage && 'stage' in step ? [`${nameOf(stage)}${decided(stage, step.outcome)}`] : [];
  });
  const [first, ...rest] = shortened(stages);
  const last = path.at(-1);
  const end = last && 'end' in last ? ENDS[last.end] : 'That is where they stand';
  const on = rest.map((each) => (each.startsWith('through ') ? ` and on ${each}` : `, then to ${each}`)).join('');
  return `${STORY_BEGINS}${first}${on}. ${end}${although ? `, although ${although}` : ''}.`;
};
