/** The fields of a plan: one priced line, and how a need that no line meets is looked after. Drawn by `plan-edit.tsx`. */
import { ADULT_OUTCOMES, type OutcomeCode } from '../../../lib/domain/eligibility.ts';
import { OtherWay, Unit } from '../../../lib/domain/plan.ts';
import { Checkboxes, Select } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button } from '../kit/form.tsx';
import { MoneyInput, Textarea, TextInput } from '../kit/text-fields.tsx';
import { HOW_WORDS, plainOutcome } from '../shared/plan-view.tsx';
import { type LineDraft, lineField, type WayDraft, wayField } from './plan-form.ts';

const UNITS = [{ value: '', text: 'Choose' }, ...Unit.options.map((unit) => ({ value: unit, text: `${unit}s` }))];
const HOWS = [
  { value: '', text: 'A line of the plan will meet it' },
  ...OtherWay.shape.how.options.map((how) => ({ value: how, text: HOW_WORDS[how] })),
];

type LineProps = {
  readonly line: LineDraft;
  readonly place: number;
  /** The needs it can meet; codes a stored line has from before stay on offer. */
  readonly needs: readonly OutcomeCode[];
  readonly errors: FieldErrors;
  /** A line that is there already can be removed. */
  readonly removable: boolean;
};

export const LineFields = ({ line, place, needs, errors, removable }: LineProps) => {
  const field = (part: keyof LineDraft) => lineField(place, part);
  const about = (words: string) => (
    <>
      {words}
      <span class="govuk-visually-hidden">, line {place + 1}</span>
    </>
  );
  const offered = ADULT_OUTCOMES.filter(({ code }) => needs.includes(code) || line.meets.includes(code));
  const said = (part: keyof LineDraft) => ({ name: field(part), error: errors[field(part)] });
  return (
    <section aria-labelledby={`line-${place + 1}`}>
      <h3 class="govuk-heading-s" id={`line-${place + 1}`}>
        {removable ? `Line ${place + 1}` : `Line ${place + 1}: new`}
      </h3>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <TextInput {...said('what')} label={about('What is it?')} value={line.what} />
          <TextInput {...said('provider')} label={about('Who gives it? (if known)')} value={line.provider} />
          <TextInput
            {...said('units')}
            label={about('How many a week?')}
            hint="Such as 3 or 3.5"
            value={line.units}
            width={5}
            inputmode="decimal"
          />
          <Select {...said('unit')} label={about('Counted in')} value={line.unit} choices={UNITS} />
          <MoneyInput {...said('price')} label={about('What does one cost?')} value={line.price} />
        </div>
        <div class="govuk-grid-column-one-half">
          <Checkboxes
            {...said('meets')}
            legend={about('Which needs does it meet?')}
            values={line.meets}
            choices={offered.map(({ code, plain }) => ({ value: code, text: plain }))}
          />
        </div>
      </div>
      {removable ? <Button text={`Remove line ${place + 1}`} kind="secondary" name="remove" value={String(place + 1)} /> : null}
      <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
    </section>
  );
};

type WayProps = { readonly outcome: OutcomeCode; readonly way: WayDraft | undefined; readonly errors: FieldErrors };

export const WayFields = ({ outcome, way, errors }: WayProps) => {
  const [how, reason] = [wayField(outcome, 'how'), wayField(outcome, 'reason')];
  const hidden = <span class="govuk-visually-hidden">: {plainOutcome(outcome)}</span>;
  return (
    <section aria-labelledby={`need-${outcome}`}>
      <h3 class="govuk-heading-s" id={`need-${outcome}`}>
        {plainOutcome(outcome)}
      </h3>
      <Select
        name={how}
        label={<>How else is it looked after?{hidden}</>}
        value={way?.how ?? ''}
        error={errors[how]}
        choices={HOWS}
      />
      <Textarea name={reason} label={<>Why, or by whom?{hidden}</>} value={way?.reason ?? ''} error={errors[reason]} rows={2} />
    </section>
  );
};
