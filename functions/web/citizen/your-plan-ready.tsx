/**
 * “My plan is ready”: what still stands open, said calmly; what makes a plan one that is agreed at once; one button. Whether it may go on is
 * decided in `lib/domain/plan-gaps.ts`, what comes next by the pathway.
 */
import { atOnceCriteria } from '../../../lib/domain/at-once.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Plan } from '../../../lib/domain/plan.ts';
import { planGap } from '../../../lib/domain/plan-gaps.ts';
import type { Refusal } from '../../../lib/domain/refusal.ts';
import { Form } from '../kit/form.tsx';
import { Details, InsetText } from '../kit/messages.tsx';
import type { CaseVisit } from '../page.ts';
import { pathsOf } from './paths.ts';
import { Bullets, Heading, Text } from './prose.tsx';

/** What stands open, but for shares of a pool: those are looked at with the pool when the plan is sent. */
const gapIn = ({ case: state, configuration, now }: CaseVisit, plan: Plan): Refusal | undefined => {
  const items = plan.items.map(({ share: _share, ...item }) => item);
  return planGap({ state, plan: { ...plan, items }, configuration, today: toIsoDate(now), households: [] });
};

/** Each criterion beforehand, met or not: nobody has to guess. */
export const AgreedAtOnce = ({ visit, plan }: { readonly visit: CaseVisit; readonly plan: Plan }) => {
  const criteria = atOnceCriteria(visit.case, plan, visit.configuration);
  if (!criteria) return null;
  return (
    <Details summary="When we can agree a plan at once">
      <Text>If all of these are met, no one has to wait. If not, one of us reads the plan first. That is fine, too.</Text>
      <Bullets
        items={criteria.map(({ met, sentence }) => (
          <>
            {sentence} <strong>{met ? 'Met.' : 'Not yet.'}</strong>
          </>
        ))}
      />
    </Details>
  );
};

/** For whoever may write in it now. */
export const ReadyOrNot = ({ visit, plan }: { readonly visit: CaseVisit; readonly plan: Plan | undefined }) => {
  if (!plan) return null;
  const gap = gapIn(visit, plan);
  return (
    <>
      <Heading id="ready">When your plan is ready</Heading>
      {gap ? (
        <InsetText>
          <Text>There is time. One thing is still open:</Text>
          <Text>{gap.message}</Text>
        </InsetText>
      ) : (
        <Form action={pathsOf(visit.case.id).planReady} csrf={visit.csrf} request={visit.request} submit="My plan is ready">
          <input type="hidden" name="planVersion" value={String(plan.version)} />
          <Text>Then it comes to us. You can see here where it is and how long it has been with us.</Text>
        </Form>
      )}
    </>
  );
};
