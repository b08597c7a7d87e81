/**
 * Worked examples of a points model: adding one, changing one, taking one out. An example is made-up answers and what they must come to;
 * a draft in which one does not come out cannot be published, so that nobody's amount changes unseen.
 */
import { type RasQuestion, type WorkedExample, wordsFor } from '../../../lib/domain/ras-model.ts';
import { Radios, Select } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { InsetText } from '../kit/messages.tsx';
import { MoneyInput, TextInput } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';
import { poundsTyped } from '../shared/pounds-typed.ts';
import { decidedPage, type Filled, type ReadDeed, valueIn, wrong } from './decided-page.tsx';
import { named } from './decided-reading.ts';
import { draftHref } from './draft-page.tsx';
import { comesTo, Examples, weekly } from './points-examples.tsx';
import { modelHref, type OwnModel, ownModel, preview } from './points-reading.tsx';
import { figure, figureErrors, poundsIn } from './typed-figures.ts';

const toExamples = ({ model }: OwnModel): string => modelHref(model, '/examples');

export const pointsExamples = decidedPage<OwnModel>({
  path: '/points/:model/examples',
  part: 'Points',
  find: (visit) => ownModel(visit),
  title: () => 'Worked examples',
  above: ({ model, live }, visit) => {
    const href = (path: string) => draftHref(visit.view.draft, modelHref(model, path));
    return (
      <>
        <Examples model={model} live={live} href={(id) => href(`/examples/${encodeURIComponent(id)}`)} />
        <p class="govuk-body">
          <a class="govuk-link" href={href('/add-example')}>
            Add a worked example
          </a>
        </p>
      </>
    );
  },
  fields: ({ model }, filled) =>
    (model.workedExamples ?? []).length === 0 ? undefined : (
      <Radios
        name="out"
        legend="Take an example out"
        hint="Nobody’s amount changes. What it watched over is watched no more."
        choices={(model.workedExamples ?? []).map(({ id, title }) => ({ value: id, text: title }))}
        value={valueIn(filled, 'out')}
        error={filled.errors.out}
      />
    ),
  submit: 'Take it out',
  field: 'out',
  read: ({ model }, typed) => {
    const id = text(typed, 'out');
    return id === ''
      ? wrong({ out: 'Choose the example that goes.' })
      : { type: 'change-worked-example', model: model.id, id, example: null };
  },
});

/** Fields by the place of a question: ids may have anything in them. */
const optionField = (place: number): string => `answer-${place}`;
const helpField = (place: number): string => `help-${place}`;

type QuestionFieldProps = {
  readonly question: RasQuestion;
  readonly place: number;
  readonly shares: readonly number[];
  readonly example: WorkedExample | undefined;
  readonly filled: Filled;
};

const QuestionField = ({ question, place, shares, example, filled }: QuestionFieldProps) => {
  const title = wordsFor(question.text, 'en', question.id);
  const answer = example?.answers[question.id];
  const help = answer?.informalShare && answer.willingAndAble ? String(answer.informalShare) : '0';
  return (
    <>
      <Select
        name={optionField(place)}
        label={title}
        choices={question.options.map(({ id, text: words, points }) => ({
          value: id,
          text: `${wordsFor(words, 'en', id)} (${points} points)`,
        }))}
        value={valueIn(filled, optionField(place), answer?.option)}
        error={filled.errors[optionField(place)]}
      />
      <Select
        name={helpField(place)}
        label={`${title}: family help, given freely`}
        choices={shares.map((share) => ({ value: String(share), text: share === 0 ? 'None' : `${share}%` }))}
        value={valueIn(filled, helpField(place), help)}
        error={filled.errors[helpField(place)]}
      />
    </>
  );
};

type Answers = Record<string, { option: string; informalShare?: number; willingAndAble?: boolean }>;
const answersIn = (questions: readonly RasQuestion[], typed: Typed): Answers =>
  Object.fromEntries(
    questions.map(({ id }, place) => {
      const share = Number(text(typed, helpField(place))) || 0;
      const help = share > 0 ? { informalShare: share, willingAndAble: true } : {};
      return [id, { option: text(typed, optionField(place)), ...help }];
    }),
  );

type OwnExample = OwnModel & { readonly example: WorkedExample | undefined };

/** A new example is named after its title, so that the address says what it is. */
const idFrom = (title: string, taken: readonly string[]): string => {
  const base =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'example';
  const free = (count: number): string => {
    const id = count === 1 ? base : `${base}-${count}`;
    return taken.includes(id) ? free(count + 1) : id;
  };
  return free(1);
};

const ExampleFields = ({ own, filled }: { readonly own: OwnExample; readonly filled: Filled }) => {
  const { model, example } = own;
  const found = filled.typed ? comesTo(model, answersIn(model.questions, filled.typed)) : undefined;
  return (
    <>
      {found ? (
        <InsetText>
          {'because' in found
            ? `These answers come to no figure: ${found.because}`
            : `In this draft these answers come to ${weekly(found.weeklyPence)}${found.weeklyPence === null ? '' : ' a week'}.`}
        </InsetText>
      ) : null}
      <TextInput
        name="title"
        label="What is the example about?"
        hint="Such as: lives alone, needs help every day. Nobody who is real."
        value={valueIn(filled, 'title', example?.title)}
        error={filled.errors.title}
      />
      {model.questions.map((question, place) => (
        <QuestionField question={question} place={place} shares={model.informal.shares} example={example} filled={filled} />
      ))}
      <MoneyInput
        name="pounds"
        label="It must come to"
        hint="Left empty: it must be costed one by one. “See what it would do” says what it comes to now."
        per="a week"
        value={valueIn(filled, 'pounds', example && example.weeklyPence !== null ? poundsTyped(example.weeklyPence) : '')}
        error={filled.errors.pounds}
      />
    </>
  );
};

const readExample = ({ model, example }: OwnExample, typed: Typed): ReadDeed => {
  const [title, pounds] = [text(typed, 'title').trim(), poundsIn(typed, 'pounds')];
  const answers = answersIn(model.questions, typed);
  const errors: FieldErrors = {
    ...(title === '' || title.length > 120 ? { title: 'Say what it is about, in up to 120 letters.' } : {}),
    ...figureErrors({ pounds }),
  };
  if (Object.keys(errors).length > 0) return wrong(errors);
  const ids = (model.workedExamples ?? []).map(({ id }) => id);
  const weeklyPence = figure(pounds) ?? null;
  return {
    type: 'change-worked-example',
    model: model.id,
    id: example?.id ?? idFrom(title, ids),
    example: { title, answers, weeklyPence },
  };
};

const examplePage = (path: string, find: (own: OwnModel, id: string) => WorkedExample | 'new' | undefined) =>
  decidedPage<OwnExample>({
    path: `/points/:model/${path}`,
    part: 'Points',
    find: (visit) => {
      const own = ownModel(visit);
      const found = own && find(own, named(visit, 'example'));
      return own && found ? { ...own, example: found === 'new' ? undefined : found } : undefined;
    },
    title: ({ example }) => example?.title ?? 'A new worked example',
    fields: (own, filled) => <ExampleFields own={own} filled={filled} />,
    submit: 'Keep this example',
    field: 'pounds',
    read: readExample,
    back: toExamples,
    preview,
  });

export const newExample = examplePage('add-example', () => 'new');
export const changeExample = examplePage('examples/:example', ({ model }, id) =>
  model.workedExamples?.find((each) => each.id === id),
);
