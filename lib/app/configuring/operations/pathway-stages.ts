/**
 * Stages put in, taken out, changed and moved. Whether the law lets a stage go is said by the check (`lib/pathway/check-duties.ts`),
 * not here: a draft may be unlawful on its way to being lawful.
 */
import * as z from 'zod';
import { ActingRole } from '../../../domain/actor.ts';
import { keptBy, lacksKeeper } from '../../../domain/kept-by.ts';
import { type Destination, OutcomeName, PromiseRule, StageDef, StageId } from '../../../domain/stage.ts';
import type { Documents } from '../documents.ts';
import { type CannotDo, cannot, deed, isCannot, Json, listed, quoted, textOf } from './deed.ts';
import { putIn, takenOut, withFields } from './field-order.ts';
import {
  destinationWords,
  editedStage,
  formTitle,
  ledAnew,
  type PathwayJson,
  STAGE_ORDER,
  type StageJson,
  stageIn,
  stageTitle,
  wayOf,
} from './pathway-parts.ts';
import { edited, unreadable, written } from './written.ts';

const place = { pathway: StageId, stage: StageId };
const at = ({ pathway, stage }: { pathway: string; stage: string }): string => `pathways/${pathway}/stages/${stage}`;

/** A form can go on within another stage when it ends nothing by itself, or is the story told face to face. */
export const canBeIncluded = (documents: Documents, form: string): boolean => {
  const found = written(documents, 'forms', form);
  return !isCannot(found) && (found.json.page === 'part' || found.json.page === 'story');
};

const formsOf = (documents: Documents, stage: StageJson): string[] => {
  const own = stage.kind === 'form' && canBeIncluded(documents, stage.form) ? [stage.form] : [];
  return [...own, ...('includes' in stage ? (stage.includes ?? []) : [])];
};

/** The stage with the forms of another, none of them twice. */
const withForms = (stage: StageJson, forms: readonly string[]): StageJson | CannotDo => {
  if (forms.length === 0) return stage;
  if (stage.kind === 'resource-allocation') {
    const message = `${quoted(stage.title)} works by itself, so nobody could fill in ${listed(forms.map(quoted))} there.`;
    return cannot(`${message} Merge them into another stage first.`);
  }
  const has = [...(stage.kind === 'form' ? [stage.form] : []), ...(stage.includes ?? [])];
  const more = forms.filter((form) => !has.includes(form));
  return more.length === 0 ? stage : withFields(stage, { includes: [...(stage.includes ?? []), ...more] }, STAGE_ORDER);
};

/** Where a case starts, or a review opens, once this stage is gone. */
const entryAfter = (entry: string, what: string, gone: StageJson, to: Destination): string | CannotDo => {
  if (entry !== gone.id) return entry;
  if ('stage' in to) return to.stage;
  return cannot(`${quoted(gone.title)} is where ${what}, and nothing follows it. Choose an outcome that leads to a stage.`);
};

const removed = (documents: Documents, pathway: PathwayJson, stage: StageJson, to: Destination, forms: readonly string[]) => {
  if ('stage' in to && to.stage === stage.id)
    return cannot(`That outcome leads back to ${quoted(stage.title)} itself. Choose one that leads on.`);
  const start = entryAfter(pathway.start, 'cases begin', stage, to);
  const review = entryAfter(pathway.review, 'reviews open', stage, to);
  if (isCannot(start)) return start;
  if (isCannot(review)) return review;
  if (forms.length > 0 && !('stage' in to)) {
    return cannot(
      `Nothing follows ${quoted(stage.title)} there, so ${listed(forms.map((id) => formTitle(documents, id)))} cannot be kept.`,
    );
  }
  const stages: StageJson[] = [];
  for (const each of pathway.stages) {
    if (each === stage) continue;
    const led = Object.values(each.outcomes).some((way) => way && 'stage' in way && way.stage === stage.id)
      ? ledAnew(each, (way) => ('stage' in way && way.stage === stage.id ? to : way))
      : each;
    const full = 'stage' in to && to.stage === each.id ? withForms(led, forms) : led;
    if (isCannot(full)) return full;
    stages.push(full);
  }
  return { ...pathway, start, review, stages };
};

const removeStage = deed(
  'remove-stage',
  {
    ...place,
    onward: OutcomeName.describe('The outcome whose way is taken instead: what led to the stage leads to where it led.'),
    keepForms: z.boolean().optional().describe('The forms of the stage are filled in at the one that follows.'),
  },
  {
    touches: at,
    words: (documents, { pathway, stage, onward, keepForms }) => {
      const found = written(documents, 'pathways', pathway);
      const own = isCannot(found) ? found : stageIn(found.json, stage);
      const to = isCannot(own) ? own : wayOf(own, onward);
      const out = `Takes out the stage ${stageTitle(documents, pathway, stage)}.`;
      if (isCannot(to)) return out;
      const forms = keepForms ? ' Its forms are filled in there.' : '';
      return `${out} Cases go on to ${destinationWords(documents, pathway, to)}.${forms}`;
    },
    apply: (documents, { pathway, stage, onward, keepForms }) =>
      edited(documents, 'pathways', pathway, (json) => {
        const own = stageIn(json, stage);
        if (isCannot(own)) return own;
        const to = wayOf(own, onward);
        if (isCannot(to)) return to;
        return removed(documents, json, own, to, keepForms ? formsOf(documents, own) : []);
      }),
  },
);

const Where = z.union([z.object({ before: StageId }).strict(), z.object({ after: place.stage, outcome: OutcomeName }).strict()]);

/** The stage with its first outcome leading on to where the way led before it came; its other outcomes lead as they are written. */
const leadingOn = (stage: StageJson, on: Destination): StageJson => {
  const [first] = Object.keys(stage.outcomes);
  return ledAnew(stage, (to, outcome) => (outcome === first ? on : to));
};

const putBefore = (pathway: PathwayJson, stage: StageJson, before: string): PathwayJson | CannotDo => {
  const found = stageIn(pathway, before);
  if (isCannot(found)) return found;
  const stages = pathway.stages.map((each) =>
    ledAnew(each, (to) => ('stage' in to && to.stage === before ? { stage: stage.id } : to)),
  );
  const entry = (id: string, fits: boolean): string => (id === before && fits ? stage.id : id);
  return {
    ...pathway,
    start: entry(pathway.start, true),
    review: entry(pathway.review, stage.kind === 'review'),
    stages: putIn(stages, pathway.stages.indexOf(found), leadingOn(stage, { stage: before })),
  };
};

const putAfter = (pathway: PathwayJson, stage: StageJson, after: string, outcome: string): PathwayJson | CannotDo => {
  const found = stageIn(pathway, after);
  if (isCannot(found)) return found;
  const on = wayOf(found, outcome);
  if (isCannot(on)) return on;
  const stages = pathway.stages.map((each) =>
    each === found ? ledAnew(each, (to, name) => (name === outcome ? { stage: stage.id } : to)) : each,
  );
  return { ...pathway, stages: putIn(stages, pathway.stages.indexOf(found) + 1, leadingOn(stage, on)) };
};

/** A new stage as somebody wrote it, or why it is none. */
const newStage = (pathway: PathwayJson, json: Json): StageJson | CannotDo => {
  const why = unreadable(StageDef, json);
  if (why !== undefined) return cannot(`That is not a stage yet. ${why}`);
  const stage = json as StageJson;
  if (pathway.stages.some(({ id }) => id === stage.id))
    return cannot(`There is a stage ${quoted(stage.id)} already. Give this one another id.`);
  if (Object.keys(stage.outcomes).length === 0) return cannot('Say how the stage can end: give it an outcome.');
  return lacksKeeper(stage) ? cannot('Say who answers for the stage, and the day it is looked at again.') : stage;
};

const addStage = deed(
  'add-stage',
  { pathway: StageId, stage: Json, at: Where.describe('Before a stage, or on the way of one outcome.') },
  {
    touches: ({ pathway, stage }) => `pathways/${pathway}/stages/${textOf(stage, 'id')}`,
    words: (documents, { pathway, stage, at: where }) => {
      const added = `Adds the stage ${quoted(textOf(stage, 'title'))}`;
      if ('before' in where) return `${added} before ${stageTitle(documents, pathway, where.before)}.`;
      return `${added} after ${stageTitle(documents, pathway, where.after)}, for the outcome ${quoted(where.outcome)}.`;
    },
    apply: (documents, { pathway, stage, at: where }) =>
      edited(documents, 'pathways', pathway, (json) => {
        const own = newStage(json, stage);
        if (isCannot(own)) return own;
        return 'before' in where ? putBefore(json, own, where.before) : putAfter(json, own, where.after, where.outcome);
      }),
  },
);

const StageFields = z
  .object({
    title: z.string(),
    forThePerson: z.string(),
    who: ActingRole,
    promise: PromiseRule,
    form: StageId,
    includes: z.array(StageId).max(10),
    owner: keptBy.owner.unwrap(),
    lookAgainOn: keptBy.lookAgainOn.unwrap(),
  })
  .partial()
  .strict();

const SET_WORDS: Readonly<Record<keyof z.infer<typeof StageFields>, string>> = {
  title: 'what staff call it',
  forThePerson: 'what the person reads',
  who: 'who it waits for',
  promise: 'the promise',
  form: 'its form',
  includes: 'the forms merged into it',
  owner: 'who answers for it',
  lookAgainOn: 'when it is looked at again',
};

const changeStage = deed(
  'change-stage',
  { ...place, set: StageFields },
  {
    touches: at,
    words: (documents, { pathway, stage, set }) => {
      const parts = Object.keys(set).map((name) => SET_WORDS[name as keyof typeof set]);
      return `Changes ${listed(parts) || 'nothing'} at the stage ${stageTitle(documents, pathway, stage)}.`;
    },
    apply: (documents, { pathway, stage, set }) =>
      editedStage(documents, pathway, stage, (own) => {
        if (own.kind === 'resource-allocation' && ('who' in set || 'promise' in set || 'includes' in set))
          return cannot(`${quoted(own.title)} works by itself: nobody acts in it, and it has no promise and no forms.`);
        if (own.kind !== 'form' && 'form' in set)
          return cannot(`${quoted(own.title)} has a page of its own, so it has no form to choose.`);
        const fields = set.includes?.length === 0 ? { ...set, includes: null } : set;
        return withFields(own as Extract<StageJson, { kind: 'form' }>, fields, STAGE_ORDER);
      }),
  },
);

const moveStage = deed(
  'move-stage',
  { ...place, place: z.int().min(0).max(1000) },
  {
    touches: at,
    words: (documents, { pathway, stage, place: to }) =>
      `Lists the stage ${stageTitle(documents, pathway, stage)} as number ${to + 1}. Where cases go is as it was.`,
    apply: (documents, { pathway, stage, place: to }) =>
      edited(documents, 'pathways', pathway, (json) => {
        const own = stageIn(json, stage);
        if (isCannot(own)) return own;
        return { ...json, stages: putIn(takenOut(json.stages, json.stages.indexOf(own)), to, own) };
      }),
  },
);

export const STAGE_DEEDS = [removeStage, addStage, changeStage, moveStage] as const;
