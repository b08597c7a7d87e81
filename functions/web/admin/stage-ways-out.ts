/**
 * The ways a stage can be taken out: where cases would go instead, which of its forms could be kept, what leads to it. Each is tried
 * before anybody does it, as every other change is (`what-it-breaks.tsx`).
 */
import { readRoom } from '../../../lib/app/configuring/documents.ts';
import type { OperationOf } from '../../../lib/app/configuring/operation.ts';
import { canBeIncluded } from '../../../lib/app/configuring/operations/pathway-stages.ts';
import type { Destination, StageDef } from '../../../lib/domain/stage.ts';
import { dutiesAt } from '../../../lib/pathway/duties-at.ts';
import { faultsOf } from './draft-page.tsx';
import type { StageVisit } from './pathway-page.tsx';
import { leadValue, waysOf } from './stage-words.ts';
import { stopsOf, type Tried, tried } from './what-it-breaks.tsx';

type Onward = { readonly outcomes: readonly string[]; readonly to: Destination };

/** Where the stage leads on to, each place once; back to itself is no way on. */
export const onwardsOf = (stage: StageDef): Onward[] => {
  const ways = new Map<string, Onward>();
  for (const { outcome, to } of waysOf(stage)) {
    if ('stage' in to && to.stage === stage.id) continue;
    const key = leadValue(to);
    ways.set(key, { to, outcomes: [...(ways.get(key)?.outcomes ?? []), outcome] });
  }
  return [...ways.values()];
};

/** The forms that can go on being filled in at another stage: the story and parts, never one that ends a stage by itself. */
export const keepableForms = ({ stage, view }: StageVisit): string[] => [
  ...(stage.kind === 'form' && canBeIncluded(view.after, stage.form) ? [stage.form] : []),
  ...('includes' in stage ? (stage.includes ?? []) : []),
];

type TakingOut = Pick<OperationOf<'remove-stage'>, 'onward' | 'keepForms'>;

export const removal = ({ pathway, stage }: StageVisit, { onward, keepForms }: TakingOut): OperationOf<'remove-stage'> => ({
  type: 'remove-stage',
  pathway: pathway.id,
  stage: stage.id,
  onward,
  keepForms: keepForms === true,
});

/** The law of every duty that this stage is one way to discharge. */
export const lawsServed = ({ view, pathway, stage }: StageVisit): string[] => {
  const register = readRoom(view.after, 'duties').values.find(({ jurisdiction }) => jurisdiction === pathway.jurisdiction);
  return register ? [...new Set(dutiesAt(register, pathway, stage).map(({ law }) => law))] : [];
};

/** What leads to the stage now: titles of other stages with the outcome, and where it is an entry. */
export const leadingTo = ({ pathway, stage }: StageVisit): { readonly title: string; readonly outcome: string }[] =>
  pathway.stages
    .filter(({ id }) => id !== stage.id)
    .flatMap((each) =>
      waysOf(each)
        .filter(({ to }) => 'stage' in to && to.stage === stage.id)
        .map(({ outcome }) => ({ title: each.title, outcome })),
    );

/** One way of taking it out, tried. */
export type WayOut = { readonly onward: Onward; readonly keepForms: boolean; readonly result: Tried };

/** Every way of taking it out: each place that follows, with its forms kept and without. */
export const waysOut = (visit: StageVisit, forms: readonly string[]): WayOut[] => {
  const now = faultsOf(visit);
  return onwardsOf(visit.stage).flatMap((onward) =>
    (forms.length > 0 ? [true, false] : [false]).map((keepForms) => {
      const operation = removal(visit, { onward: onward.outcomes[0] ?? '', keepForms });
      return { onward, keepForms, result: tried(visit, operation, now) };
    }),
  );
};

/** What stands in the way of one choice whatever else is chosen. */
export const sharedStops = (ways: readonly WayOut[]): string[] => {
  const [first = [], ...others] = ways.map(({ result }) => stopsOf(result));
  return first.filter((each) => others.every((other) => other.includes(each)));
};
