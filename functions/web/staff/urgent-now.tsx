/** Help that could not wait and goes on now, in a staff page's words: what, who, since when, when to look again. Nothing is done here. */
import { formatDate, type IsoDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { may } from '../../../lib/domain/permission.ts';
import { isGoing, type UrgentSupport } from '../../../lib/domain/urgent-support.ts';
import { SummaryList, type SummaryRow } from '../kit/lists.tsx';
import { readableTime } from '../kit/readable-time.ts';
import type { CaseVisit } from '../page.ts';

export const urgentHref = (visit: Pick<CaseVisit, 'case'>): string => `/cases/${visit.case.id}/urgent`;

/** What cannot be missed about a day to look again: that it has passed is said, not coloured. */
export const lookAgainWords = (lookAgainBy: IsoDate, today: IsoDate): string =>
  `${formatDate(lookAgainBy)}${lookAgainBy < today ? '. That day has passed: look at it now' : ''}`;

const startWords = ({ startsOn }: UrgentSupport, today: IsoDate): string =>
  startsOn > today ? `Starts on ${formatDate(startsOn)}` : formatDate(startsOn);

export const urgentRows = (urgent: UrgentSupport, today: IsoDate): SummaryRow[] => [
  { key: 'What', value: <span class="ow-typed">{urgent.what}</span> },
  { key: 'Who gives it', value: urgent.who },
  { key: urgent.startsOn > today ? 'From' : 'Since', value: startWords(urgent, today) },
  { key: 'Started by', value: `${urgent.startedBy.name} on ${readableTime(urgent.startedAt, 'date')}` },
  ...(urgent.ended
    ? [
        { key: 'Ended by', value: `${urgent.ended.name} on ${readableTime(urgent.ended.at, 'date')}` },
        { key: 'Why', value: <span class="ow-typed">{urgent.ended.reasons}</span> },
      ]
    : [{ key: 'Look again by', value: lookAgainWords(urgent.lookAgainBy, today) }]),
];

type CardProps = { readonly urgent: UrgentSupport; readonly today: IsoDate };

export const UrgentCard = ({ urgent, today }: CardProps) => (
  <SummaryList card={`Help ${urgent.number}`} rows={urgentRows(urgent, today)} />
);

/** For the case's first page: what goes on now with the way to it, or the way to start; nothing for who may do neither. */
export const UrgentNow = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, actor, subject, now } = visit;
  const going = state.urgent.filter(isGoing);
  const allowed = may(actor, 'start-urgent-support', subject);
  const link = (words: string) =>
    allowed ? (
      <p class="govuk-body">
        <a class="govuk-link" href={urgentHref(visit)}>
          {words}
        </a>
      </p>
    ) : null;
  if (going.length === 0) return state.state === 'closed' ? null : link('Start help that cannot wait');
  return (
    <>
      <h2 class="govuk-heading-m">Help that goes on now, because it could not wait</h2>
      {going.map((urgent) => (
        <UrgentCard urgent={urgent} today={toIsoDate(now)} />
      ))}
      {link('End it, or start more')}
    </>
  );
};
