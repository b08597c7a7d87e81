/** Which way was chosen for which line of the plan, to read and not to change; and why it cannot be changed just now. */
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { PlanContent } from '../../../lib/domain/plan.ts';
import { SummaryList } from '../kit/lists.tsx';
import type { CaseVisit } from '../page.ts';
import { planAhead } from '../shared/payment-amount.ts';
import { routeWords } from '../shared/plan-words.ts';
import { pathsOf } from './paths.ts';
import { Heading, Link, Text } from './prose.tsx';
import { holdsPen, isAtPlanning } from './your-plan-visit.ts';

type PlanProps = { readonly visit: CaseVisit; readonly plan: PlanContent };

const Lines = ({ visit, plan }: PlanProps) => (
  <SummaryList
    rows={plan.items.map(({ what, route }) => ({
      key: <span class="ow-typed">{what}</span>,
      value: route ? routeWords(visit.configuration, route, visit.reader) : 'Not chosen yet',
    }))}
  />
);

export const ChosenSoFar = ({ visit }: { readonly visit: CaseVisit }) => {
  const plan = planAhead(visit.case);
  if (!plan || plan.items.length === 0) return null;
  return (
    <>
      <Heading>What was chosen so far</Heading>
      <Lines visit={visit} plan={plan} />
      {plan.forNowUntil ? (
        <Text>We hold some of it for now. We look at that again with you by {formatDate(plan.forNowUntil)}.</Text>
      ) : null}
    </>
  );
};

/** Why nothing can be chosen here now, and what can be done in its place. */
export const WhyNotNow = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, configuration } = visit;
  const { askForReview, proposeChange } = pathsOf(state.id);
  if (state.state === 'closed') return <Text>This is closed, so there is no money to hold.</Text>;
  if (isAtPlanning(state, configuration) && !holdsPen(visit))
    return (
      <Text>
        Someone else leads this plan now. You can <Link href={proposeChange()}>tell them what you would change</Link>.
      </Text>
    );
  if (state.state === 'supported')
    return (
      <Text>
        Do you want to change who holds the money? You can, on any day. <Link href={askForReview}>Ask for a review</Link>. Your
        support goes on while we look at it with you.
      </Text>
    );
  return (
    <Text>You choose when your plan is written. Call us on {configuration.council.contact.phone} if you want to talk now.</Text>
  );
};
