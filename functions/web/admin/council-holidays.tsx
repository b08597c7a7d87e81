/** Bank holidays: days that count as no working day for any promise. What a promise is, and when it ends, is `lib/domain/calendar.ts`. */
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Council } from '../../../lib/domain/council.ts';
import { Checkboxes } from '../kit/choices.tsx';
import { DateInput } from '../kit/date-input.tsx';
import { list } from '../page.ts';
import { boxesOf, dayIn } from '../shared/three-box-date.ts';
import { findCouncil, toCouncil } from './council-details.tsx';
import { decidedPage, wrong } from './decided-page.tsx';
import { draftHref } from './draft-page.tsx';

export const councilHolidays = decidedPage<Council>({
  path: '/council/holidays',
  part: 'Council',
  find: findCouncil,
  title: () => 'Bank holidays',
  above: (_, visit) => (
    <p class="govuk-body">
      No promise counts these days.{' '}
      <a class="govuk-link" href={draftHref(visit.view.draft, '/council/add-holiday')}>
        Add one
      </a>
    </p>
  ),
  fields: ({ bankHolidays }, { errors, typed }) =>
    bankHolidays.length === 0 ? undefined : (
      <Checkboxes
        name="out"
        legend="Take some out"
        choices={bankHolidays.map((date) => ({ value: date, text: formatDate(date) }))}
        values={typed ? list(typed, 'out') : []}
        error={errors.out}
      />
    ),
  submit: 'Take them out',
  field: 'out',
  read: ({ id, bankHolidays }, typed) => {
    const out = list(typed, 'out');
    if (out.length === 0) return wrong({ out: 'Choose the days that go.' });
    return { type: 'change-council', council: id, set: { bankHolidays: bankHolidays.filter((date) => !out.includes(date)) } };
  },
  back: toCouncil,
});

export const addHoliday = decidedPage<Council>({
  path: '/council/add-holiday',
  part: 'Council',
  find: findCouncil,
  title: () => 'Add a bank holiday',
  fields: (_, { errors, typed }) => (
    <DateInput name="day" legend="Which day?" value={typed && boxesOf(typed, 'day')} error={errors.day} />
  ),
  submit: 'Add it',
  field: 'day',
  read: ({ id, bankHolidays }, typed) => {
    const { date, message } = dayIn(typed, 'day');
    if (!date) return wrong({ day: message ?? 'Write the day.' });
    return { type: 'change-council', council: id, set: { bankHolidays: [...bankHolidays, date] } };
  },
  back: () => '/council/holidays',
});
