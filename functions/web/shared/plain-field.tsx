/** Every question that is a box or a list of choices by itself. Areas of life and groups, made of several, are `question-field.tsx`. */
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { Question, QuestionOf } from '../../../lib/domain/question.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import { Checkboxes, Radios } from '../kit/choices.tsx';
import { DateInput } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html, Words } from '../kit/html.ts';
import { MoneyInput, Textarea, TextInput } from '../kit/text-fields.tsx';
import { list, type Typed, text } from '../page.ts';
import { partOf } from './read-field.ts';
import { said } from './said.tsx';

export const LONGEST = 4000;

export type FieldProps = {
  readonly question: Question;
  readonly configuration: Pick<Configuration, 'questions' | 'model'>;
  readonly reader: Reader;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  /** The question is the page's heading. */
  readonly heading?: boolean | undefined;
  /** Rows of a group that are shown; one more is added by “Add another”. */
  readonly rows?: number | undefined;
  /** Drawn between the main part of a question and what is asked beside it. */
  readonly children?: Html | undefined;
};

export const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

/** What a browser may fill in (WCAG 1.3.5): only about the person themself, never about somebody else. */
const AUTOCOMPLETE: Readonly<Record<QuestionOf<'text'>['format'], string | undefined>> = {
  line: undefined,
  name: 'name',
  email: 'email',
  phone: 'tel',
  nino: undefined,
  'nhs-number': undefined,
  postcode: 'postal-code',
};

const PER = { week: 'a week', month: 'a month', year: 'a year', once: undefined } as const;

const SHORT = { postcode: 10, nino: 10, 'nhs-number': 20, phone: 20 } as const;
const textProps = ({ format }: QuestionOf<'text'>, about: boolean | undefined) => ({
  autocomplete: about ? undefined : AUTOCOMPLETE[format],
  spellcheck: format === 'line',
  width: format in SHORT ? SHORT[format as keyof typeof SHORT] : undefined,
  ...(format === 'email' ? ({ type: 'email' } as const) : format === 'phone' ? ({ type: 'tel' } as const) : {}),
  ...(format === 'nhs-number' ? ({ inputmode: 'numeric' } as const) : {}),
});

/** Where an address goes, line by line, by hand. */
const AddressField = ({
  name,
  legend,
  typed,
  errors,
  about,
}: {
  name: string;
  legend: Words;
  typed: Typed;
  errors: FieldErrors;
  about: boolean | undefined;
}) => {
  const at = (part: string, label: string, autocomplete: string, width?: 10 | 20) => (
    <TextInput
      name={partOf(name, part)}
      label={label}
      value={text(typed, partOf(name, part))}
      error={errors[partOf(name, part)]}
      autocomplete={about ? undefined : autocomplete}
      width={width}
    />
  );
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">{legend}</legend>
      {at('line1', 'Address line 1', 'address-line1')}
      {at('line2', 'Address line 2 (if there is one)', 'address-line2')}
      {at('town', 'Town or city', 'address-level2', 20)}
      {at('postcode', 'Postcode', 'postal-code', 10)}
    </fieldset>
  );
};

/** Everything that is a box or a list of choices by itself. */
export const PlainField = ({
  question,
  reader,
  typed,
  errors,
  heading,
  name,
}: FieldProps & { readonly name: string }): Html | null => {
  const asked = said(question.ask, reader);
  const field = { name, hint: say(question.hint, reader) || undefined, error: errors[name], pageHeading: heading };
  const value = text(typed, name);
  switch (question.type) {
    case 'text':
      return <TextInput {...field} {...textProps(question, reader.about)} label={asked} value={value} />;
    case 'long-text':
      return <Textarea {...field} label={asked} value={value} limit={LONGEST} />;
    case 'yes-no':
      return <Radios {...field} legend={asked} choices={YES_NO} value={value} inline />;
    case 'choose-one':
      return (
        <Radios
          {...field}
          legend={asked}
          value={value}
          choices={question.options.map(({ id, text: words, hint }) => ({
            value: id,
            text: said(words, reader),
            hint: say(hint, reader) || undefined,
          }))}
        />
      );
    case 'choose-many': {
      const alone = question.options.filter((option) => option.alone);
      const others = question.options.filter((option) => !option.alone);
      const choice = ({ id, text: words, hint }: (typeof question.options)[number]) => ({
        value: id,
        text: said(words, reader),
        hint: say(hint, reader) || undefined,
      });
      const choices = [...others.map(choice), ...(alone.length > 0 ? [{ divider: 'or' }, ...alone.map(choice)] : [])];
      return <Checkboxes {...field} legend={asked} values={list(typed, name)} choices={choices} />;
    }
    case 'date': {
      const at = (part: string) => text(typed, partOf(name, part));
      return (
        <DateInput
          {...field}
          legend={asked}
          birthday={question.birthday && !reader.about}
          value={{ day: at('day'), month: at('month'), year: at('year') }}
        />
      );
    }
    case 'money':
      return <MoneyInput {...field} label={asked} value={value} per={PER[question.per]} />;
    case 'number':
      return <TextInput {...field} label={asked} value={value} width={5} inputmode="decimal" spellcheck={false} />;
    case 'address':
      return (
        <AddressField
          name={name}
          legend={heading ? <h1 class="govuk-fieldset__heading">{asked}</h1> : asked}
          typed={typed}
          errors={errors}
          about={reader.about}
        />
      );
    default:
      return null;
  }
};
