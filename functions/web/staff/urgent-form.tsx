/**
 * The three facts of help that cannot wait: their fields, and reading what was typed. Used where it is started on a case and where a
 * case is opened with it. What is refused beyond that is the domain's (`urgent-support.ts`).
 */
import { type IsoDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { startFault, UrgentSupportContent } from '../../../lib/domain/urgent-support.ts';
import { DateInput, dateParts } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Textarea, TextInput } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';
import { readDate } from '../shared/read-date.ts';
import { type Read, readPlainly, written } from './read-plainly.ts';

const PARTS = ['day', 'month', 'year'] as const;

/** Today until something else is typed; an empty box that was sent stays empty. */
const dayTyped = (typed: Typed, now: Date) =>
  PARTS.some((part) => typed[`starts-${part}`] !== undefined)
    ? { day: text(typed, 'starts-day'), month: text(typed, 'starts-month'), year: text(typed, 'starts-year') }
    : dateParts(toIsoDate(now));

type UrgentFieldsProps = { readonly now: Date; readonly typed?: Typed | undefined; readonly errors?: FieldErrors | undefined };

export const UrgentFields = ({ now, typed = {}, errors = {} }: UrgentFieldsProps) => (
  <>
    <Textarea
      name="what"
      label="What is needed now"
      hint="For example: somebody to help them wash and eat, each morning and evening."
      rows={3}
      value={text(typed, 'what')}
      error={errors.what}
    />
    <TextInput name="who" label="Who gives it" value={text(typed, 'who')} error={errors.who} />
    <DateInput name="starts" legend="From which day" value={dayTyped(typed, now)} error={errors.starts} />
  </>
);

const dayOf = (typed: Typed, today: IsoDate): { date: IsoDate } | { message: string } => {
  const [day = '', month = '', year = ''] = PARTS.map((part) => text(typed, `starts-${part}`).trim());
  const read = readDate(day, month, year);
  if (!('date' in read)) return read;
  const fault = startFault(read.date, today);
  return fault ? { message: fault } : read;
};

/**
 * The three facts, or what to put right in each box. A day that is not soon is refused here already, so that no case is opened for help
 * that then does not start.
 */
export const readUrgent = (typed: Typed, today: IsoDate): Read<UrgentSupportContent> => {
  const day = dayOf(typed, today);
  const value = { what: written(typed, 'what'), who: text(typed, 'who'), startsOn: 'date' in day ? day.date : today };
  const read = readPlainly(UrgentSupportContent, value, ([first]) => ({ field: String(first) }));
  if ('message' in day) return { errors: { ...('errors' in read ? read.errors : {}), starts: day.message } };
  return read;
};

/** Whether anything of the three facts was written, the day aside: that is filled in already. */
export const urgentTyped = (typed: Typed): boolean => ['what', 'who'].some((field) => text(typed, field).trim() !== '');
