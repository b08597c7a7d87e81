/**
 * "What might I get?": a few questions on one page, before signing in, with the answer above them. Nothing is kept: no session, no
 * event, no address with answers in it. The words of the answer are `reckoner-words.tsx`, the sums `lib/domain/reckoner.ts`.
 */
import { configurationOf } from '../../../lib/app/configuration.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { capitalRulesOn } from '../../../lib/domain/charging.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { parsePounds } from '../../../lib/domain/money.ts';
import { type RasModel, type RasQuestion, wordsFor } from '../../../lib/domain/ras-model.ts';
import { type Chosen, heaviestQuestions, likelyWeekly } from '../../../lib/domain/reckoner.ts';
import {
  AGE_BANDS,
  type AgeBand,
  likelyContribution,
  type Means,
  SAVINGS_BANDS,
  type SavingsBand,
} from '../../../lib/domain/reckoner-contribution.ts';
import { Heading, Text } from '../citizen/prose.tsx';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { MoneyInput } from '../kit/text-fields.tsx';
import { type Answer, openPage, show, type Typed, text, type Visit } from '../page.ts';
import { AskAPerson, pounds, ReckonerResult } from './reckoner-words.tsx';

const PATH = '/reckoner';
const NOT_SAID = 'not-said';

/** By place and not by id: a model's ids may hold what a name in a page may not. */
const fieldOf = (place: number): string => `area-${place + 1}`;

type Read = { readonly chosen: Chosen; readonly means: Means; readonly errors: FieldErrors };

const readAreas = (questions: readonly RasQuestion[], typed: Typed): { chosen: Chosen; errors: FieldErrors } => {
  const chosen: Record<string, string> = {};
  const errors: Record<string, string> = {};
  questions.forEach(({ id, options }, place) => {
    const value = text(typed, fieldOf(place));
    if (value === '' || value === NOT_SAID) return;
    if (options.some((option) => option.id === value)) chosen[id] = value;
    else errors[fieldOf(place)] = 'Choose one of the answers on the page.';
  });
  if (Object.keys({ ...chosen, ...errors }).length === 0)
    errors[fieldOf(0)] = 'Choose an answer to at least one of these. We need that to go on.';
  return { chosen, errors };
};

const readOne = <T extends string>(typed: Typed, field: string, values: readonly T[]): { value?: T; wrong: boolean } => {
  const given = text(typed, field);
  const value = values.find((each) => each === given);
  return value ? { value, wrong: false } : { wrong: given !== '' && given !== NOT_SAID };
};

/** What was sent, as the reckoner takes it, and what is wrong beside each field. An empty field is something they would rather not say. */
export const readReckoner = (model: RasModel, typed: Typed): Read => {
  const { chosen, errors } = readAreas(heaviestQuestions(model), typed);
  const savings = readOne<SavingsBand>(typed, 'savings', SAVINGS_BANDS);
  const age = readOne<AgeBand>(typed, 'age', AGE_BANDS);
  const income = text(typed, 'income').trim();
  const incomePence = income === '' ? undefined : parsePounds(income);
  const choose = 'Choose one of the answers on the page.';
  return {
    chosen,
    means: { savings: savings.value, age: age.value, incomePence },
    errors: {
      ...errors,
      ...(savings.wrong ? { savings: choose } : {}),
      ...(income !== '' && incomePence === undefined ? { income: 'Write an amount in pounds, such as 120 or 120.50.' } : {}),
      ...(age.wrong ? { age: choose } : {}),
    },
  };
};

type AreaProps = {
  readonly visit: Visit;
  readonly question: RasQuestion;
  readonly place: number;
  readonly typed: Typed;
  readonly error?: string | undefined;
};

const Area = ({ visit, question, place, typed, error }: AreaProps) => {
  const audience = visit.reading.easy ? 'easyRead' : 'en';
  return (
    <Radios
      name={fieldOf(place)}
      legend={wordsFor(question.text, audience, question.domain ?? question.id)}
      value={text(typed, fieldOf(place))}
      error={error}
      choices={[
        ...question.options.map(({ id, text: words }) => ({ value: id, text: wordsFor(words, audience, id) })),
        { divider: 'or' },
        { value: NOT_SAID, text: 'I am not sure, or I want to skip this' },
      ]}
    />
  );
};

type FieldsProps = { readonly typed: Typed; readonly errors: FieldErrors };

const Savings = ({ typed, errors, limits }: FieldsProps & { readonly limits: { lowerPence: number; upperPence: number } }) => (
  <Radios
    name="savings"
    legend="How much do you have in savings?"
    hint="Do not count the home you live in."
    value={text(typed, 'savings')}
    error={errors.savings}
    choices={[
      { value: 'under', text: `${pounds(limits.lowerPence)} or less` },
      { value: 'between', text: `More than ${pounds(limits.lowerPence)}, up to ${pounds(limits.upperPence)}` },
      { value: 'above', text: `More than ${pounds(limits.upperPence)}` },
      { value: NOT_SAID, text: 'I would rather not say' },
    ]}
  />
);

const IncomeAndAge = ({ typed, errors }: FieldsProps) => (
  <>
    <MoneyInput
      name="income"
      label="How much money do you get each week? You can leave this empty"
      hint="Count pensions and benefits. Do not count pay from a job, or the part of a benefit that is for getting around."
      per="a week"
      value={text(typed, 'income')}
      error={errors.income}
    />
    <Radios
      name="age"
      legend="How old are you?"
      hint="You must be left with a set amount to live on. It goes by age."
      value={text(typed, 'age')}
      error={errors.age}
      choices={[
        { value: '18-24', text: '18 to 24' },
        { value: '25-pension-age', text: '25 or older, and not yet at pension age' },
        { value: 'pension-age', text: 'At pension age, or older' },
        { value: NOT_SAID, text: 'I would rather not say' },
      ]}
    />
  </>
);

const NoModel = ({ visit: { frame, bundle } }: { readonly visit: Visit }) => (
  <Page {...frame} title="What might I get?" back="/">
    <Text>
      We do not work with points and a table here, so this page cannot show an amount. Ask us, and we will talk it through.
    </Text>
    <AskAPerson council={bundle.council} />
  </Page>
);

type Shown = { readonly typed?: Typed; readonly errors?: FieldErrors; readonly result?: Html | undefined };

const Asked = ({
  visit,
  model,
  typed,
  errors,
}: { readonly visit: Visit; readonly model: RasModel } & Required<Omit<Shown, 'result'>>) => (
  <>
    <Heading>Your day-to-day life</Heading>
    <Text>
      Pick the words that fit you best, on bad days as well as good ones. Say what you need if no one else was there to help.
    </Text>
    {heaviestQuestions(model).map((question, place) => (
      <Area visit={visit} question={question} place={place} typed={typed} error={errors[fieldOf(place)]} />
    ))}
  </>
);

/** The page, for anybody; `result` stands above the form once there is one. */
export const reckonerPage = (
  visit: Visit,
  configuration: Configuration,
  { typed = {}, errors = {}, result }: Shown = {},
): Html => {
  const { model, charging } = configuration;
  if (!model) return <NoModel visit={visit} />;
  const limits = charging && capitalRulesOn(charging, toIsoDate(visit.now));
  return (
    <Page {...visit.frame} title={result ? 'What you might get' : 'What might I get?'} back="/" errors={errors}>
      {result ?? (
        <>
          <Text>
            A few short questions show about how much a week there may be for your support, and what you may have to pay.
          </Text>
          <InsetText>It is a guide. We do not keep your answers, and you do not have to say who you are.</InsetText>
        </>
      )}
      <Form action={PATH} csrf={visit.csrf} request={visit.request} submit={result ? 'Work it out again' : 'Work it out'}>
        <Asked visit={visit} model={model} typed={typed} errors={errors} />
        {limits ? (
          <>
            <Heading>Your money</Heading>
            <Text>You can skip all of these. They do not change what help there is.</Text>
            <Savings typed={typed} errors={errors} limits={limits} />
            <IncomeAndAge typed={typed} errors={errors} />
          </>
        ) : null}
      </Form>
    </Page>
  );
};

/** The answer to what was sent: the page with the range above the form, or the form again with what is wrong. */
export const answerReckoner = (visit: Visit, configuration: Configuration, typed: Typed): Answer => {
  const { model, charging, council } = configuration;
  if (!model) return show(reckonerPage(visit, configuration));
  const { chosen, means, errors } = readReckoner(model, typed);
  if (Object.keys(errors).length > 0) return show(reckonerPage(visit, configuration, { typed, errors }), 422);
  const weekly = likelyWeekly(model, chosen);
  const contribution = likelyContribution(charging, means, weekly, toIsoDate(visit.now));
  const result = <ReckonerResult weekly={weekly} contribution={contribution} council={council} />;
  return show(reckonerPage(visit, configuration, { typed, result }));
};

export const reckoner = openPage({
  path: PATH,
  get: async (visit) => show(reckonerPage(visit, configurationOf(visit.bundle))),
  post: async (visit, typed) => answerReckoner(visit, configurationOf(visit.bundle), typed),
});
