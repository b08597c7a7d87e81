/**
 * A support plan as it reads: what matters, what helps, what it costs a week, how each need is met. The same for the person and for
 * staff, so that both talk about one document. Not writing it (`staff/plan-edit.tsx`) nor agreeing it.
 */
import { yearlyPence } from '../../../lib/domain/allocation.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { kindOfNeed, plainNeed } from '../../../lib/domain/eligibility.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import {
  itemWeeklyPence,
  type OtherWay,
  type PlanContent,
  planWeeklyPence,
  type SupportItem,
  type Unit,
} from '../../../lib/domain/plan.ts';
import { SummaryList } from '../kit/lists.tsx';
import { WorkingTable } from '../kit/working-table.tsx';

const HOW_WORDS: Readonly<Record<OtherWay['how'], string>> = {
  carer: 'A carer does this, and is willing and able to go on',
  declined: 'The person does not want help with this',
  unmet: 'Nothing meets this yet',
};
const FOR_A_CARER: Readonly<Record<OtherWay['how'], string>> = {
  carer: 'Family or friends do this, and are willing and able to go on',
  declined: 'The carer does not want help with this',
  unmet: 'Nothing meets this yet',
};

/** How a need is looked after where no line does it. */
export const howWords = ({ how, outcome }: Pick<OtherWay, 'how' | 'outcome'>): string =>
  (kindOfNeed(outcome) === 'carer' ? FOR_A_CARER : HOW_WORDS)[how];

/** @example unitsText('3.5', 'hour') // '3.5 hours' */
const unitsText = (count: string, unit: Unit): string => `${count} ${unit}${Number(count) === 1 ? '' : 's'}`;

/** @example priceWords({ unitsPerWeek: '3.5', unit: 'hour', unitPence: 2145 }) // '3.5 hours a week at £21.45 an hour' */
export const priceWords = ({
  unitsPerWeek,
  unit,
  unitPence,
}: Pick<SupportItem, 'unitsPerWeek' | 'unit' | 'unitPence'>): string =>
  unit === 'week'
    ? `${unitsPerWeek} × ${formatPence(unitPence)} a week`
    : `${unitsText(unitsPerWeek, unit)} a week at ${formatPence(unitPence)} ${unit === 'hour' ? 'an' : 'a'} ${unit}`;

const Written = ({ heading, words }: { readonly heading: string; readonly words: string }) =>
  words === '' ? null : (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <p class="govuk-body ow-typed">{words}</p>
    </>
  );

const lineOf = (item: SupportItem) => ({
  label: item.provider ? `${item.what}, from ${item.provider}` : item.what,
  detail: `${priceWords(item)}. For: ${item.meets.map(plainNeed).join('; ')}.`,
  figure: formatPence(itemWeeklyPence(item)),
});

type PlanViewProps = { readonly plan: PlanContent; readonly configuration: Configuration };

/** The whole plan. Money is pence a week; the lines add up to the total a person sees. */
export const PlanView = ({ plan, configuration }: PlanViewProps) => {
  const weekly = planWeeklyPence(plan);
  const yearly = yearlyPence({ weeksPerYear: configuration.model?.weeksPerYear ?? 52 }, weekly);
  return (
    <>
      <Written heading="What matters most" words={plan.goals} />
      {plan.items.length === 0 ? (
        <p class="govuk-body">There is no paid support in this plan yet.</p>
      ) : (
        <>
          <WorkingTable
            caption="What will help, and what it costs a week"
            lines={plan.items.map(lineOf)}
            total={{ label: 'The whole plan, a week', figure: formatPence(weekly) }}
          />
          <p class="govuk-body">Over a year that is {formatPence(yearly)}.</p>
        </>
      )}
      {plan.otherWays.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Looked after in another way</h2>
          <SummaryList
            rows={plan.otherWays.map(({ outcome, how, reason }) => ({
              key: plainNeed(outcome),
              value: (
                <>
                  {howWords({ how, outcome })}. <span class="ow-typed">{reason}</span>
                </>
              ),
            }))}
          />
        </>
      )}
      <Written heading="If something goes wrong" words={plan.backUp} />
    </>
  );
};
