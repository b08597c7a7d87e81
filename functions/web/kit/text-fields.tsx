/**
 * Writing something: one line, money, or several lines. Thin wrappers of the GOV.UK components; nothing is checked here.
 * Values are strings exactly as the person typed them, so a page shown again after an error loses nothing.
 */
import { type FieldProps, hintAndError, labelOf } from './field-parts.ts';
import { govuk } from './govuk.ts';
import type { Words } from './html.ts';

type TextProps = FieldProps & { readonly label: Words; readonly value?: string | undefined };

type TextInputProps = TextProps & {
  /** About how many characters are expected; the box is drawn to fit. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  /** What the browser may fill in: `name`, `email`, `tel`, `postal-code` … (WCAG 1.3.5). */
  readonly autocomplete?: string | undefined;
  readonly inputmode?: 'numeric' | 'decimal' | 'tel' | 'email' | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | undefined;
};

const base = (props: TextProps) => ({
  id: props.name,
  name: props.name,
  label: labelOf(props.label, props.pageHeading),
  ...hintAndError(props),
  ...(props.value ? { value: props.value } : {}),
});

/** One line of text. */
export const TextInput = (props: TextInputProps) =>
  govuk('input', {
    ...base(props),
    type: props.type ?? 'text',
    autocomplete: props.autocomplete,
    inputmode: props.inputmode,
    spellcheck: props.spellcheck,
    classes: props.width ? `govuk-input--width-${props.width}` : undefined,
  });

/** Pounds, as text: `12.50`. `per` is said after the box, such as "a week". */
export const MoneyInput = (props: TextProps & { readonly per?: string | undefined }) =>
  govuk('input', {
    ...base(props),
    type: 'text',
    prefix: { text: '£' },
    ...(props.per ? { suffix: { text: props.per } } : {}),
    inputmode: 'decimal',
    spellcheck: false,
    classes: 'govuk-input--width-5',
  });

type TextareaProps = TextProps & { readonly rows?: number | undefined; readonly limit?: number | undefined };

/** Several lines. With a `limit`, says how many characters are left; it never stops the person from typing. */
export const Textarea = ({ rows = 5, limit, ...props }: TextareaProps) => {
  // A browser drops the first line break after <textarea>; one more keeps the person's own.
  const parameters = { ...base({ ...props, value: props.value?.replace(/^\r?\n/, '\n\n') }), rows: String(rows) };
  return limit
    ? govuk('character-count', { ...parameters, maxlength: String(limit), threshold: '75' })
    : govuk('textarea', parameters);
};
