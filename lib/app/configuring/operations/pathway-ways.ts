/**
 * Where outcomes lead, which outcomes there are, and which forms are filled in within a stage instead of at one of their own. Stages
 * themselves are `pathway-stages.ts`.
 */
import * as z from 'zod';
import { Destination, LATE, OUTCOMES, OutcomeName, StageId } from '../../../domain/stage.ts';
import { type CannotDo, cannot, deed, isCannot, listed, quoted } from './deed.ts';
import { withFields } from './field-order.ts';
import {
  canLeadTo,
  destinationWords,
  editedStage,
  formTitle,
  pathwayTitle,
  STAGE_ORDER,
  type StageJson,
  stageTitle,
  wayOf,
} from './pathway-parts.ts';
import { canBeIncluded } from './pathway-stages.ts';
import { edited, written } from './written.ts';

const way = { pathway: StageId, stage: StageId, outcome: OutcomeName };
const atOutcome = ({ pathway, stage, outcome }: { pathway: string; stage: string; outcome: string }): string =>
  `pathways/${pathway}/stages/${stage}/outcomes/${outcome}`;

const withOutcome = (stage: StageJson, outcome: string, to: Destination): StageJson =>
  ({ ...stage, outcomes: { ...stage.outcomes, [outcome]: to } }) as StageJson;

const leadOutcome = deed(
  'lead-outcome',
  { ...way, to: Destination },
  {
    touches: atOutcome,
    words: (documents, { pathway, stage, outcome, to }) =>
      `Leads the outcome ${quoted(outcome)} of ${stageTitle(documents, pathway, stage)} to ${destinationWords(documents, pathway, to)}.`,
    apply: (documents, { pathway, stage, outcome, to }) =>
      editedStage(documents, pathway, stage, (own, json) => {
        const was = wayOf(own, outcome);
        if (isCannot(was)) return was;
        return canLeadTo(json, to) ?? withOutcome(own, outcome, to);
      }),
  },
);

/** Only a form stage names its own outcomes; the others have a closed list. */
const whyNotOutcome = (stage: StageJson, outcome: string): string | undefined => {
  if (Object.hasOwn(stage.outcomes, outcome)) return `${quoted(stage.title)} has the outcome ${quoted(outcome)} already.`;
  if (outcome === LATE) return 'Every stage can be late, and it goes on then. No pathway leads that anywhere else.';
  const names: readonly string[] = stage.kind === 'form' ? [outcome] : OUTCOMES[stage.kind];
  if (names.includes(outcome)) return undefined;
  return `A stage of this kind ends as ${listed(names.map(quoted), 'or')}, and in no other way.`;
};

const addOutcome = deed(
  'add-outcome',
  { ...way, to: Destination },
  {
    touches: atOutcome,
    words: (documents, { pathway, stage, outcome, to }) =>
      `Adds the outcome ${quoted(outcome)} to ${stageTitle(documents, pathway, stage)}. It leads to ${destinationWords(documents, pathway, to)}.`,
    apply: (documents, { pathway, stage, outcome, to }) =>
      editedStage(documents, pathway, stage, (own, json) => {
        const why = whyNotOutcome(own, outcome);
        return why === undefined ? (canLeadTo(json, to) ?? withOutcome(own, outcome, to)) : cannot(why);
      }),
  },
);

const removeOutcome = deed('remove-outcome', way, {
  touches: atOutcome,
  words: (documents, { pathway, stage, outcome }) =>
    `Takes the outcome ${quoted(outcome)} out of ${stageTitle(documents, pathway, stage)}.`,
  apply: (documents, { pathway, stage, outcome }) =>
    editedStage(documents, pathway, stage, (own) => {
      const was = wayOf(own, outcome);
      if (isCannot(was)) return was;
      const others = Object.entries(own.outcomes).filter(([name]) => name !== outcome);
      if (others.length === 0)
        return cannot(`It is the only way on from ${quoted(own.title)}. Take the stage out, or add another way first.`);
      return { ...own, outcomes: Object.fromEntries(others) } as StageJson;
    }),
});

const merged = (stage: StageJson, form: string): StageJson | CannotDo => {
  if (stage.kind === 'resource-allocation')
    return cannot(`${quoted(stage.title)} works by itself, so nobody could fill in a form there.`);
  const includes = stage.includes ?? [];
  if (includes.includes(form) || (stage.kind === 'form' && stage.form === form))
    return cannot(`${quoted(form)} is filled in at ${quoted(stage.title)} already.`);
  return withFields(stage, { includes: [...includes, form] }, STAGE_ORDER);
};

const mergeForm = deed(
  'merge-form',
  { pathway: StageId, form: StageId, into: StageId },
  {
    touches: ({ pathway, into, form }) => `pathways/${pathway}/stages/${into}/includes/${form}`,
    words: (documents, { pathway, form, into }) =>
      `Has ${formTitle(documents, form)} filled in at ${stageTitle(documents, pathway, into)}.`,
    apply: (documents, { pathway, form, into }) => {
      const found = written(documents, 'forms', form);
      if (isCannot(found)) return found;
      if (!canBeIncluded(documents, form))
        return cannot(`${formTitle(documents, form)} ends a stage by itself, so it cannot be merged into one.`);
      return editedStage(documents, pathway, into, (own) => merged(own, form));
    },
  },
);

const takeFormOut = deed(
  'take-form-out',
  { pathway: StageId, form: StageId, from: StageId },
  {
    touches: ({ pathway, from, form }) => `pathways/${pathway}/stages/${from}/includes/${form}`,
    words: (documents, { pathway, form, from }) =>
      `Takes ${formTitle(documents, form)} out of ${stageTitle(documents, pathway, from)}. It is not filled in there any more.`,
    apply: (documents, { pathway, form, from }) =>
      editedStage(documents, pathway, from, (own) => {
        const includes = 'includes' in own ? (own.includes ?? []) : [];
        if (!includes.includes(form)) return cannot(`${quoted(form)} is not merged into ${quoted(own.title)}.`);
        const left = includes.filter((each) => each !== form);
        return withFields(own as Extract<StageJson, { kind: 'form' }>, { includes: left.length > 0 ? left : null }, STAGE_ORDER);
      }),
  },
);

const changePathway = deed(
  'change-pathway',
  { pathway: StageId, set: z.object({ title: z.string() }).partial().strict() },
  {
    touches: ({ pathway }) => `pathways/${pathway}`,
    words: (documents, { pathway, set }) =>
      set.title === undefined
        ? `Changes nothing of the pathway ${pathwayTitle(documents, pathway)}.`
        : `Calls the pathway ${pathwayTitle(documents, pathway)} ${quoted(set.title)}.`,
    apply: (documents, { pathway, set }) =>
      edited(documents, 'pathways', pathway, (json) => withFields(json, set, ['id', 'title'])),
  },
);

export const WAY_DEEDS = [leadOutcome, addOutcome, removeOutcome, mergeForm, takeFormOut, changePathway] as const;
