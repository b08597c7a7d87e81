/**
 * Who may agree what: tiers, plans agreed at once, and cover. Tiers always meet, so that moving one threshold moves its neighbour and
 * no amount is left out (V07). Whether somebody is there for each is told by the check (`lib/domain/council-faults.ts`).
 */
import { ApprovalScheme, Tier } from '../../../domain/approval-scheme.ts';
import { lacksKeeper } from '../../../domain/kept-by.ts';
import { formatPence } from '../../../domain/money.ts';
import { StageId } from '../../../domain/stage.ts';
import type { Documents } from '../documents.ts';
import {
  atCouncil,
  type CouncilJson,
  councilIn,
  councilName,
  editedCouncil,
  SCHEME_ORDER,
  type SchemeJson,
  type TierJson,
  whose,
} from './council-parts.ts';
import { type CannotDo, cannot, deed, isCannot, quoted } from './deed.ts';
import { withFields } from './field-order.ts';

const TIER_ORDER = ['id', 'title', 'from', 'to', 'panel', 'owner', 'lookAgainOn'];

const tierTitle = (documents: Documents, council: string | undefined, id: string): string => {
  const found = councilIn(documents, council);
  const tier = isCannot(found) ? undefined : found.json.approval?.tiers.find((each) => each.id === id);
  return quoted(tier?.title ?? id);
};

const amounts = ({ from, to }: TierJson): string =>
  to === null ? `from ${formatPence(from)} a week` : `from ${formatPence(from)} to ${formatPence(to)} a week`;

/** A tier with another end or beginning; the same one where nothing differs. A `to` of null is said, never left out. */
const set = (tier: TierJson, ends: Partial<Pick<TierJson, 'from' | 'to'>>): TierJson =>
  Object.entries(ends).every(([name, value]) => tier[name as keyof TierJson] === value) ? tier : { ...tier, ...ends };

/** The tiers on both sides of `tier`, made to meet it; one that would have nothing left is named. */
const meeting = (others: readonly TierJson[], tier: TierJson): TierJson[] | CannotDo => {
  const lower = others.filter(({ from }) => from < tier.from);
  const upper = others.filter(({ from }) => from >= tier.from);
  const [next] = upper;
  if (next && tier.to === null)
    return cannot(`${quoted(tier.title)} has no end, so nothing is left for ${quoted(next.title)}. Take that out first.`);
  const last = lower.at(-1);
  const below = last ? [...lower.slice(0, -1), set(last, { to: tier.from - 1 })] : [];
  const above = next && tier.to !== null ? [set(next, { from: tier.to + 1 }), ...upper.slice(1)] : [];
  const empty = [...below, ...above].find(({ from, to }) => to !== null && to < from);
  return empty
    ? cannot(`Nothing is left for ${quoted(empty.title)} then. Take that tier out first.`)
    : [...below, tier, ...above];
};

const editedScheme = (
  documents: Documents,
  council: string | undefined,
  edit: (scheme: SchemeJson) => SchemeJson | CannotDo,
): Documents | CannotDo =>
  editedCouncil(documents, council, ({ approval }): Partial<CouncilJson> | CannotDo => {
    if (!approval) return cannot('This council has no tiers yet. Add one first.');
    const after = edit(approval);
    return isCannot(after) ? after : { approval: after };
  });

const setTier = deed(
  'set-tier',
  { ...whose, tier: Tier },
  {
    touches: ({ council, tier }) => atCouncil(council, `approval/tiers/${tier.id}`),
    words: (_, { tier }) => `Has plans ${amounts(tier)} agreed by ${quoted(tier.title)}${tier.panel ? ', as a panel' : ''}.`,
    apply: (documents, { council, tier }) =>
      editedCouncil(documents, council, ({ approval }): Partial<CouncilJson> | CannotDo => {
        const own = approval?.tiers.find(({ id }) => id === tier.id);
        if (!own && lacksKeeper(tier)) return cannot('Say who answers for the tier, and the day it is looked at again.');
        if (tier.to !== null && tier.to < tier.from) return cannot(`${quoted(tier.title)} ends below where it begins.`);
        const { to, ...rest } = tier;
        const one = own ? set(withFields<TierJson>(own, { panel: null, ...rest }, TIER_ORDER), { to }) : tier;
        const tiers = meeting(approval?.tiers.filter((each) => each !== own) ?? [], one);
        if (isCannot(tiers)) return tiers;
        return { approval: approval ? { ...approval, tiers } : { tiers } };
      }),
  },
);

const withoutTier = (scheme: SchemeJson, id: string): SchemeJson | CannotDo => {
  const at = scheme.tiers.findIndex((tier) => tier.id === id);
  const gone = scheme.tiers[at];
  if (!gone) return cannot(`There is no tier ${quoted(id)}.`);
  const heir = scheme.tiers[at - 1] ?? scheme.tiers[at + 1];
  if (!heir) return cannot(`${quoted(gone.title)} agrees every plan. Add another tier before this one goes.`);
  const takes = at > 0 ? { to: gone.to } : { from: gone.from };
  return { ...scheme, tiers: scheme.tiers.flatMap((tier) => (tier === gone ? [] : tier === heir ? [set(tier, takes)] : [tier])) };
};

const removeTier = deed(
  'remove-tier',
  { ...whose, tier: StageId },
  {
    touches: ({ council, tier }) => atCouncil(council, `approval/tiers/${tier}`),
    words: (documents, { council, tier }) => {
      const found = councilIn(documents, council);
      const tiers = isCannot(found) ? [] : (found.json.approval?.tiers ?? []);
      const at = tiers.findIndex(({ id }) => id === tier);
      const heir = at < 0 ? undefined : (tiers[at - 1] ?? tiers[at + 1]);
      const out = `Takes out the tier ${tierTitle(documents, council, tier)}.`;
      return heir ? `${out} Its plans are agreed by ${quoted(heir.title)}.` : out;
    },
    apply: (documents, { council, tier }) => editedScheme(documents, council, (scheme) => withoutTier(scheme, tier)),
  },
);

const setAtOnce = deed(
  'set-at-once',
  { ...whose, atOnce: ApprovalScheme.shape.atOnce.unwrap().nullable() },
  {
    touches: ({ council }) => atCouncil(council, 'approval/atOnce'),
    words: (_, { atOnce }) => {
      if (!atOnce) return 'Has no plan agreed at once.';
      const read = atOnce.sampleOneIn === undefined ? 'none' : `one in ${atOnce.sampleOneIn}`;
      return `Has plans of ${formatPence(atOnce.upTo)} a week or less agreed at once, and ${read} read afterwards.`;
    },
    apply: (documents, { council, atOnce }) =>
      editedScheme(documents, council, (scheme) => withFields(scheme, { atOnce }, SCHEME_ORDER)),
  },
);

const setCover = deed(
  'set-cover',
  { ...whose, cover: ApprovalScheme.shape.cover.unwrap() },
  {
    touches: ({ council }) => atCouncil(council, 'approval/cover'),
    words: (documents, { council, cover }) =>
      `Has ${cover.length === 0 ? 'nobody' : cover.length} cover for others at ${councilName(documents, council)}.`,
    apply: (documents, { council, cover }) =>
      editedScheme(documents, council, (scheme) => withFields(scheme, { cover }, SCHEME_ORDER)),
  },
);

export const APPROVAL_DEEDS = [setTier, removeTier, setAtOnce, setCover] as const;
