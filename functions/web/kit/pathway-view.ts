/**
 * A pathway as its picture and its table show it: stages with who acts and how they end, open cases and days where they are known.
 * Made once from the pathway, so that the two can never say different things. Not the drawing: `pathway-picture.tsx`.
 */
import type { StageCount } from '../../../lib/app/configuring/picture-counts.ts';
import type { ActingRole } from '../../../lib/domain/actor.ts';
import type { Form } from '../../../lib/domain/form.ts';
import { type Destination, type End, isHuman, type StageDef } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import type { Pathway } from '../../../lib/pathway/schema.ts';

/** Where one or more outcomes of a stage lead. */
export type Way = { readonly outcomes: readonly string[]; readonly to: Destination };

export type ViewedStage = {
  readonly id: string;
  readonly title: string;
  readonly who: string;
  readonly forms: readonly string[];
  readonly ways: readonly Way[];
  /** Where its page is; absent where there is none to go to. */
  readonly href?: string | undefined;
  /** Open cases here on this version, and on others; `days` in the middle, on this version. */
  readonly open: number;
  readonly elsewhere: number;
  readonly days?: number | undefined;
  /** What sets out here. */
  readonly entry?: string | undefined;
};

export type PathwayView = {
  readonly title: string;
  readonly stages: readonly ViewedStage[];
  /** Open cases at stages that this version does not have. */
  readonly strays: number;
  /** False: nothing was counted, so nothing is said of open cases. */
  readonly counted: boolean;
};

export const END_WORDS: Readonly<Record<End, string>> = {
  'support-in-place': 'Support in place',
  'advice-given': 'Advice given',
  'support-ended': 'Support ended',
};

const WHO: Readonly<Record<ActingRole, string>> = { person: 'The person', assessor: 'Worker', approver: 'Approver' };

const key = (to: Destination): string => ('end' in to ? `end ${to.end}` : `stage ${to.stage}`);

/** Outcomes that lead to one place go there together. */
const waysOf = (stage: StageDef): Way[] => {
  const ways = new Map<string, Way>();
  for (const [outcome, to] of Object.entries(stage.outcomes)) {
    if (!to) continue;
    const words = outcome.replaceAll('-', ' ');
    ways.set(key(to), { to, outcomes: [...(ways.get(key(to))?.outcomes ?? []), words] });
  }
  return [...ways.values()];
};

const formsOf = (stage: StageDef, forms: readonly Form[]): string[] => {
  if (!isHuman(stage)) return [];
  const ids = [...(stage.includes ?? []), ...(stage.kind === 'form' ? [stage.form] : [])];
  return [...new Set(ids)].map((id) => say(forms.find((form) => form.id === id)?.title) || id);
};

const entryOf = (pathway: Pathway, id: string): string | undefined => {
  const both = [...(pathway.start === id ? ['New cases'] : []), ...(pathway.review === id ? ['Reviews'] : [])];
  return both.length > 0 ? both.join(' and ') : undefined;
};

type Around = {
  readonly forms: readonly Form[];
  /** Left out where nothing was counted. */
  readonly counts?: readonly StageCount[] | undefined;
  /** The version drawn; counts of every other are “on another version”. */
  readonly version?: string | undefined;
  readonly href?: ((stage: string) => string | undefined) | undefined;
};

const sum = (counts: readonly StageCount[]): number => counts.reduce((total, { open }) => total + open, 0);

export const pathwayView = (pathway: Pathway, { forms, counts, version, href }: Around): PathwayView => {
  const ours = (counts ?? []).filter((count) => count.pathway === pathway.id);
  const stages = pathway.stages.map((stage): ViewedStage => {
    const here = ours.filter((count) => count.stage === stage.id);
    const mine = here.find(({ configuration }) => configuration === version);
    return {
      id: stage.id,
      title: stage.title,
      who: isHuman(stage) ? WHO[stage.who] : 'By itself',
      forms: formsOf(stage, forms),
      ways: waysOf(stage),
      href: href?.(stage.id),
      open: mine?.open ?? 0,
      elsewhere: sum(here) - (mine?.open ?? 0),
      days: mine?.medianDays,
      entry: entryOf(pathway, stage.id),
    };
  });
  const known = new Set(pathway.stages.map(({ id }) => id));
  return {
    title: pathway.title,
    stages,
    strays: sum(ours.filter(({ stage }) => !known.has(stage))),
    counted: counts !== undefined,
  };
};

/** @example openWords({ open: 3, elsewhere: 1, days: 4.5 }) // ['3 open, 4.5 days', '1 on another version'] */
export const openWords = ({ open, elsewhere, days }: Pick<ViewedStage, 'open' | 'elsewhere' | 'days'>): string[] => [
  open === 0 ? 'None open' : `${open} open${days === undefined ? '' : `, ${dayWords(days)}`}`,
  ...(elsewhere > 0 ? [`${elsewhere} on another version`] : []),
];

export const dayWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** Where a way leads, in words. A stage that the pathway does not have goes by its id. */
export const placeWords = (to: Destination, { stages }: Pick<PathwayView, 'stages'>): string =>
  'end' in to ? END_WORDS[to.end] : (stages.find(({ id }) => id === to.stage)?.title ?? to.stage);
