/**
 * The boxes of one question, for each type; and what stands in them when an answer is held. Not what may be answered (the domain's
 * `answer-rules.ts`) nor how it is read back (`read-field.ts`).
 */
import { isAddress, isLifeArea, isTalk, type Row, type Value } from '../../../lib/domain/answer.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { bankOf, type Question, type QuestionOf } from '../../../lib/domain/question.ts';
import { wordsFor } from '../../../lib/domain/ras-model.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import { Checkboxes, Radios } from '../kit/choices.tsx';
import { DateInput, dateParts } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html, Words } from '../kit/html.ts';
import { MoneyInput, Textarea, TextInput } from '../kit/text-fields.tsx';
import { list, type Typed, text } from '../page.ts';
import { areaOf, shareChoices } from './answer-words.tsx';
import { fieldOf, partOf, rowField } from './read-field.ts';
import { said } from './said.tsx';

const LONGEST = 4000;

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

const YES_NO = [
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

const LifeArea = ({
  question,
  configuration,
  reader,
  typed,
  errors,
  heading,
  children,
}: FieldProps & { readonly question: QuestionOf<'life-area'> }) => {
  const name = fieldOf(question.id);
  const area = areaOf(question, configuration.model);
  const at = (part: string) => ({
    name: partOf(name, part),
    value: text(typed, partOf(name, part)),
    error: errors[partOf(name, part)],
  });
  const register = reader.easy ? 'easyRead' : 'en';
  const they = reader.about;
  return (
    <>
      <Radios
        {...at('option')}
        legend={said(question.ask, reader)}
        pageHeading={heading}
        hint={say(question.hint, reader) || wordsFor(area?.help, register, '')}
        choices={(area?.options ?? []).map(({ id, text: words }) => ({ value: id, text: wordsFor(words, register, id) }))}
      />
      {children}
      <Radios
        {...at('share')}
        legend="How much of this do family or friends do now?"
        hint={they ? 'You can leave this if they need no help with it.' : 'You can leave this if you need no help with it.'}
        choices={shareChoices(configuration.model?.informal.shares ?? [0])}
      />
      <Radios
        {...at('willing')}
        legend="Are they willing and able to go on?"
        hint="Answer this only if someone helps now. No one has to do it. If you are not sure, choose no, and then we do not count it."
        choices={YES_NO}
        inline
      />
      <Textarea
        {...at('words')}
        label={they ? 'Tell us more, in their own words if you can' : 'Tell us more in your own words, if you want to'}
        hint="For example, what a good day and a bad day are like."
        limit={LONGEST}
      />
    </>
  );
};

const Group = (props: FieldProps & { readonly question: QuestionOf<'group'> }) => {
  const { question, configuration, reader, typed, errors, rows = 1, heading } = props;
  const bank = bankOf(configuration.questions);
  const fields = question.of.flatMap((id) => bank.get(id) ?? []);
  const item = say(question.itemName, reader);
  return (
    <fieldset class="govuk-fieldset">
      <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${heading ? 'l' : 'm'}`}>
        {heading ? <h1 class="govuk-fieldset__heading">{said(question.ask, reader)}</h1> : said(question.ask, reader)}
      </legend>
      {question.hint ? <p class="govuk-hint">{say(question.hint, reader)}</p> : null}
      {errors[fieldOf(question.id)] ? (
        <p class="govuk-error-message" id={fieldOf(question.id)}>
          {errors[fieldOf(question.id)]}
        </p>
      ) : null}
      {Array.from({ length: rows }, (_none, row) => (
        <fieldset class="govuk-fieldset ow-row">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            {item} {row + 1}
          </legend>
          {fields.map((field) => (
            <Plain
              {...props}
              question={field}
              name={rowField(question, row, field.id)}
              typed={typed}
              heading={false}
              reader={{ ...reader, about: true }}
            />
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
};

/** Everything that is a box or a list of choices by itself. */
const Plain = ({ question, reader, typed, errors, heading, name }: FieldProps & { readonly name: string }): Html | null => {
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

/** The boxes of one question. A finding has none: it is made on the page of the assessment. */
export const QuestionField = (props: FieldProps): Html | null => {
  const { question, children } = props;
  if (question.type === 'life-area') return <LifeArea {...props} question={question} />;
  return (
    <>
      {question.type === 'group' ? <Group {...props} question={question} /> : <Plain {...props} name={fieldOf(question.id)} />}
      {children}
    </>
  );
};

const single = (question: Question, value: Value, name: string): Record<string, string | string[]> => {
  if (question.type === 'date') {
    const { day = '', month = '', year = '' } = dateParts(String(value));
    return { [partOf(name, 'day')]: day, [partOf(name, 'month')]: month, [partOf(name, 'year')]: year };
  }
  if (question.type === 'yes-no') return { [name]: value === true ? 'yes' : 'no' };
  if (question.type === 'money') return { [name]: formatPence(Number(value)).replace('£', '') };
  if (isAddress(value)) {
    const [line1 = '', line2 = ''] = value.lines;
    return {
      [partOf(name, 'line1')]: line1,
      [partOf(name, 'line2')]: line2,
      [partOf(name, 'town')]: value.town,
      [partOf(name, 'postcode')]: value.postcode,
    };
  }
  if (isLifeArea(value)) {
    const willing = value.informalShare === 0 ? '' : value.willingAndAble ? 'yes' : 'no';
    return {
      [partOf(name, 'option')]: value.option,
      [partOf(name, 'share')]: String(value.informalShare),
      [partOf(name, 'willing')]: willing,
      [partOf(name, 'words')]: value.ownWords,
    };
  }
  return { [name]: Array.isArray(value) ? value.map(String) : String(value) };
};

/** A held answer as its boxes show it. */
export const typedFrom = (
  question: Question,
  value: Value | undefined,
  configuration: Pick<Configuration, 'questions'>,
): Record<string, string | string[]> => {
  if (value === undefined || isTalk(value)) return {};
  if (question.type !== 'group') return single(question, value, fieldOf(question.id));
  const bank = bankOf(configuration.questions);
  return Object.assign(
    {},
    ...(value as Row[]).flatMap((row, place) =>
      question.of.flatMap((id) => {
        const field = bank.get(id);
        const held = row[id];
        return field && held !== undefined ? [single(field, held as Value, rowField(question, place, id))] : [];
      }),
    ),
  );
};
