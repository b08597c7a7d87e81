/** Everything that happened to a case, newest first, out of its own log. */

import { histories } from '../../../lib/aws/histories.ts';
import type { CaseEvent } from '../../../lib/domain/event.ts';
import { type CaseVisit, show } from '../page.ts';
import { HistoryView } from '../shared/history-view.tsx';
import { CaseFrame, staffPage } from './case-frame.tsx';

type CaseHistoryProps = { readonly visit: CaseVisit; readonly events: readonly CaseEvent[] };

export const CaseHistory = ({ visit, events }: CaseHistoryProps) => (
  <CaseFrame visit={visit} title={`${visit.case.person.name}: history`} part="History">
    <HistoryView events={events} configuration={visit.configuration} audience="staff" />
  </CaseFrame>
);

export const caseHistory = staffPage('view-work', {
  path: '/cases/:caseId/history',
  get: async (visit) => {
    const recorded = await histories.of(visit.case.id);
    return show(<CaseHistory visit={visit} events={recorded.map(({ event }) => event)} />);
  },
});
