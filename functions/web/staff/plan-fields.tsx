/** The fields of a plan: one priced line, and how a need that no line meets is looked after. Drawn by `plan-edit.tsx`. */
import { NEED_CODES, type NeedCode, plainNeed } from '../../../lib/domain/eligibility.ts';
import { formatPence, parsePounds } from '../../../lib/domain/money.ts';
import { itemWeeklyPence, OtherWay, Unit, UnitsPerWeek } from '../../../lib/domain/plan.ts';
import { Checkboxes, Select } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button } from '../kit/form.tsx';
import { MoneyInput, Textarea, TextInput } from '../kit/text-fields.tsx';
import { howWords } from '../shared/plan-view.tsx';
import { type LineDraft, lineField, type WayDraft, wayField } from './plan-form.ts';

const UNITS = [{ value: '', text: 'Choose' }, ...Unit.options.map((unit) => ({ value: unit, text: `${unit}s` }))];
const hows = (outcome: NeedCode) => [
  { value: '', text: 'A line of the plan will meet it' },
  ...OtherWay.shape.how.options.map((how) => ({ value: how, text: howWords({ how, outcome }) })),
];

const About = ({ words, place }: { readonly words: string; readonly place: number }) => (
  <>
    {words}
    <span class="govuk-visually-hidden">, line {place + 1}</span>
  </>
);

type LineProps = {
  readonly line: LineDraft;
  readonly place: number;
  /** The needs it can meet; codes a stored line has from before stay on offer. */
  readonly needs: readonly NeedCode[];
  readonly errors: FieldErrors;
  /** A line that is there already can be removed. */
  readonly removable: boolean;
};

/** What a line as it stands on the page costs a week; nothing while it cannot be told. */
const costOf = ({ units, price }: LineDraft): string => {
  const unitsPerWeek = UnitsPerWeek.safeParse(units.trim());
  const unitPence = parsePounds(price);
  if (!unitsPerWeek.success || unitPence === undefined) return '';
  return `: ${formatPence(itemWeeklyPence({ unitsPerWeek: unitsPerWeek.data, unitPence }))} a week`;
};

/** The fields in words and figures; the labels end with the line's number for people who do not see which line they are in. */
const WordsAndFigures = ({ line, place, errors }: Pick<LineProps, 'line' | 'place' | 'errors'>) => {
  const said = (part: Exclude<keyof LineDraft, 'meets'>, words: string) => {
    const name = lineField(place, part);
    return { name, label: <About words={words} place={place} />, value: line[part], error: errors[name] };
  };
  return (
    <div class="govuk-grid-column-two-thirds">
      <TextInput {...said('what', 'What is it?')} />
      <TextInput {...said('provider', 'Who gives it? (if known)')} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <TextInput {...said('units', 'How many a week?')} width={5} inputmode="decimal" />
        </div>
        <div class="govuk-grid-column-one-third">
          <Select {...said('unit', 'Counted in')} choices={UNITS} />
        </div>
        <div class="govuk-grid-column-one-third">
          <MoneyInput {...said('price', 'What does one cost?')} />
        </div>
      </div>
    </div>
  );
};

export const LineFields = ({ line, place, needs, errors, removable }: LineProps) => {
  const meets = lineField(place, 'meets');
  const offered = NEED_CODES.filter((code) => needs.includes(code) || line.meets.includes(code));
  return (
    <section aria-labelledby={`line-${place + 1}`}>
      <h3 class="govuk-heading-s" id={`line-${place + 1}`}>
        {removable || place === 0 ? `Line ${place + 1}${costOf(line)}` : `Line ${place + 1}, if you need one more`}
      </h3>
      <div class="govuk-grid-row">
        <WordsAndFigures line={line} place={place} errors={errors} />
        <div class="govuk-grid-column-one-third">
          <Checkboxes
            name={meets}
            legend={<About words="Which needs does it meet?" place={place} />}
            values={line.meets}
            error={errors[meets]}
            choices={offered.map((code) => ({ value: code, text: plainNeed(code) }))}
          />
        </div>
      </div>
      {removable ? <Button text={`Remove line ${place + 1}`} kind="secondary" name="remove" value={String(place + 1)} /> : null}
      <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
    </section>
  );
};

type WayProps = { readonly outcome: NeedCode; readonly way: WayDraft | undefined; readonly errors: FieldErrors };

export const WayFields = ({ outcome, way, errors }: WayProps) => {
  const [how, reason] = [wayField(outcome, 'how'), wayField(outcome, 'reason')];
  const hidden = <span class="govuk-visually-hidden">: {plainNeed(outcome)}</span>;
  return (
    <section aria-labelledby={`need-${outcome}`}>
      <h3 class="govuk-heading-s" id={`need-${outcome}`}>
        {plainNeed(outcome)}
      </h3>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <Select
            name={how}
            label={<>How else is it met?{hidden}</>}
            value={way?.how ?? ''}
            error={errors[how]}
            choices={hows(outcome)}
          />
        </div>
        <div class="govuk-grid-column-two-thirds">
          <Textarea
            name={reason}
            label={<>Why, or by whom?{hidden}</>}
            value={way?.reason ?? ''}
            error={errors[reason]}
            rows={2}
          />
        </div>
      </div>
    </section>
  );
};
