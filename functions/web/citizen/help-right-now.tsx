/** Help that could not wait and is going on: what, who gives it, since when, when it is looked at again. Part of the person's own page. */
import { formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { isGoing, type UrgentSupport } from '../../../lib/domain/urgent-support.ts';
import { SummaryList } from '../kit/lists.tsx';
import type { CaseVisit } from '../page.ts';
import { Heading, Text } from './prose.tsx';

const rowsOf = ({ what, who, startsOn, lookAgainBy }: UrgentSupport, today: string) => [
  { key: 'What', value: <span class="ow-typed">{what}</span> },
  { key: 'Who gives it', value: <span class="ow-typed">{who}</span> },
  { key: startsOn <= today ? 'Since' : 'From', value: formatDate(startsOn) },
  { key: 'We look at it again', value: `On or before ${formatDate(lookAgainBy)}` },
];

export const HelpRightNow = ({ visit }: { readonly visit: CaseVisit }) => {
  const going = visit.case.urgent.filter(isGoing);
  if (going.length === 0) return null;
  return (
    <>
      <Heading id="help-right-now">Help right now</Heading>
      <Text>
        This could not wait, so we set it up first. It goes on while we work out the rest with you. It takes nothing away from
        what you can get later.
      </Text>
      {going.map((urgent) => (
        <SummaryList rows={rowsOf(urgent, toIsoDate(visit.now))} />
      ))}
      <Text>If it does not turn up, call us on {visit.configuration.council.contact.phone}.</Text>
    </>
  );
};
