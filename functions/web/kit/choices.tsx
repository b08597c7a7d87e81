/**
 * Choosing from a list: radios, checkboxes, a drop-down. Thin wrappers of the GOV.UK components; no question of any form is here.
 * The first choice has the field's name as its id, so the error summary leads to it.
 */
import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { type FieldProps, hintAndError, labelOf, legendOf } from './field-parts.ts';
import { govuk } from './govuk.ts';
import { type Html, textOrHtml, type Words } from './html.ts';

/** One thing to choose. `reveal` stands under it, with scripts and without: nobody has to notice that something has appeared. */
export type Choice =
  | { readonly value: string; readonly text: Words; readonly hint?: Words | undefined; readonly reveal?: Html | undefined }
  | { readonly divider: string };

type ChoicesProps = FieldProps & { readonly legend: Words; readonly choices: readonly Choice[] };

const itemOf = (choice: Choice, chosen: (value: string) => boolean) =>
  'divider' in choice
    ? { value: '', divider: choice.divider }
    : {
        value: choice.value,
        ...textOrHtml(choice.text),
        checked: chosen(choice.value),
        ...(choice.hint ? { hint: textOrHtml(choice.hint) } : {}),
        ...(choice.reveal ? { conditional: { html: choice.reveal } } : {}),
      };

/**
 * What stands under a choice, shown whatever is chosen. The script of GOV.UK would hide it and say `aria-expanded` of a radio, which
 * ARIA 1.2 does not allow. Only the template's own attributes match: quotes that somebody typed are escaped.
 */
const alwaysShown = (radios: HtmlEscapedString): HtmlEscapedString =>
  raw(
    String(radios)
      .replaceAll(/ data-aria-controls="[^"]*"/g, '')
      .replaceAll('class="govuk-radios__conditional govuk-radios__conditional--hidden"', 'class="govuk-radios__conditional"'),
  );

/** One answer out of a few. `inline` only for two short answers. */
export const Radios = (props: ChoicesProps & { readonly value?: string | undefined; readonly inline?: boolean | undefined }) => {
  const radios = govuk('radios', {
    name: props.name,
    fieldset: { legend: legendOf(props.legend, props.pageHeading) },
    ...hintAndError(props),
    items: props.choices.map((choice) => itemOf(choice, (value) => value === props.value)),
    ...(props.inline ? { classes: 'govuk-radios--inline' } : {}),
  });
  return props.choices.some((choice) => 'reveal' in choice) ? alwaysShown(radios) : radios;
};

/** Any number of answers, posted under one name. */
export const Checkboxes = (props: ChoicesProps & { readonly values?: readonly string[] | undefined }) =>
  govuk('checkboxes', {
    name: props.name,
    fieldset: { legend: legendOf(props.legend, props.pageHeading) },
    ...hintAndError(props),
    items: props.choices.map((choice) => itemOf(choice, (value) => props.values?.includes(value) ?? false)),
  });

type SelectProps = FieldProps & {
  readonly label: Words;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly value?: string | undefined;
};

/** One answer out of many, for staff. Citizens get radios: a drop-down is hard to use for many people. */
export const Select = (props: SelectProps) =>
  govuk('select', {
    id: props.name,
    name: props.name,
    label: labelOf(props.label, props.pageHeading),
    ...hintAndError(props),
    items: props.choices.map(({ value, text }) => ({ value, text, selected: value === props.value })),
  });
