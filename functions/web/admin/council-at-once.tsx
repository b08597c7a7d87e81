/** Plans that are agreed as soon as they are ready, and who agrees for whom while they are away. The rules are `approval-scheme.ts`. */
import type { ApprovalScheme } from '../../../lib/domain/approval-scheme.ts';
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Council } from '../../../lib/domain/council.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { Checkboxes, Select } from '../kit/choices.tsx';
import { DateInput } from '../kit/date-input.tsx';
import { MoneyInput, TextInput } from '../kit/text-fields.tsx';
import { list, type Typed, text } from '../page.ts';
import { poundsTyped } from '../shared/pounds-typed.ts';
import { boxesOf, dayIn } from '../shared/three-box-date.ts';
import { findCouncil, toCouncil } from './council-details.tsx';
import { decidedPage, valueIn, wrong } from './decided-page.tsx';
import { draftHref } from './draft-page.tsx';
import { type Figure, figure, figureErrors, needed, poundsIn, wholeIn } from './typed-figures.ts';

type AtOnce = NonNullable<ApprovalScheme['atOnce']>;
type Percents = readonly { readonly name: string; readonly label: string; readonly of: (atOnce: AtOnce) => number | undefined }[];
const NUMBERS: Percents = [
  { name: 'above', label: 'At most so many percent above the up-front figure', of: ({ abovePercent }) => abovePercent },
  { name: 'below', label: 'At most so many percent below it', of: ({ belowPercent }) => belowPercent },
  { name: 'sample', label: 'One in how many is read afterwards (left empty: none)', of: ({ sampleOneIn }) => sampleOneIn },
];

const PERCENT = 'Write a percent from 0 to 100.';
const between = (typed: Typed, field: string, least: number, most: number): Figure => {
  const message = `Write a whole number from ${least} to ${most}.`;
  const read = wholeIn(typed, field);
  const value = figure(read);
  return value !== undefined && (value < least || value > most) ? { message } : read;
};

export const councilAtOnce = decidedPage<Council>({
  path: '/council/at-once',
  part: 'Council',
  find: findCouncil,
  title: () => 'Plans that are agreed at once',
  above: (_, visit) => (
    <p class="govuk-body">
      A plan inside these limits waits for nobody. To have none agreed at once, take it out of{' '}
      <a class="govuk-link" href={draftHref(visit.view.draft, '/council/tiers')}>
        who agrees what
      </a>
      .
    </p>
  ),
  fields: ({ approval }, filled) => {
    const atOnce = approval?.atOnce;
    return (
      <>
        <MoneyInput
          name="upTo"
          label="Plans up to"
          hint="This amount is still in it. No plan that goes to a panel can be."
          per="a week"
          value={valueIn(filled, 'upTo', atOnce && poundsTyped(atOnce.upTo))}
          error={filled.errors.upTo}
        />
        {NUMBERS.map(({ name, label, of }) => (
          <TextInput
            name={name}
            label={label}
            width={3}
            inputmode="numeric"
            value={valueIn(filled, name, atOnce && String(of(atOnce) ?? ''))}
            error={filled.errors[name]}
          />
        ))}
      </>
    );
  },
  submit: 'Keep these limits',
  field: 'upTo',
  read: ({ id }, typed) => {
    const upTo = needed(poundsIn(typed, 'upTo'), 'Write the most that a plan can cost.');
    const [above, below, sample] = [
      needed(between(typed, 'above', 0, 100), PERCENT),
      needed(between(typed, 'below', 0, 100), PERCENT),
      between(typed, 'sample', 1, 100),
    ];
    const errors = figureErrors({ upTo, above, below, sample });
    const [most, abovePercent, belowPercent, sampleOneIn] = [upTo, above, below, sample].map(figure);
    if (Object.keys(errors).length > 0 || most === undefined || abovePercent === undefined || belowPercent === undefined)
      return wrong(errors);
    const limits = { upTo: most, abovePercent, belowPercent, ...(sampleOneIn !== undefined && { sampleOneIn }) };
    return { type: 'set-at-once', council: id, atOnce: limits };
  },
  back: toCouncil,
});

const staffNamed = ({ demo }: Council, id: string): string => demo?.staff.find((each) => each.id === id)?.name ?? id;

export const councilCover = decidedPage<Council>({
  path: '/council/cover',
  part: 'Council',
  find: findCouncil,
  title: () => 'Who covers for whom',
  above: (_, visit) => (
    <p class="govuk-body">
      Cover is for some days and up to a limit, and nobody agrees what they wrote themself.{' '}
      <a class="govuk-link" href={draftHref(visit.view.draft, '/council/add-cover')}>
        Add cover
      </a>
    </p>
  ),
  fields: (council, { errors, typed }) => {
    const cover = council.approval?.cover ?? [];
    if (cover.length === 0) return <p class="govuk-body">Nobody covers for anybody.</p>;
    return (
      <Checkboxes
        name="out"
        legend="Take some out"
        choices={cover.map(({ of, by, from, until, limitPence }, place) => ({
          value: String(place),
          text: `${staffNamed(council, by)} for ${staffNamed(council, of)}`,
          hint: `${formatDate(from)} to ${formatDate(until)}, up to ${formatPence(limitPence)} a week`,
        }))}
        values={typed ? list(typed, 'out') : []}
        error={errors.out}
      />
    );
  },
  submit: 'Take them out',
  field: 'out',
  read: ({ id, approval }, typed) => {
    const out = list(typed, 'out');
    if (out.length === 0) return wrong({ out: 'Choose which cover goes.' });
    const cover = (approval?.cover ?? []).filter((_, place) => !out.includes(String(place)));
    return { type: 'set-cover', council: id, cover };
  },
  back: toCouncil,
});

export const addCover = decidedPage<Council>({
  path: '/council/add-cover',
  part: 'Council',
  find: findCouncil,
  title: () => 'Add cover',
  fields: (council, filled) => {
    const { errors, typed } = filled;
    const approvers = (council.demo?.staff ?? []).filter(({ roles }) => roles.includes('approver'));
    const choices = approvers.map(({ id, name }) => ({ value: id, text: name }));
    return (
      <>
        <Select name="of" label="Who is away?" choices={choices} value={valueIn(filled, 'of')} error={errors.of} />
        <Select name="by" label="Who agrees for them?" choices={choices} value={valueIn(filled, 'by')} error={errors.by} />
        <DateInput name="from" legend="From" value={typed && boxesOf(typed, 'from')} error={errors.from} />
        <DateInput name="until" legend="Until, this day included" value={typed && boxesOf(typed, 'until')} error={errors.until} />
        <MoneyInput name="limit" label="Up to" per="a week" value={valueIn(filled, 'limit')} error={errors.limit} />
      </>
    );
  },
  submit: 'Add cover',
  field: 'by',
  read: ({ id, approval }, typed) => {
    const [of, by] = [text(typed, 'of'), text(typed, 'by')];
    const [from, until] = [dayIn(typed, 'from'), dayIn(typed, 'until')];
    const limit = needed(poundsIn(typed, 'limit'), 'Write the most they can agree to.');
    const errors = {
      ...(of === by ? { by: 'Nobody covers for themself. Choose somebody else.' } : {}),
      ...(from.date ? {} : { from: from.message ?? 'Write the first day.' }),
      ...(until.date ? {} : { until: until.message ?? 'Write the last day.' }),
      ...figureErrors({ limit }),
    };
    const limitPence = figure(limit);
    if (Object.keys(errors).length > 0 || !from.date || !until.date || limitPence === undefined) return wrong(errors);
    const one = { of, by, from: from.date, until: until.date, limitPence };
    return { type: 'set-cover', council: id, cover: [...(approval?.cover ?? []), one] };
  },
  back: () => '/council/cover',
});
