/**
 * The figures of law that contributions are worked out with, year by year, each with where it was found. Figures of past years are shown
 * and never edited; what nobody has found yet is named. What the figures mean is `lib/domain/charging-figures.ts`.
 */
import { addDays, formatDate, type IsoDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { type ChargingFigures, FIGURE_NAMES, type FigureName } from '../../../lib/domain/charging-figures.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { Radios, Select } from '../kit/choices.tsx';
import { WarningText } from '../kit/messages.tsx';
import { Table } from '../kit/tables.tsx';
import { MoneyInput, TextInput } from '../kit/text-fields.tsx';
import { show, text } from '../page.ts';
import { decidedPage, valueIn, wrong } from './decided-page.tsx';
import { chargingIn, type Decided, named } from './decided-reading.ts';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage } from './draft-page.tsx';
import { FileFaults } from './file-faults.tsx';
import { figure, figureErrors, needed, poundsIn } from './typed-figures.ts';

const FIGURES: Readonly<Record<FigureName, string>> = {
  lowerLimit: 'Lower limit of savings',
  upperLimit: 'Upper limit of savings',
  single18to24: 'Single, 18 to 24',
  single25toPensionAge: 'Single, 25 to pension age',
  singlePensionAge: 'Single, pension age',
  loneParent: 'Lone parent',
  coupleEach: 'Each of a couple',
  couplePensionAgeEach: 'Each of a couple, pension age',
  disabilityPremium: 'Disability premium',
  enhancedDisabilityPremium: 'Enhanced disability premium',
  carerPremium: 'Carer premium',
  perChild: 'For each child',
  personalExpenses: 'Personal expenses',
};

type Year = ChargingFigures['years'][number];

/** How long before a year begins its figures are asked for: the circular comes in February. */
const ASKED_DAYS = 90;

/** What is still to be found for the year that holds today or is about to begin, a sentence each. */
export const missingFigures = ({ years }: ChargingFigures, today: IsoDate): string[] => {
  const named = years
    .filter(({ until, toConfirm }) => until >= today && toConfirm.length > 0)
    .map(({ year, toConfirm }) => `${year} has no figure yet for: ${toConfirm.map((name) => FIGURES[name]).join('; ')}.`);
  const last = years.at(-1)?.until;
  if (!last || addDays(today, ASKED_DAYS) <= last) return named;
  return [...named, `There are no figures at all from ${formatDate(addDays(last, 1))} on. Add the first one for that day.`];
};

const figureHref = (visit: DraftVisit, { id }: ChargingFigures): string =>
  draftHref(visit.view.draft, `/charges/${encodeURIComponent(id)}/figure`);

const cell = ({ pence }: Year, name: FigureName): string => {
  const found = pence[name];
  return found === undefined ? 'Not found' : formatPence(found);
};

const Missing = ({ figures, visit }: { readonly figures: ChargingFigures; readonly visit: DraftVisit }) => {
  const missing = missingFigures(figures, toIsoDate(visit.now));
  if (missing.length === 0) return null;
  return (
    <WarningText>
      {missing.join(' ')} Until then the newest year with a figure is used, and every page says which year it is from.
    </WarningText>
  );
};

const File = ({ visit, file, of: figures }: Decided<ChargingFigures> & { readonly visit: DraftVisit }) => {
  // The newest first: it is the one that is looked for.
  const years = figures.years.toReversed();
  const today = toIsoDate(visit.now);
  return (
    <section aria-label={figures.title}>
      <h2 class="govuk-heading-m">{figures.title}</h2>
      <Missing figures={figures} visit={visit} />
      <FileFaults visit={visit} file={file} />
      <p class="govuk-body">
        <a class="govuk-link" href={figureHref(visit, figures)}>
          Add a figure<span class="govuk-visually-hidden"> to {figures.title}</span>
        </a>
      </p>
      <Table
        caption="Pounds a week; of savings, pounds"
        head={[{ text: 'Figure' }, ...years.map(({ year }) => ({ text: year, numeric: true }))]}
        rowHeads
        rows={FIGURE_NAMES.map((name) => [FIGURES[name], ...years.map((year) => cell(year, name))])}
      />
      <Table
        caption="Where they were found"
        head={[{ text: 'Year' }, { text: 'In force' }, { text: 'Sources and notes' }]}
        rowHeads
        rows={years.map(({ year, from, until, sources, note }) => [
          year,
          `${formatDate(from)} to ${formatDate(until)}${until < today ? ' (over)' : ''}`,
          [...sources, ...(note ? [note] : [])].join(' · ') || 'None yet',
        ])}
      />
      <p class="govuk-body">Figures of a year that is over stay as they were: assessments were made with them.</p>
      <p class="govuk-body">
        Between the limits, every {formatPence(figures.tariff.stepPence)} of savings counts as{' '}
        {formatPence(figures.tariff.weeklyPence)} a week. Source: {figures.tariff.source}
      </p>
    </section>
  );
};

export const charges = draftPage({
  path: '/charges',
  get: async (visit) => {
    const files = chargingIn(visit.view.after);
    return show(
      <DraftFrame visit={visit} title="Charges" part="Charges">
        {files.length === 0 ? <p class="govuk-body">There are no charging figures here that can be read.</p> : null}
        {files.map(({ file, of }) => (
          <File visit={visit} file={file} of={of} />
        ))}
      </DraftFrame>,
    );
  },
});

type Adding = { readonly figures: ChargingFigures; readonly today: IsoDate };

/** The days a figure can be from: of each year that is not over, and of the year that follows them all. */
const daysFor = ({ figures: { years }, today }: Adding): { value: IsoDate; text: string }[] => {
  const open = years.filter(({ until }) => until >= today);
  const next = addDays(years.at(-1)?.until ?? today, 1);
  return [
    ...open.map(({ from, year }) => ({ value: from, text: `${formatDate(from)} (${year})` })),
    { value: next, text: `${formatDate(next)} (a new year of figures)` },
  ];
};

export const chargingFigure = decidedPage<Adding>({
  path: '/charges/:file/figure',
  part: 'Charges',
  find: (visit) => {
    const found = chargingIn(visit.view.after).find(({ of }) => of.id === named(visit, 'file'));
    return found && { figures: found.of, today: toIsoDate(visit.now) };
  },
  title: () => 'Add a figure',
  fields: (adding, filled) => (
    <>
      <Select
        name="figure"
        label="Which figure?"
        choices={FIGURE_NAMES.map((name) => ({ value: name, text: FIGURES[name] }))}
        value={valueIn(filled, 'figure')}
        error={filled.errors.figure}
      />
      <Radios
        name="from"
        legend="In force from"
        hint="Figures come into force when a year begins. Those of earlier years stay as they were."
        choices={daysFor(adding)}
        value={valueIn(filled, 'from')}
        error={filled.errors.from}
      />
      <MoneyInput name="pounds" label="How much?" value={valueIn(filled, 'pounds')} error={filled.errors.pounds} />
      <TextInput
        name="source"
        label="Where was it found?"
        hint="An address, or the name and date of a circular, so that it can be looked up."
        value={valueIn(filled, 'source')}
        error={filled.errors.source}
      />
    </>
  ),
  submit: 'Add the figure',
  field: 'pounds',
  read: (adding, typed) => {
    const pounds = needed(poundsIn(typed, 'pounds'), 'Write the amount in pounds. Nothing is 0.');
    const [name, from, source] = [text(typed, 'figure'), text(typed, 'from'), text(typed, 'source').trim()];
    const which = FIGURE_NAMES.find((each) => each === name);
    const errors = {
      ...(which ? {} : { figure: 'Choose which figure it is.' }),
      ...(daysFor(adding).some(({ value }) => value === from) ? {} : { from: 'Choose the day it comes into force.' }),
      ...figureErrors({ pounds }),
      ...(source === '' ? { source: 'Say where it was found.' } : {}),
    };
    const pence = figure(pounds);
    if (Object.keys(errors).length > 0 || !which || pence === undefined) return wrong(errors);
    return { type: 'set-figure', file: adding.figures.id, figure: which, from, pence, source: source.slice(0, 300) };
  },
  back: () => '/charges',
});
