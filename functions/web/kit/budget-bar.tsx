/**
 * What a plan costs a week beside the indicative amount. The sentence says everything; the bar only shows it. It judges nothing:
 * a plan above the amount is for two people to talk about, so the words stay calm.
 */
import { formatPence } from '../../../lib/domain/money.ts';

const WIDTH = 300;
const HEIGHT = 12;

type BudgetBarProps = {
  readonly indicativePence: number;
  readonly plannedPence: number;
  /** Begins the sentence; "Your plan" unless staff are looking at somebody's. */
  readonly plan?: string | undefined;
};

/** @example "Your plan costs £212 a week. That is £130 less than the up-front figure of £342." */
export const BudgetBar = ({ indicativePence, plannedPence, plan = 'Your plan' }: BudgetBarProps) => {
  const costs = `${plan} costs ${pounds(plannedPence)} a week.`;
  const whole = Math.max(indicativePence, plannedPence, 1);
  const within = Math.round((Math.min(indicativePence, plannedPence) / whole) * WIDTH);
  return (
    <div class="ow-budget">
      <p class="govuk-body">
        <strong>{costs}</strong> {compared(plannedPence, indicativePence)}
      </p>
      <meter
        class="govuk-visually-hidden"
        aria-label="Planned support a week"
        min={0}
        max={whole / 100}
        value={plannedPence / 100}
      >
        {costs}
      </meter>
      <svg
        class="ow-budget__bar"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect class="ow-budget__room" width={WIDTH} height={HEIGHT} />
        <rect class="ow-budget__planned" width={within} height={HEIGHT} />
        {plannedPence > indicativePence ? <Over from={within} /> : null}
      </svg>
    </div>
  );
};

/** The part above the amount, to the end of the bar: another colour and upright stripes, so colour does not carry it alone. */
const Over = ({ from }: { readonly from: number }) => {
  const stripes = Array.from({ length: Math.ceil((WIDTH - from) / 6) }, (_none, index) => from + index * 6);
  return (
    <g>
      <rect class="ow-budget__over" x={from} width={WIDTH - from} height={HEIGHT} />
      <path class="ow-budget__stripe" d={stripes.map((x) => `M${x} 0V${HEIGHT}`).join('')} />
    </g>
  );
};

/** Never "left" or "over": the up-front figure is a guide, and nobody has to use it up or keep below it. */
function compared(plannedPence: number, indicativePence: number): string {
  const figure = `the up-front figure of ${pounds(indicativePence)}`;
  if (plannedPence === indicativePence) return `That is just ${figure}.`;
  return `That is ${pounds(Math.abs(plannedPence - indicativePence))} ${plannedPence > indicativePence ? 'more' : 'less'} than ${figure}.`;
}

/** Whole pounds without ".00": shorter to read and to hear. */
const pounds = (pence: number) => formatPence(pence).replace(/\.00$/, '');
