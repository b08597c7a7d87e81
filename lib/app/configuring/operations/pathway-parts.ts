/**
 * What the operations on pathways share: finding a stage, saying where something leads, and changing one stage without moving the
 * others. The operations themselves are `pathway-stages.ts` and `pathway-ways.ts`.
 */
import type { Destination, End, StageDef } from '../../../domain/stage.ts';
import { say } from '../../../domain/text.ts';
import type { Documents } from '../documents.ts';
import { type CannotDo, cannot, isCannot, listed, quoted } from './deed.ts';
import { edited, type Written, written } from './written.ts';

export type PathwayJson = Written<'pathways'>;
export type StageJson = PathwayJson['stages'][number];

export const STAGE_ORDER = [
  'id',
  'kind',
  'title',
  'forThePerson',
  'owner',
  'lookAgainOn',
  'who',
  'promise',
  'form',
  'includes',
  'outcomes',
] as const;

const ENDS: Readonly<Record<End, string>> = {
  'support-in-place': 'the end, with support in place',
  'advice-given': 'the end, with advice given',
  'support-ended': 'the end of support',
};

export const stageIn = ({ title, stages }: PathwayJson, id: string): StageJson | CannotDo =>
  stages.find((stage) => stage.id === id) ?? cannot(`There is no stage ${quoted(id)} in ${quoted(title)}.`);

/** What staff call a stage, in quotes; its id where the pathway has none of that id. */
export const stageTitle = (documents: Documents, pathway: string, id: string): string => {
  const found = written(documents, 'pathways', pathway);
  const stage = isCannot(found) ? undefined : found.json.stages.find((each) => each.id === id);
  return quoted(stage?.title ?? id);
};

export const pathwayTitle = (documents: Documents, id: string): string => {
  const found = written(documents, 'pathways', id);
  return quoted(isCannot(found) ? id : found.json.title);
};

export const formTitle = (documents: Documents, id: string): string => {
  const found = written(documents, 'forms', id);
  return quoted(isCannot(found) ? id : say(found.json.title));
};

export const destinationWords = (documents: Documents, pathway: string, to: Destination): string =>
  'stage' in to ? stageTitle(documents, pathway, to.stage) : ENDS[to.end];

/** Where an outcome leads; what outcomes there are where it has none of that name. */
export const wayOf = ({ title, outcomes }: StageJson, outcome: string): Destination | CannotDo => {
  const to = Object.hasOwn(outcomes, outcome) ? (outcomes as Record<string, Destination | undefined>)[outcome] : undefined;
  if (to) return to;
  const names = Object.keys(outcomes).map(quoted);
  return cannot(`${quoted(title)} has no outcome ${quoted(outcome)}. It has ${listed(names) || 'none'}.`);
};

/** A stage must be there before anything leads to it. */
export const canLeadTo = (pathway: PathwayJson, to: Destination): CannotDo | undefined => {
  const found = 'stage' in to ? stageIn(pathway, to.stage) : undefined;
  return found && isCannot(found) ? found : undefined;
};

/** The stage with some of its ways leading elsewhere. */
export const ledAnew = (stage: StageJson, lead: (to: Destination, outcome: string) => Destination): StageJson =>
  ({
    ...stage,
    outcomes: Object.fromEntries(
      Object.entries(stage.outcomes).map(([outcome, to]) => [outcome, to ? lead(to, outcome) : to]),
    ) as StageDef['outcomes'],
  }) as StageJson;

/** One stage of a pathway changed; the others are the same objects as before. */
export const editedStage = (
  documents: Documents,
  pathway: string,
  stage: string,
  edit: (stage: StageJson, pathway: PathwayJson) => StageJson | CannotDo,
): Documents | CannotDo =>
  edited(documents, 'pathways', pathway, (json) => {
    const found = stageIn(json, stage);
    if (isCannot(found)) return found;
    const after = edit(found, json);
    if (isCannot(after)) return after;
    return { ...json, stages: json.stages.map((each) => (each === found ? after : each)) };
  });
