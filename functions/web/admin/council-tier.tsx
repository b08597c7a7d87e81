/** One tier of who agrees what: adding one, changing one. A new tier asks who answers for it and when it is looked at again. */
import type { Tier } from '../../../lib/domain/approval-scheme.ts';
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Council } from '../../../lib/domain/council.ts';
import { Radios } from '../kit/choices.tsx';
import { DateInput, dateParts } from '../kit/date-input.tsx';
import { MoneyInput, TextInput } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';
import { poundsTyped } from '../shared/pounds-typed.ts';
import { boxesOf, dayIn } from '../shared/three-box-date.ts';
import { findCouncil } from './council-details.tsx';
import { decidedPage, type Filled, type ReadDeed, valueIn, wrong } from './decided-page.tsx';
import { named } from './decided-reading.ts';
import { figure, figureErrors, needed, poundsIn, wholeIn } from './typed-figures.ts';

type OwnTier = { readonly council: Council; readonly tier: Tier | undefined };

const TierFields = ({ tier, filled }: { readonly tier: Tier | undefined; readonly filled: Filled }) => {
  const { errors, typed } = filled;
  return (
    <>
      <TextInput
        name="title"
        label="Who agrees?"
        hint="Such as: team manager."
        value={valueIn(filled, 'title', tier?.title)}
        error={errors.title}
      />
      <MoneyInput
        name="from"
        label="Plans from"
        per="a week"
        value={valueIn(filled, 'from', tier && poundsTyped(tier.from))}
        error={errors.from}
      />
      <MoneyInput
        name="to"
        label="Plans up to"
        hint="This amount is still in it. Left empty: there is no end. The tiers beside it move, so that no amount is left out."
        per="a week"
        value={valueIn(filled, 'to', tier && tier.to !== null ? poundsTyped(tier.to) : '')}
        error={errors.to}
      />
      <Radios
        name="panel"
        legend="Does a panel meet?"
        hint="Guidance wants a panel for the largest plans only, and it edits nothing (CASS 10.85)."
        choices={[
          { value: 'no', text: 'No, one person agrees' },
          { value: 'yes', text: 'Yes' },
        ]}
        value={valueIn(filled, 'panel', tier?.panel ? 'yes' : 'no')}
        error={errors.panel}
      />
      <TextInput
        name="days"
        label="Working days the panel has"
        hint="From 1 to 20. Only for a panel."
        width={3}
        inputmode="numeric"
        value={valueIn(filled, 'days', tier?.panel && String(tier.panel.workingDays))}
        error={errors.days}
      />
      <TextInput
        name="owner"
        label="Who answers for this tier?"
        hint="A team or a post, such as: head of adult care. They say one day whether it is still worth it."
        value={valueIn(filled, 'owner', tier?.owner)}
        error={errors.owner}
      />
      <DateInput
        name="again"
        legend="When is it looked at again?"
        value={typed ? boxesOf(typed, 'again') : dateParts(tier?.lookAgainOn)}
        error={errors.again}
      />
    </>
  );
};

const idFrom = (title: string, taken: readonly string[]): string => {
  const base =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 50) || 'tier';
  return taken.includes(base) ? `${base}-${taken.length + 1}` : base;
};

const panelDays = (typed: Typed) => {
  if (text(typed, 'panel') !== 'yes') return { value: undefined };
  const message = 'Write how many working days the panel has, from 1 to 20.';
  const days = needed(wholeIn(typed, 'days'), message);
  const value = figure(days);
  return value !== undefined && (value < 1 || value > 20) ? { message } : days;
};

const readTier = ({ council, tier }: OwnTier, typed: Typed): ReadDeed => {
  const [title, owner] = [text(typed, 'title').trim(), text(typed, 'owner').trim()];
  const from = needed(poundsIn(typed, 'from'), 'Write where it begins. From nothing is 0.');
  const [to, days, again] = [poundsIn(typed, 'to'), panelDays(typed), dayIn(typed, 'again')];
  const isNew = tier === undefined;
  const errors = {
    ...(title === '' || title.length > 80 ? { title: 'Say who agrees, in up to 80 letters.' } : {}),
    ...figureErrors({ from, to, days }),
    ...(isNew && owner === '' ? { owner: 'Say who answers for it.' } : {}),
    ...(again.message ? { again: again.message } : isNew && !again.date ? { again: 'Write the day it is looked at again.' } : {}),
  };
  const begins = figure(from);
  if (Object.keys(errors).length > 0 || begins === undefined) return wrong(errors);
  const id = tier?.id ?? idFrom(title, council.approval?.tiers.map((each) => each.id) ?? []);
  const workingDays = figure(days);
  const after: Tier = {
    id,
    title,
    from: begins,
    to: figure(to) ?? null,
    ...(workingDays !== undefined && { panel: { workingDays } }),
    ...(owner !== '' && { owner: owner.slice(0, 80) }),
    ...(again.date && { lookAgainOn: again.date }),
  };
  return { type: 'set-tier', council: council.id, tier: after };
};

const tierPage = (path: string, find: (council: Council, id: string) => Tier | 'new' | undefined) =>
  decidedPage<OwnTier>({
    path: `/council/${path}`,
    part: 'Council',
    find: (visit) => {
      const council = findCouncil(visit);
      const found = council && find(council, named(visit, 'tier'));
      return council && found ? { council, tier: found === 'new' ? undefined : found } : undefined;
    },
    title: ({ tier }) => (tier ? `Change the tier “${tier.title}”` : 'Add a tier'),
    above: ({ tier }) =>
      tier ? (
        <p class="govuk-body">
          {tier.lookAgainOn
            ? `To be looked at again on ${formatDate(tier.lookAgainOn)}.`
            : 'No day to look at it again is named.'}
        </p>
      ) : (
        <p class="govuk-body">
          Every tier is one more wait. Add one only where somebody can say which plans it would change, and how they would know.
        </p>
      ),
    fields: ({ tier }, filled) => <TierFields tier={tier} filled={filled} />,
    submit: 'Keep this tier',
    field: 'to',
    read: readTier,
    back: () => '/council/tiers',
  });

export const newTier = tierPage('add-tier', () => 'new');
export const changeTier = tierPage('tiers/:tier', ({ approval }, id) => approval?.tiers.find((each) => each.id === id));
