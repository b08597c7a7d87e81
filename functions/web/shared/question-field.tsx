/**
 * The boxes of one question, whatever its type. What stands in them when an answer is held is `held-fields.ts`; what may be answered is
 * the domain's (`answer-rules.ts`); how it is read back is `read-field.ts`.
 */
import { bankOf, type QuestionOf } from '../../../lib/domain/question.ts';
import { wordsFor } from '../../../lib/domain/ras-model.ts';
import { say } from '../../../lib/domain/text.ts';
import { Radios } from '../kit/choices.tsx';
import type { Html } from '../kit/html.ts';
import { Textarea } from '../kit/text-fields.tsx';
import { text } from '../page.ts';
import { areaOf, shareChoices } from './answer-words.tsx';
import { type FieldProps, LONGEST, PlainField, YES_NO } from './plain-field.tsx';
import { fieldOf, partOf, rowField } from './read-field.ts';
import { said } from './said.tsx';

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
            <PlainField
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

/** The boxes of one question. A finding has none: it is made on the page of the assessment. */
export const QuestionField = (props: FieldProps): Html | null => {
  const { question, children } = props;
  if (question.type === 'life-area') return <LifeArea {...props} question={question} />;
  return (
    <>
      {question.type === 'group' ? (
        <Group {...props} question={question} />
      ) : (
        <PlainField {...props} name={fieldOf(question.id)} />
      )}
      {children}
    </>
  );
};
