/** Who steers the plan now, for the case's first page: in words, with the day to ask the person again. Changing it is a page of its own. */
import { formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { checkInIsDue, leadOn } from '../../../lib/domain/lead.ts';
import { may } from '../../../lib/domain/permission.ts';
import { isWaiting } from '../../../lib/domain/proposal.ts';
import { InsetText } from '../kit/messages.tsx';
import type { CaseVisit } from '../page.ts';

const leads = ({ case: { lead, person }, now }: CaseVisit): string => {
  const { mode, who } = leadOn(lead, toIsoDate(now));
  if (mode === 'person') return `${person.name} leads the plan.`;
  if (mode === 'shared') return `${person.name} and the team hold the pen together.`;
  return `${who?.name ?? 'Somebody'} leads for now, until ${formatDate(lead?.checkInBy ?? '')}.`;
};

export const WhoLeads = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, actor, subject, now } = visit;
  if (state.state === 'closed' || !state.assessment) return null;
  const waiting = state.proposals.filter(isWaiting).length;
  return (
    <>
      {checkInIsDue(state.lead, toIsoDate(now)) ? (
        <InsetText>The day to check in has come. Ask {state.person.name} whether this is still right.</InsetText>
      ) : null}
      <p class="govuk-body">
        {leads(visit)}{' '}
        {waiting > 0 && may(actor, 'settle-proposal', subject) ? (
          <>
            <a class="govuk-link" href={`/cases/${state.id}/your-plan`}>
              {waiting === 1 ? 'One proposal waits for an answer' : `${waiting} proposals wait for an answer`}
            </a>{' '}
          </>
        ) : null}
        {may(actor, 'arrange-lead', subject) ? (
          <a class="govuk-link" href={`/cases/${state.id}/who-leads`}>
            Change who leads
          </a>
        ) : null}
      </p>
    </>
  );
};
