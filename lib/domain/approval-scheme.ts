/**
 * Who may agree what: a council's scheme of delegation as data. Tiers by weekly cost without gap or overlap, plans that are agreed at once,
 * cover with dates and a limit. A panel has a threshold and a time limit and edits nothing (CASS 10.85). Not the decision: `approval.ts`.
 */
import * as z from 'zod';
import { ActorId } from './actor.ts';
import { IsoDate } from './calendar.ts';
import { keptBy } from './kept-by.ts';
import { formatPence, type Pence } from './money.ts';
import { StageId } from './stage.ts';

const WeeklyPence = z.int('An amount is a whole number of pence.').min(0).max(100_000_000);

export const Tier = z
  .object({
    id: StageId,
    title: z.string().min(1).max(80).describe('Who agrees plans of this cost.'),
    /** Pence a week: from this amount, the amount itself included … */
    from: WeeklyPence,
    /** … up to and including this one; null for no end. */
    to: WeeklyPence.nullable(),
    /** Present for a panel: how many working days it has. */
    panel: z
      .object({ workingDays: z.int().min(1).max(20) })
      .strict()
      .optional(),
    ...keptBy,
  })
  .strict();
export type Tier = z.infer<typeof Tier>;

export const ApprovalScheme = z
  .object({
    tiers: z.array(Tier).min(1),
    /** Plans inside these are agreed as soon as they are ready, and one in `sampleOneIn` is read afterwards; none where it is left out. */
    atOnce: z
      .object({
        upTo: WeeklyPence,
        abovePercent: z.int().min(0).max(100),
        belowPercent: z.int().min(0).max(100).default(25),
        sampleOneIn: z.int().min(1).max(100).optional(),
      })
      .strict()
      .optional(),
    cover: z
      .array(z.object({ of: ActorId, by: ActorId, from: IsoDate, until: IsoDate, limitPence: WeeklyPence }).strict())
      .default([]),
  })
  .strict();
export type ApprovalScheme = z.infer<typeof ApprovalScheme>;

export type SchemeFault = { readonly code: SchemeFaultCode; readonly where: string; readonly message: string };
type SchemeFaultCode =
  | 'tiers-start-above-nothing'
  | 'tiers-leave-a-gap'
  | 'tiers-overlap'
  | 'tiers-end-too-soon'
  | 'tier-upside-down'
  | 'panel-without-threshold'
  | 'panel-below-others'
  | 'cover-for-oneself'
  | 'cover-ends-before-it-starts'
  | 'cover-without-limit'
  | 'at-once-past-the-panel'
  | 'duplicate-id';

const fault = (code: SchemeFaultCode, where: string, message: string): SchemeFault => ({ code, where, message });
const a = (pence: Pence): string => `${formatPence(pence)} a week`;

/** What is wrong between one tier and the next. Whole pence, so the next begins exactly one penny on. */
const between = (lower: Tier, upper: Tier, place: number): SchemeFault[] => {
  const where = `tiers[${place + 1}].from`;
  if (lower.to === null)
    return [fault('tiers-overlap', where, `“${lower.title}” has no end, so no tier can come after it. Give it a “to”.`)];
  if (upper.from > lower.to + 1) {
    const message = `Nobody agrees a plan between ${a(lower.to + 1)} and ${a(upper.from - 1)}. Begin at ${lower.to + 1}.`;
    return [fault('tiers-leave-a-gap', where, message)];
  }
  if (upper.from <= lower.to)
    return [fault('tiers-overlap', where, `${a(upper.from)} is in “${lower.title}” already. Begin at ${lower.to + 1}.`)];
  return [];
};

const ofTier = (tier: Tier, place: number, tiers: readonly Tier[]): SchemeFault[] => {
  const where = `tiers[${place}]`;
  const found: SchemeFault[] = [];
  if (tier.to !== null && tier.to < tier.from)
    found.push(fault('tier-upside-down', `${where}.to`, `“${tier.title}” ends below where it begins.`));
  if (tiers.findIndex(({ id }) => id === tier.id) !== place)
    found.push(fault('duplicate-id', `${where}.id`, `“${tier.id}” is already the id of another tier.`));
  if (tier.panel && tier.from === 0) {
    const message =
      'A panel for every plan is what guidance asks councils not to do. Give it a threshold above nothing (CASS 10.85).';
    found.push(fault('panel-without-threshold', `${where}.panel`, message));
  }
  if (tier.panel && tiers.slice(place + 1).some(({ panel }) => !panel))
    found.push(fault('panel-below-others', `${where}.panel`, 'A panel is only for the largest plans. Put it last.'));
  return found;
};

/** Guidance keeps a panel for the largest plans: none of those is agreed at once, unread. */
const atOnceFaults = ({ tiers, atOnce }: ApprovalScheme): SchemeFault[] => {
  const panel = tiers.find((tier) => tier.panel);
  if (!atOnce || !panel || atOnce.upTo < panel.from) return [];
  const message = `Plans of ${a(panel.from)} go to “${panel.title}”, so none of them is agreed at once. End below ${panel.from}.`;
  return [fault('at-once-past-the-panel', 'atOnce.upTo', message)];
};

const coverFaults = ({ cover }: ApprovalScheme): SchemeFault[] =>
  cover.flatMap(({ of, by, from, until, limitPence }, place) => [
    ...(of === by ? [fault('cover-for-oneself', `cover[${place}].by`, 'Nobody covers for themself.')] : []),
    ...(until < from
      ? [fault('cover-ends-before-it-starts', `cover[${place}].until`, 'Cover cannot end before it starts.')]
      : []),
    ...(limitPence === 0
      ? [
          fault(
            'cover-without-limit',
            `cover[${place}].limitPence`,
            'Cover up to nothing agrees nothing. Give it a limit above 0.',
          ),
        ]
      : []),
  ]);

/** What keeps a scheme from being published, each with its place (domain rules V07, V09). Whether people can work by it is `council-faults.ts`. */
export const schemeFaults = (scheme: ApprovalScheme): SchemeFault[] => {
  const { tiers } = scheme;
  const [first] = tiers;
  const last = tiers.at(-1);
  return [
    ...(first && first.from > 0
      ? [fault('tiers-start-above-nothing', 'tiers[0].from', `Nobody agrees a plan below ${a(first.from)}. Begin at 0.`)]
      : []),
    ...tiers.flatMap((tier, place) => ofTier(tier, place, tiers)),
    ...tiers.slice(0, -1).flatMap((tier, place) => between(tier, tiers[place + 1] as Tier, place)),
    ...(last && last.to !== null
      ? [
          fault(
            'tiers-end-too-soon',
            `tiers[${tiers.length - 1}].to`,
            `Nobody agrees a plan above ${a(last.to)}. Leave “to” null.`,
          ),
        ]
      : []),
    ...atOnceFaults(scheme),
    ...coverFaults(scheme),
  ];
};

/** The tier a weekly cost is in. A scheme without faults has exactly one for every cost. */
export const tierOf = ({ tiers }: ApprovalScheme, weeklyPence: Pence): Tier | undefined =>
  tiers.find(({ from, to }) => weeklyPence >= from && (to === null || weeklyPence <= to));
