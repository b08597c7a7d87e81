/**
 * Where somebody writes with a pen: boxes to tick and lines to write on, for each type of question. No field of any form: nothing here
 * can be filled in on a screen, and nothing is sent. The form around it is `print-form.tsx`.
 */
import type { Child } from 'hono/jsx';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { ELIGIBILITY_RESULT_NAMES, isOutcomeCode } from '../../../lib/domain/eligibility.ts';
import { bankOf, type Option, type Question, type QuestionOf } from '../../../lib/domain/question.ts';
import { wordsFor } from '../../../lib/domain/ras-model.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import type { Words } from '../kit/html.ts';
import { areaOf, shareChoices } from '../shared/answer-words.tsx';
import { said } from '../shared/said.tsx';

/** On paper a box is a drawing: a screen reader hears the words beside it, and that there is something to tick. */
export const Boxes = ({ items }: { readonly items: readonly Words[] }) => (
  <ul class="govuk-list ow-pack__boxes">
    {items.map((item) => (
      <li>
        <span class="ow-pack__box" aria-hidden="true"></span>
        <span>{item}</span>
      </li>
    ))}
  </ul>
);

const Told = ({ children }: { readonly children: Child }) => <p class="govuk-body ow-pack__told">{children}</p>;

/** Lines to write on; with a label, one line after it. */
export const Lines = ({ count = 1, label }: { readonly count?: number; readonly label?: Words | undefined }) => (
  <>
    {label ? <p class="govuk-body ow-pack__label">{label}</p> : null}
    {Array.from({ length: count }, () => (
      <div class="ow-pack__line" aria-hidden="true"></div>
    ))}
  </>
);

const PER = { week: 'a week', month: 'a month', year: 'a year', once: 'in all' } as const;
/** How many people or places there is room for; more go on another sheet. */
const MOST_ROWS_ON_PAPER = 3;
const LINES_FOR_OWN_WORDS = 6;

const optionWords = ({ text, hint }: Option, reader: Reader): Words =>
  hint ? (
    <>
      {said(text, reader)} ({say(hint, reader).replace(/\.$/, '')})
    </>
  ) : (
    said(text, reader)
  );

type AnswerProps = {
  readonly question: Question;
  readonly configuration: Pick<Configuration, 'questions' | 'model'>;
  readonly reader: Reader;
};

const LifeArea = ({
  question,
  configuration: { model },
  reader,
}: AnswerProps & { readonly question: QuestionOf<'life-area'> }) => {
  const area = areaOf(question, model);
  const register = reader.easy ? 'easyRead' : 'en';
  const help = say(question.hint, reader) || wordsFor(area?.help, register, '');
  return (
    <>
      {help ? <p class="govuk-hint">{help}</p> : null}
      <Told>Tick the one that fits best.</Told>
      <Boxes items={(area?.options ?? []).map(({ id, text }) => wordsFor(text, register, id))} />
      <Told>How much of this do family or friends do now? Tick one.</Told>
      <Boxes items={shareChoices(model?.informal.shares ?? [0]).map(({ text }) => text)} />
      <Told>If someone helps now: are they willing and able to go on? No one has to do it.</Told>
      <Boxes items={['Yes', 'No, or not sure']} />
      <Lines
        count={3}
        label={reader.about ? 'More, in their own words if you can:' : 'More, in your own words, if you want to:'}
      />
    </>
  );
};

const Group = ({ question, configuration, reader }: AnswerProps & { readonly question: QuestionOf<'group'> }) => {
  const bank = bankOf(configuration.questions);
  const fields = question.of.flatMap((id) => bank.get(id) ?? []);
  const rows = Math.min(question.most, MOST_ROWS_ON_PAPER);
  return (
    <>
      {Array.from({ length: rows }, (_none, row) => (
        <div class="ow-pack__row">
          <h4 class="govuk-heading-s">
            {said(question.itemName, reader)} {row + 1}
          </h4>
          {fields.map((field) => (
            <>
              <p class="govuk-body ow-pack__label">
                {said(field.ask, { ...reader, about: true })} <span class="ow-pack__id">{field.id}</span>
              </p>
              <Answer question={field} configuration={configuration} reader={{ ...reader, about: true }} />
            </>
          ))}
        </div>
      ))}
      {question.most > rows ? <Told>If there are more, use another sheet.</Told> : null}
    </>
  );
};

/** An outcome is yes or no; the decision at the end has its three results in the words of the national standard. */
const Finding = ({ finding }: QuestionOf<'finding'>) => (
  <>
    <Told>Tick one.</Told>
    <Boxes items={isOutcomeCode(finding) ? ['Able', 'Unable'] : Object.values(ELIGIBILITY_RESULT_NAMES)} />
    <Lines
      count={isOutcomeCode(finding) ? 2 : LINES_FOR_OWN_WORDS}
      label={isOutcomeCode(finding) ? 'What you found:' : 'Reasons:'}
    />
  </>
);

/** Room for the answer to one question. */
export const Answer = ({ question, configuration, reader }: AnswerProps) => {
  switch (question.type) {
    case 'text':
      return <Lines />;
    case 'long-text':
      return <Lines count={LINES_FOR_OWN_WORDS} />;
    case 'yes-no':
      return <Boxes items={['Yes', 'No']} />;
    case 'choose-one':
    case 'choose-many':
      return (
        <>
          <Told>{question.type === 'choose-one' ? 'Tick one.' : 'Tick all that fit.'}</Told>
          <Boxes items={question.options.map((option) => optionWords(option, reader))} />
        </>
      );
    case 'date':
      return <p class="govuk-body ow-pack__parts">Day ______ Month ______ Year ____________</p>;
    case 'money':
      return <p class="govuk-body ow-pack__parts">£ ________________ {PER[question.per]}</p>;
    case 'number':
      return <p class="govuk-body ow-pack__parts">Number: ____________</p>;
    case 'address':
      return (
        <>
          <Lines count={3} />
          <Lines label="Postcode:" />
        </>
      );
    case 'group':
      return <Group question={question} configuration={configuration} reader={reader} />;
    case 'life-area':
      return <LifeArea question={question} configuration={configuration} reader={reader} />;
    case 'finding':
      return <Finding {...question} />;
  }
};
