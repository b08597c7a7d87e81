/**
 * A remembered date in three boxes. Posts `<name>-day`, `<name>-month` and `<name>-year`, as typed; nothing is checked here.
 * The day box has the field's name as its id, so the error summary leads to it.
 */
import { type FieldProps, hintAndError, legendOf } from './field-parts.ts';
import { govuk } from './govuk.ts';
import type { Words } from './html.ts';

export type DateParts = {
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly year?: string | undefined;
};

type DateInputProps = FieldProps & {
  readonly legend: Words;
  readonly value?: DateParts | undefined;
  /** The person's own date of birth: the browser may fill it in. */
  readonly birthday?: boolean | undefined;
};

const PARTS = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const;

export const DateInput = (props: DateInputProps) =>
  govuk('date-input', {
    id: `${props.name}-date`,
    fieldset: { legend: legendOf(props.legend, props.pageHeading) },
    ...hintAndError(props),
    items: PARTS.map(({ part, label, width }) => ({
      id: part === 'day' ? props.name : `${props.name}-${part}`,
      name: `${props.name}-${part}`,
      label,
      value: props.value?.[part] ?? '',
      error: Boolean(props.error),
      classes: `govuk-input--width-${width}`,
      ...(props.birthday ? { autocomplete: `bday-${part}` } : {}),
    })),
  });

/** The three boxes of a stored date; nothing for no date. @example dateParts('2026-04-03') // { day: '3', month: '4', year: '2026' } */
export function dateParts(date: string | undefined): DateParts {
  const [year, month, day] = (date ?? '').split('-');
  return { day: day?.replace(/^0/, ''), month: month?.replace(/^0/, ''), year: year || undefined };
}
