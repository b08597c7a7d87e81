/**
 * How the money of a case is held, for staff: whether the ways were gone through, what each line uses, what is still missing and what is
 * open in its place, what was written down. It changes nothing; the two forms are `holding-direct-payment.tsx` and `holding-fund.tsx`.
 */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { directPaymentGap } from '../../../lib/domain/direct-payment.ts';
import { holdingGap, lastReviewOn, routesOf } from '../../../lib/domain/holding.ts';
import { may } from '../../../lib/domain/permission.ts';
import type { PlanContent, SupportItem } from '../../../lib/domain/plan.ts';
import { deploymentOf, type FundingRoute, type SupportRules, waysFor } from '../../../lib/domain/support-rules.ts';
import { mayWrite } from '../citizen/your-plan-visit.ts';
import { Button } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { type CaseVisit, show } from '../page.ts';
import { MoneyHeld } from '../shared/money-held.tsx';
import { linesBy, planAhead } from '../shared/payment-amount.ts';
import { kindWords, lineFigure, routeWords } from '../shared/plan-words.ts';
import { waysPathsOf } from '../shared/ways-paths.ts';
import { oneOf, optionName, wayName } from '../shared/ways-words.ts';
import { CaseFrame, staffPage } from './case-frame.tsx';

type VisitProps = { readonly visit: CaseVisit };
type PlanProps = VisitProps & { readonly plan: PlanContent; readonly rules: SupportRules };

const link = (href: string, words: string) => (
  <a class="govuk-link" href={href}>
    {words}
  </a>
);

const Explained = ({ visit, rules }: VisitProps & { readonly rules: SupportRules }) => {
  const { case: state, actor, subject } = visit;
  const { explained, person } = state;
  const { ways } = waysPathsOf(state.id);
  const words = explained ? 'Go through the ways again' : `Go through the ways with ${person.name}`;
  return (
    <>
      <h2 class="govuk-heading-m">The ways, side by side</h2>
      <p class="govuk-body">
        {explained
          ? `${explained.id === person.id ? `${person.name} read them` : `${explained.name} went through them`} on ${readableTime(explained.at, 'date')}. Offered then: ${oneOf(explained.routes.map((route) => wayName(rules, route)))}, a mix of these, and the council for now.`
          : 'Nobody has gone through the ways to hold the money yet. The plan cannot be agreed before that.'}
      </p>
      {may(actor, 'explain-ways', subject) && state.state !== 'closed' ? <p class="govuk-body">{link(ways, words)}</p> : null}
    </>
  );
};

/** In Scotland the law numbers what the lines come to. */
const comesTo = ({ routes, mix }: SupportRules, plan: PlanContent): string | undefined => {
  const deployment = deploymentOf(routesOf(plan));
  if (deployment === undefined) return undefined;
  const found = deployment === 'mixed' ? mix : routes.find(({ route }) => route === deployment);
  return found && optionName(found);
};

const lineRow = (item: SupportItem, { configuration }: CaseVisit) => [
  <span class="ow-typed">{item.what}</span>,
  item.kind ? kindWords(configuration, item.kind) : 'Not said yet',
  item.route ? routeWords(configuration, item.route) : 'Not chosen yet',
  lineFigure(item),
];

const Lines = ({ visit, plan, rules }: PlanProps) => {
  const whole = comesTo(rules, plan);
  return (
    <>
      <Table
        caption={
          visit.case.plan?.version === visit.case.agreed?.plan.version
            ? 'What the agreed plan uses'
            : 'What the plan uses, not agreed yet'
        }
        head={[{ text: 'Line' }, { text: 'Kind of support' }, { text: 'Who holds the money' }, { text: 'A week', numeric: true }]}
        rows={plan.items.map((item) => lineRow(item, visit))}
        rowHeads
        empty="The plan has no lines yet."
      />
      {whole ? <p class="govuk-body">All together: {whole}.</p> : null}
      {mayWrite(visit) && visit.case.explained ? (
        <p class="govuk-body">{link(waysPathsOf(visit.case.id).choose, 'Choose who holds the money, with them')}</p>
      ) : null}
    </>
  );
};

/** For each line of a way that is not in place: the ways that are open to it, so that no support waits for one of them (I-14). */
const StillOpen = ({ visit, plan, rules, route }: PlanProps & { readonly route: FundingRoute }) => {
  const today = toIsoDate(visit.now);
  const lines = plan.items.filter((item) => item.route === route && item.kind !== undefined);
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map(({ what, kind = '' }) => {
        const open = waysFor(rules, kind, today).flatMap((way) =>
          way.open && way.route !== route ? [wayName(rules, way.route)] : [],
        );
        return (
          <li>
            <span class="ow-typed">“{what}”</span> can be paid for by {oneOf(open)}.
          </li>
        );
      })}
    </ul>
  );
};

/** A payment that was written down and is not open now, though no line uses it: the reasons stay where they can be read. */
const NotOpenNow = ({ visit, plan, rules }: PlanProps) => {
  const found = visit.case.arrangements.find(({ route }) => route === 'direct-payment');
  if (found?.route !== 'direct-payment' || routesOf(plan).includes('direct-payment')) return null;
  const gap = directPaymentGap(found.payment, rules);
  return gap ? <p class="govuk-body">A direct payment is not open now. {gap.message}</p> : null;
};

/** What keeps each way from being in place: every way by itself, so that one gap does not hide another. */
const Missing = (props: PlanProps) => {
  const { visit, plan, rules } = props;
  const today = toIsoDate(visit.now);
  const gaps = routesOf(plan).flatMap((route) => {
    const items = linesBy(plan.items, route);
    const gap = holdingGap({ items }, visit.case.arrangements, today, rules.jurisdiction, lastReviewOn(visit.case));
    return gap ? [{ route, gap }] : [];
  });
  const without = plan.items.filter((item) => item.route === undefined);
  const nothing = gaps.length === 0 && without.length === 0 && plan.items.length > 0;
  return (
    <>
      <h2 class="govuk-heading-m">What is missing</h2>
      {nothing ? <p class="govuk-body">Nothing. The money can flow as the plan says.</p> : null}
      {without.map(({ what }) => (
        <p class="govuk-body">
          Nobody has chosen who holds the money for <span class="ow-typed">“{what}”</span>.
        </p>
      ))}
      {gaps.map(({ route, gap }) => (
        <InsetText>
          <p class="govuk-body">{gap.message}</p>
          <StillOpen {...props} route={route} />
        </InsetText>
      ))}
      <NotOpenNow {...props} />
    </>
  );
};

const Forms = ({ visit }: VisitProps) => {
  const { case: state, actor, subject } = visit;
  if (state.state === 'closed' || !may(actor, 'arrange-money', subject)) return null;
  const { directPayment, fund } = waysPathsOf(state.id);
  const has = (route: FundingRoute) => state.arrangements.some((each) => each.route === route);
  return (
    <div class="govuk-button-group">
      <Button text={`${has('direct-payment') ? 'Change' : 'Record'} a direct payment`} href={directPayment} kind="secondary" />
      <Button
        text={`${has('individual-service-fund') ? 'Change' : 'Record'} an Individual Service Fund`}
        href={fund}
        kind="secondary"
      />
    </div>
  );
};

const NO_PLAN: PlanContent = { goals: '', items: [], otherWays: [], backUp: '' };

export const holdingPage = (visit: CaseVisit): Html => {
  const { case: state, configuration } = visit;
  const { support: rules } = configuration;
  const plan = planAhead(state) ?? NO_PLAN;
  return (
    <CaseFrame visit={visit} title="Who holds the money">
      {rules ? (
        <>
          <Explained visit={visit} rules={rules} />
          <Lines visit={visit} plan={plan} rules={rules} />
          <Missing visit={visit} plan={plan} rules={rules} />
          <MoneyHeld state={state} configuration={configuration} audience="staff" />
          <Forms visit={visit} />
        </>
      ) : (
        <p class="govuk-body">This council has not set up the ways to hold the money here.</p>
      )}
    </CaseFrame>
  );
};

export const holding = staffPage('view-work', {
  path: '/cases/:caseId/holding',
  get: async (visit) => show(holdingPage(visit)),
});
