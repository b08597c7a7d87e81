/**
 * A new stage out of what was typed: its id, how it can end, and where all but its first way lead. The first one leads on to where the
 * way led before the stage came, which the operation sees to. Whether it is a stage is the operation's to say.
 */
import type { OperationOf } from '../../../lib/app/configuring/operation.ts';
import type { Form } from '../../../lib/domain/form.ts';
import { type Destination, OUTCOMES, StageKind } from '../../../lib/domain/stage.ts';
import type { Pathway } from '../../../lib/pathway/schema.ts';
import { type Typed, text } from '../page.ts';
import { readStageFields } from './stage-fields.tsx';
import { waysOf } from './stage-words.ts';

/** On the way of one outcome of one stage. */
export type Place = { readonly after: string; readonly outcome: string };

/** Every way a stage can be put on, as values of a choice: `planning/ready`. */
export const placesIn = ({
  stages,
}: Pathway): (Place & { readonly value: string; readonly title: string; readonly to: Destination })[] =>
  stages.flatMap((stage) =>
    waysOf(stage).map(({ outcome, to }) => ({
      after: stage.id,
      outcome,
      to,
      title: stage.title,
      value: `${stage.id}/${outcome}`,
    })),
  );

export const placeOf = (pathway: Pathway, value: string): Place | undefined => {
  const found = placesIn(pathway).find((each) => each.value === value);
  return found && { after: found.after, outcome: found.outcome };
};

export const kindTyped = (typed: Typed): StageKind | undefined => StageKind.options.find((kind) => kind === text(typed, 'kind'));

const LONGEST_ID = 50;

/**
 * An id out of a title, unlike all that are taken: ids are stored on cases, so people do not have to think of one.
 * @example idOutOf('A second look!', ['a-second-look']) // 'a-second-look-2'
 */
export const idOutOf = (title: string, taken: readonly string[]): string => {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, LONGEST_ID)
    .replace(/-+$/, '');
  const id = words || 'stage';
  if (!taken.includes(id)) return id;
  let number = 2;
  while (taken.includes(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
};

/** What every other way out of each kind leads to at first: back, or to the end it is named for. */
const ENDS: Readonly<Record<string, Destination>> = {
  'not-eligible': { end: 'advice-given' },
  'support-ends': { end: 'support-ended' },
};

const namesOf = (kind: StageKind, form: Form | undefined): readonly string[] => {
  if (kind !== 'form') return OUTCOMES[kind];
  if (form?.page === 'questions') return Object.keys(form.outcomes);
  return [form?.page === 'plan' ? 'ready' : form?.page === 'story' ? 'submitted' : 'done'];
};

const outcomesOf = (kind: StageKind, form: Form | undefined, { after }: Place): Record<string, Destination> =>
  Object.fromEntries(namesOf(kind, form).map((name) => [name, (kind !== 'form' && ENDS[name]) || { stage: after }] as const));

/** The operation for what was typed; `taken` are ids that no new stage may have. */
export const newStage = (
  pathway: Pathway,
  forms: readonly Form[],
  { typed, kind, place, taken }: { typed: Typed; kind: StageKind; place: Place; taken: readonly string[] },
): OperationOf<'add-stage'> => {
  const { title, forThePerson, who, promise, form, owner, lookAgainOn } = readStageFields(typed);
  const human = kind === 'resource-allocation' ? {} : { who, promise };
  const own = forms.find(({ id }) => id === form);
  const stage = {
    id: idOutOf(title, taken),
    kind,
    title,
    forThePerson,
    owner,
    lookAgainOn,
    ...human,
    ...(kind === 'form' && { form }),
    outcomes: outcomesOf(kind, own, place),
  };
  return { type: 'add-stage', pathway: pathway.id, stage, at: place };
};
