/**
 * The default pathway as the tests know it, and small ways to change it. Not a test. The file is read fresh each time, so that no
 * test can spoil it for another.
 */
import { readFileSync } from 'node:fs';
import { check } from '../../lib/pathway/check.ts';
import { DutyRegister } from '../../lib/pathway/duty.ts';
import type { Fault, PathStep } from '../../lib/pathway/fault.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { walk } from '../../lib/pathway/walk.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../workflows/${file}`, import.meta.url), 'utf8'));

export const ENGLAND: DutyRegister = DutyRegister.parse(read('duties/england.json'));
export const NO_DUTIES: DutyRegister = { ...ENGLAND, duties: [] };
/** What the law says of stages, ways and letters, for pathways whose forms are made up. */
export const ENGLAND_BUT_ASKING: DutyRegister = { ...ENGLAND, duties: ENGLAND.duties.filter((duty) => !('asks' in duty)) };
export const adultCare = (): Pathway => Pathway.parse(read('pathways/adult-care.json'));

type Stage = Pathway['stages'][number];
type Outcomes = Record<string, { stage: string } | { end: string } | undefined>;

/** The stage as a plain record, so that a test can break it in ways the types forbid. */
export const stageIn = (pathway: Pathway, id: string): Record<string, unknown> & { outcomes: Outcomes } => {
  const stage = pathway.stages.find((one) => one.id === id);
  if (!stage) throw new Error(`The default pathway has no stage ${id}`);
  return stage as Record<string, unknown> & { outcomes: Outcomes };
};

/** The default pathway after `change`. */
export const changed = (change: (pathway: Pathway) => void): Pathway => {
  const pathway = adultCare();
  change(pathway);
  return pathway;
};

/** The stage is taken out and whatever led to it leads to where its `outcome` led. */
export const strip = (pathway: Pathway, id: string, outcome: string): void => {
  const onward = stageIn(pathway, id).outcomes[outcome];
  pathway.stages = pathway.stages.filter((stage) => stage.id !== id);
  for (const stage of pathway.stages) {
    const { outcomes } = stageIn(pathway, stage.id);
    for (const [name, to] of Object.entries(outcomes)) if (to && 'stage' in to && to.stage === id) outcomes[name] = onward;
  }
  if (pathway.start === id && onward && 'stage' in onward) pathway.start = onward.stage;
};

/** A stage that a person fills in, for tests that add one. */
export const formStage = (id: string, outcomes: Outcomes, more: Record<string, unknown> = {}): Stage =>
  ({
    kind: 'form',
    id,
    title: id,
    forThePerson: id,
    who: 'assessor',
    promise: { workingDays: 5 },
    form: id,
    outcomes,
    ...more,
  }) as Stage;

export const faultsOf = (pathway: unknown, duties: DutyRegister = ENGLAND): Fault[] => check(pathway, { duties });

/** The path in short, with the outcome wherever there were several: `assessment (eligible) → planning → end …`. */
export const inShort = (pathway: Pathway, path: readonly PathStep[] = []): string =>
  path
    .map((step) => {
      if ('end' in step) return `end ${step.end}`;
      const several = Object.keys(stageIn(pathway, step.stage).outcomes).length > 1;
      return several && step.outcome ? `${step.stage} (${step.outcome})` : step.stage;
    })
    .join(' → ');

/** Whether a case can take exactly this path: walked again, it comes to the same stages and to the same end. */
export const isTrue = (pathway: Pathway, path: readonly PathStep[]): boolean => {
  const stages = path.flatMap((step) => ('stage' in step ? [step] : []));
  const last = path.at(-1);
  const outcomes = stages.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome]));
  const { visited, end, fault } = walk(pathway, outcomes, stages[0]?.stage);
  if (fault !== undefined || visited.join() !== stages.map(({ stage }) => stage).join()) return false;
  return last !== undefined && ('end' in last ? end === last.end : end === null);
};
