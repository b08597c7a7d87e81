/**
 * What the council decides of itself, on one page: how to reach it, who agrees what, who works here, how soon it reviews, the ceilings it
 * set. Each deed is a page of its own (`council-*.tsx`).
 */
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Council } from '../../../lib/domain/council.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { SummaryList } from '../kit/lists.tsx';
import { show } from '../page.ts';
import { ownCouncil } from './decided-reading.ts';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage } from './draft-page.tsx';
import { pathwaysOf } from './draft-reading.ts';
import { FaultsHere } from './fault-lines.tsx';

const countWords = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

const contactRows = ({ name, service, contact, team }: Council) => [
  { key: 'Council', value: name, to: '/contact', what: 'how to reach the council' },
  { key: 'Service', value: service, to: '/contact', what: 'what the service is called' },
  { key: 'Phone', value: contact.phone, to: '/contact', what: 'the phone number' },
  { key: 'Email', value: contact.email, to: '/contact', what: 'the email address' },
  { key: 'Team that new cases join', value: team, to: '/team', what: 'the team' },
];

const atOnceWords = ({ approval }: Council): string => {
  if (!approval?.atOnce) return 'None. Somebody looks at every plan first.';
  const { upTo, sampleOneIn } = approval.atOnce;
  const read = sampleOneIn === undefined ? 'none' : `one in ${sampleOneIn}`;
  return `Up to ${formatPence(upTo)} a week; ${read} is read afterwards`;
};

const approvalRows = (council: Council) => [
  {
    key: 'Tiers',
    value: council.approval?.tiers.map(({ title }) => title).join(', ') ?? 'None: everybody up to their own limit',
    to: '/tiers',
    what: 'who agrees what',
  },
  { key: 'Agreed at once', value: atOnceWords(council), to: '/at-once', what: 'what is agreed at once' },
  { key: 'Cover', value: countWords(council.approval?.cover.length ?? 0, 'person', 'people'), to: '/cover', what: 'who covers' },
  {
    key: 'Staff',
    value: countWords(council.demo?.staff.length ?? 0, 'person', 'people'),
    to: '/staff',
    what: 'staff, roles and limits',
  },
];

const daysRows = ({ review, urgentLookAgainDays, upkeep, bankHolidays }: Council) => [
  {
    key: 'Reviews',
    value: `The first after ${countWords(review.firstAfterWeeks, 'week')}, then every ${countWords(review.thenEveryMonths, 'month')}`,
    to: '/review',
    what: 'how soon support is reviewed',
  },
  {
    key: 'Urgent support',
    value: `Looked at again after ${countWords(urgentLookAgainDays, 'day')}`,
    to: '/review',
    what: 'how soon urgent support is looked at again',
  },
  {
    key: 'What names nobody',
    value: upkeep
      ? `Looked at again every ${countWords(upkeep.lookAgainEveryMonths, 'month')} by: ${upkeep.owner}`
      : 'Nobody is asked to look at it again',
    to: '/upkeep',
    what: 'who looks again, and how often',
  },
  {
    key: 'Bank holidays',
    value: bankHolidays.length === 0 ? 'None' : `${bankHolidays.length}, the last on ${formatDate(bankHolidays.at(-1) ?? '')}`,
    to: '/holidays',
    what: 'bank holidays',
  },
];

const forceRows = ({ pathway, carerPathway, allocation, chargesCarers, ceilings }: Council, titles: (id: string) => string) => [
  { key: 'Pathway of adults', value: titles(pathway), to: '/in-force', what: 'what is in force' },
  {
    key: 'Pathway of carers',
    value: carerPathway ? titles(carerPathway) : 'None',
    to: '/in-force',
    what: 'the pathway of carers',
  },
  { key: 'Points model', value: allocation ?? 'None', to: '/in-force', what: 'the points model' },
  { key: 'Carers are charged', value: chargesCarers ? 'Yes' : 'No', to: '/in-force', what: 'whether carers are charged' },
  {
    key: 'Ceilings',
    value: `For ${countWords(Object.keys(ceilings ?? {}).length, 'pathway')}`,
    to: '/ceilings',
    what: 'how much a pathway may ask',
  },
];

type Row = { readonly key: string; readonly value: string; readonly to: string; readonly what: string };
type CardProps = { readonly visit: DraftVisit; readonly card: string; readonly rows: readonly Row[] };
const Card = ({ visit, card, rows }: CardProps) => (
  <SummaryList
    card={card}
    rows={rows.map(({ key, value, to, what }) => ({
      key,
      value,
      change: { href: draftHref(visit.view.draft, `/council${to}`), what },
    }))}
  />
);

const View = ({ visit }: { readonly visit: DraftVisit }) => {
  const own = ownCouncil(visit);
  if (!own)
    return <p class="govuk-body">The file of this council cannot be read. Undo what led to it, or bring in one that can.</p>;
  const { of: council } = own;
  const titles = (id: string) => pathwaysOf(visit).find((each) => each.id === id)?.title ?? id;
  return (
    <>
      <FaultsHere visit={visit} about={{ room: 'councils', id: council.id }} />
      <Card visit={visit} card="Who we are" rows={contactRows(council)} />
      <Card visit={visit} card="Who agrees what" rows={approvalRows(council)} />
      <Card visit={visit} card="Days" rows={daysRows(council)} />
      <Card visit={visit} card="What is in force" rows={forceRows(council, titles)} />
    </>
  );
};

export const council = draftPage({
  path: '/council',
  get: async (visit) =>
    show(
      <DraftFrame visit={visit} title="The council" part="Council">
        <View visit={visit} />
      </DraftFrame>,
    ),
});
