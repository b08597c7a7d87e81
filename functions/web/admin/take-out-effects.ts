/**
 * What taking out a stage comes to, before anybody does it: tried on the documents of the draft, never kept. What is taken out and how is
 * the operation's; whether the result is lawful is `documentsFaults`.
 */
import { type DocumentFault, type Documents, documentsFaults, readRoom } from '../../../lib/app/configuring/documents.ts';
import { apply, isCannot, type OperationOf } from '../../../lib/app/configuring/operation.ts';
import { canBeIncluded } from '../../../lib/app/configuring/operations/pathway-stages.ts';
import type { Destination, StageDef } from '../../../lib/domain/stage.ts';
import { dutiesAt } from '../../../lib/pathway/duties-at.ts';
import { faultsOf } from './draft-page.tsx';
import { faultWords } from './fault-lines.tsx';
import type { StageVisit } from './pathway-page.tsx';
import { leadValue, waysOf } from './stage-words.ts';

export type Onward = { readonly outcomes: readonly string[]; readonly to: Destination };

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

export type TakingOut = Pick<OperationOf<'remove-stage'>, 'onward' | 'keepForms'>;

export const removal = ({ pathway, stage }: StageVisit, { onward, keepForms }: TakingOut): OperationOf<'remove-stage'> => ({
  type: 'remove-stage',
  pathway: pathway.id,
  stage: stage.id,
  onward,
  keepForms: keepForms === true,
});

/** What would stand in the way of publishing and does not now; or why it cannot be done at all. */
export type Effect = { readonly cannot: string } | { readonly after: Documents; readonly newFaults: readonly DocumentFault[] };

const keyOf = ({ code, file, law, where }: DocumentFault): string => `${code} ${file} ${law ?? where}`;

/** Compared by what is wrong and not by its sentence: the story of a fault changes with every stage. */
export const effectOf = (visit: StageVisit, taking: TakingOut, now: readonly DocumentFault[]): Effect => {
  const after = apply(visit.view.after, removal(visit, taking));
  if (isCannot(after)) return after;
  const known = new Set(now.map(keyOf));
  return { after, newFaults: documentsFaults(after).filter((fault) => !known.has(keyOf(fault))) };
};

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
export type Tried = { readonly onward: Onward; readonly keepForms: boolean; readonly effect: Effect };

/** Every way of taking it out: each place that follows, with its forms kept and without. */
export const everyWay = (visit: StageVisit, forms: readonly string[]): Tried[] => {
  const now = faultsOf(visit);
  return onwardsOf(visit.stage).flatMap((onward) =>
    (forms.length > 0 ? [true, false] : [false]).map((keepForms) => {
      const effect = effectOf(visit, { onward: onward.outcomes[0] ?? '', keepForms }, now);
      return { onward, keepForms, effect };
    }),
  );
};

/** What would stand in the way, each once. */
export const stopsOf = (effect: Effect): string[] =>
  'cannot' in effect ? [effect.cannot] : [...new Set(effect.newFaults.map(faultWords))];

/** What stands in the way of one choice whatever else is chosen. */
export const sharedStops = (tried: readonly Tried[]): string[] => {
  const [first = [], ...others] = tried.map(({ effect }) => stopsOf(effect));
  return first.filter((each) => others.every((other) => other.includes(each)));
};
