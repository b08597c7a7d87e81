/**
 * Who agrees plans of which cost. Tiers always meet, so changing one moves its neighbour, and taking one out gives its plans to the tier
 * below: the operations see to that (`lib/app/configuring/operations/approvals.ts`). This page says it beforehand.
 */
import type { ApprovalScheme, Tier } from '../../../lib/domain/approval-scheme.ts';
import type { Council } from '../../../lib/domain/council.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { Radios } from '../kit/choices.tsx';
import { Table } from '../kit/tables.tsx';
import { text } from '../page.ts';
import { findCouncil } from './council-details.tsx';
import { decidedPage, type ReadDeed, valueIn, wrong } from './decided-page.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';

const range = ({ from, to }: Tier): string =>
  to === null ? `${formatPence(from)} and more` : `${formatPence(from)} to ${formatPence(to)}`;

const panelWords = ({ panel }: Tier): string =>
  panel ? `Yes, within ${panel.workingDays} working ${panel.workingDays === 1 ? 'day' : 'days'}` : 'No';

const keeper = ({ owner, lookAgainOn }: Tier): string =>
  [owner, lookAgainOn && `look again on ${lookAgainOn}`].filter(Boolean).join(', ') || 'Nobody named';

const TierTable = ({ visit, tiers }: { readonly visit: DraftVisit; readonly tiers: readonly Tier[] }) => (
  <Table
    caption="Tiers, the smallest plans first"
    head={[
      { text: 'Who agrees' },
      { text: 'Plans that cost, a week' },
      { text: 'A panel?' },
      { text: 'Kept by' },
      { text: 'Change' },
    ]}
    rowHeads
    rows={tiers.map((tier) => [
      tier.title,
      range(tier),
      panelWords(tier),
      keeper(tier),
      <a class="govuk-link" href={draftHref(visit.view.draft, `/council/tiers/${tier.id}`)}>
        Change<span class="govuk-visually-hidden"> the tier “{tier.title}”</span>
      </a>,
    ])}
    empty="There are no tiers: everybody agrees plans up to their own limit."
  />
);

/** Who takes over when a tier goes: the one below, and of the lowest the one above. */
const heirOf = (tiers: readonly Tier[], at: number): Tier | undefined => tiers[at - 1] ?? tiers[at + 1];

const outChoices = ({ tiers, atOnce }: ApprovalScheme) => [
  ...tiers.flatMap((tier, at) => {
    const heir = heirOf(tiers, at);
    return heir
      ? [
          {
            value: `tier:${tier.id}`,
            text: `The tier “${tier.title}”`,
            hint: `Plans of ${range(tier)} a week are then agreed by “${heir.title}”. Plans that wait there stay until their case is moved.`,
          },
        ]
      : [];
  }),
  ...tiers
    .filter(({ panel }) => panel)
    .map((tier) => ({
      value: `panel:${tier.id}`,
      text: `Only the panel of “${tier.title}”`,
      hint: 'The tier stays. One person with a limit that is high enough agrees, and nobody waits for a meeting.',
    })),
  ...(atOnce?.sampleOneIn === undefined
    ? []
    : [
        {
          value: 'sample',
          text: 'Reading some afterwards',
          hint: `One in ${atOnce.sampleOneIn} plans that were agreed at once is read now. None is then.`,
        },
      ]),
  ...(atOnce
    ? [
        {
          value: 'at-once',
          text: 'Agreeing at once',
          hint: `Plans up to ${formatPence(atOnce.upTo)} a week then wait until somebody looks at them.`,
        },
      ]
    : []),
];

const outDeed = ({ id, approval }: Council, out: string): ReadDeed => {
  const [what, which = ''] = out.split(':');
  const tier = approval?.tiers.find((each) => each.id === which);
  if (what === 'at-once') return { type: 'set-at-once', council: id, atOnce: null };
  if (what === 'sample' && approval?.atOnce) {
    const { sampleOneIn: _, ...atOnce } = approval.atOnce;
    return { type: 'set-at-once', council: id, atOnce };
  }
  if (!tier) return wrong({ out: 'Choose what goes.' });
  if (what === 'tier') return { type: 'remove-tier', council: id, tier: tier.id };
  const { panel: _, ...without } = tier;
  return { type: 'set-tier', council: id, tier: without };
};

export const councilTiers = decidedPage<Council>({
  path: '/council/tiers',
  part: 'Council',
  find: findCouncil,
  title: () => 'Who agrees what',
  above: ({ approval }, visit) => (
    <>
      <TierTable visit={visit} tiers={approval?.tiers ?? []} />
      <p class="govuk-body">
        <a class="govuk-link" href={draftHref(visit.view.draft, '/council/add-tier')}>
          Add a tier
        </a>
      </p>
    </>
  ),
  fields: ({ approval }, filled) => {
    const choices = approval ? outChoices(approval) : [];
    return choices.length === 0 ? undefined : (
      <Radios name="out" legend="Take one out" choices={choices} value={valueIn(filled, 'out')} error={filled.errors.out} />
    );
  },
  submit: 'Take it out',
  field: 'out',
  read: (council, typed) => outDeed(council, text(typed, 'out')),
});
