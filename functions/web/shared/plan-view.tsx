/**
 * A support plan as it reads: what matters, what helps, what it costs, how each need is met, what is risked and why. The same for the
 * person and for staff, so that both talk about one document. Not writing it (`staff/plan-edit.tsx`) nor agreeing it.
 */

import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { type NeedCode, plainNeed } from '../../../lib/domain/eligibility.ts';
import { routesOf } from '../../../lib/domain/holding.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import type { OtherWay, PlanContent, PositiveRisk, SupportItem } from '../../../lib/domain/plan.ts';
import { itemWeeklyPence, planOncePence, planWeeklyPence, planYearlyPence } from '../../../lib/domain/plan-cost.ts';
import type { FundingRoute } from '../../../lib/domain/support-rules.ts';
import { SummaryList } from '../kit/lists.tsx';
import { WorkingTable } from '../kit/working-table.tsx';
import { datesText, howWords, kindWords, lineFigure, optionWords, priceWords, routeWords } from './plan-words.ts';

const Written = ({ heading, words }: { readonly heading: string; readonly words: string | undefined }) =>
  words ? (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <p class="govuk-body ow-typed">{words}</p>
    </>
  ) : null;

const sentencesOf = (item: SupportItem, configuration: Configuration): string => {
  const dates = datesText(item);
  const how = item.share ? `${priceWords(item)}, paid for together with others; this is one share` : priceWords(item);
  return [
    `${how}${dates ? `, ${dates}` : ''}`,
    ...(item.kind ? [kindWords(configuration, item.kind)] : []),
    ...(item.route ? [`Money: ${routeWords(configuration, item.route)}`] : []),
    `For: ${item.meets.map(plainNeed).join('; ')}`,
  ]
    .map((each) => `${each}.`)
    .join(' ');
};

const lineOf = (item: SupportItem, configuration: Configuration) => ({
  label: item.provider ? `${item.what}, from ${item.provider}` : item.what,
  detail: item.notAgreed ? (
    <>
      {sentencesOf(item, configuration)}
      <span class="ow-working__detail ow-typed">Not everybody agrees: {item.notAgreed}</span>
    </>
  ) : (
    sentencesOf(item, configuration)
  ),
  figure: lineFigure(item),
});

type PlanViewProps = { readonly plan: PlanContent; readonly configuration: Configuration };

const Cost = ({ plan, configuration }: PlanViewProps) => {
  const once = planOncePence(plan);
  return (
    <>
      <WorkingTable
        caption="What will help, and what it costs a week"
        lines={plan.items.map((item) => lineOf(item, configuration))}
        total={{ label: 'The whole plan, a week', figure: formatPence(planWeeklyPence(plan)) }}
      />
      <p class="govuk-body">
        {once > 0 ? `One-offs come to ${formatPence(once)} besides. ` : ''}Over a year that is{' '}
        {formatPence(planYearlyPence(plan, configuration.model?.weeksPerYear))}.
      </p>
    </>
  );
};

/** How much of it goes which way, for which needs: what the law wants said of a direct payment, said of every way (s.25(2)). */
const HowItIsHeld = ({ plan, configuration }: PlanViewProps) => {
  const routes = routesOf(plan);
  if (routes.length === 0) return null;
  const option = optionWords(configuration, routes);
  const by = (route: FundingRoute) => plan.items.filter((item) => item.route === route);
  const needs = (items: readonly SupportItem[]): NeedCode[] => [...new Set(items.flatMap(({ meets }) => meets))];
  return (
    <>
      <h2 class="govuk-heading-m">How the money is held</h2>
      <SummaryList
        rows={routes.map((route) => {
          const weekly = by(route).reduce((sum, item) => sum + itemWeeklyPence(item), 0);
          return {
            key: routeWords(configuration, route),
            value: `${formatPence(weekly)} a week, for: ${needs(by(route)).map(plainNeed).join('; ')}.`,
          };
        })}
      />
      {option ? <p class="govuk-body">All together: {option}.</p> : null}
      {plan.forNowUntil ? (
        <p class="govuk-body">
          Some of it is arranged by the council for now. We look at that again on or before {formatDate(plan.forNowUntil)}.
        </p>
      ) : null}
    </>
  );
};

const unmetWords = ({ how, owner, lookAgainOn }: OtherWay): string =>
  how === 'unmet' && owner
    ? ` ${owner} looks for a way${lookAgainOn ? `, and by ${formatDate(lookAgainOn)} we look at it again` : ''}.`
    : '';

const OtherWays = ({ ways }: { readonly ways: readonly OtherWay[] }) =>
  ways.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Looked after in another way</h2>
      <SummaryList
        rows={ways.map((way) => ({
          key: plainNeed(way.outcome),
          value: (
            <>
              {howWords(way)}. <span class="ow-typed">{way.reason}</span>
              {unmetWords(way)}
            </>
          ),
        }))}
      />
    </>
  );

const riskRows = ({ matters, couldGoWrong, helps, agreedBy, lookAgainOn }: PositiveRisk) => [
  { key: 'What matters', value: <span class="ow-typed">{matters}</span> },
  { key: 'What could go wrong', value: <span class="ow-typed">{couldGoWrong}</span> },
  { key: 'What helps', value: <span class="ow-typed">{helps}</span> },
  { key: 'Agreed by', value: lookAgainOn ? `${agreedBy}. Looked at again on ${formatDate(lookAgainOn)}` : agreedBy },
];

const Risks = ({ risks }: { readonly risks: readonly PositiveRisk[] }) =>
  risks.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Risks worth taking</h2>
      {risks.map((risk, place) => (
        <SummaryList card={`Risk ${place + 1}`} rows={riskRows(risk)} />
      ))}
    </>
  );

/** The whole plan. Money is pence a week; the lines add up to the total a person sees. */
export const PlanView = ({ plan, configuration }: PlanViewProps) => (
  <>
    <Written heading="What matters most" words={plan.goals} />
    <Written heading="What is strong already" words={plan.strengths} />
    {plan.items.length === 0 ? (
      <p class="govuk-body">There is no paid support in this plan yet.</p>
    ) : (
      <Cost plan={plan} configuration={configuration} />
    )}
    <HowItIsHeld plan={plan} configuration={configuration} />
    <OtherWays ways={plan.otherWays} />
    <Risks risks={plan.risks ?? []} />
    <Written heading="If something goes wrong" words={plan.backUp} />
    <Written heading="What else helps" words={plan.advice} />
  </>
);
