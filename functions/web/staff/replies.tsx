/** Who waits for a word from us: messages and “I don’t agree”, the soonest promise first, one Query a page. Closed cases too. */
import type { Page as ListPage, WaitingForReply } from '../../../lib/app/ports.ts';
import { replyList } from '../../../lib/aws/reply-list.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { LookAgain, Reply } from '../../../lib/domain/reply.ts';
import { govuk } from '../kit/govuk.ts';
import type { Words } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { type SignedInVisit, show, signedInPage } from '../page.ts';
import { promiseWords } from './case-words.ts';

const counted = (count: number, one: string, many: string): string[] => {
  if (count === 0) return [];
  return [count === 1 ? one : `${count} ${many}`];
};

const LOOK_AGAIN: Readonly<Record<LookAgain, string>> = {
  urgent: 'urgent help, to be looked at again',
  lead: 'somebody leads for now, to be asked about',
  unmet: 'a need that nothing meets yet, to be looked at again',
};

/** @example waitingFor({ message: true, toAcknowledge: 1, toAnswer: 0, … }) // 'A message; an “I don’t agree” to acknowledge' */
export const waitingFor = ({ message, urgent, toAcknowledge, toAnswer, audit, lookAgain = [] }: Reply): string => {
  const parts = [
    ...(urgent ? ['needs help now, or does not feel safe'] : message ? ['a message'] : []),
    ...counted(toAcknowledge, 'an “I don’t agree” to acknowledge', '“I don’t agree” to acknowledge'),
    ...counted(toAnswer, 'an “I don’t agree” to answer', '“I don’t agree” to answer'),
    ...lookAgain.map((what) => LOOK_AGAIN[what]),
    ...(audit ? ['a plan that was agreed at once, to be read'] : []),
  ].join('; ');
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}`;
};

/** Where it is answered: words and “I don’t agree” come first. */
const wayTo = ({ message, toAcknowledge, toAnswer, audit, lookAgain }: Reply): string => {
  if (message || toAcknowledge + toAnswer > 0) return '/messages';
  return lookAgain ? '' : audit ? '/read-afterwards' : '/messages';
};

const rowOf = (line: WaitingForReply, visit: SignedInVisit): Words[] => [
  <>
    <a class="govuk-link" href={`/cases/${line.caseId}${wayTo(line.reply)}`}>
      {line.person.name}
    </a>
    <br />
    <span class="govuk-caption-m">{line.caseId}</span>
  </>,
  waitingFor(line.reply),
  promiseWords({ dueOn: line.reply.dueOn }, toIsoDate(visit.now)),
  readableTime(line.reply.since, 'date'),
];

const HEAD = ['Person', 'What waits', 'Promised by', 'Since'].map((text) => ({ text }));

type RepliesProps = { readonly visit: SignedInVisit; readonly page: ListPage<WaitingForReply>; readonly later: boolean };

export const RepliesView = ({ visit, page, later }: RepliesProps) => {
  const next = page.next && `/replies?after=${encodeURIComponent(page.next)}`;
  return (
    <Page {...visit.frame} title="Replies" wide>
      <p class="govuk-body">
        {later ? 'Later promises, the soonest first.' : 'The soonest promise first.'} The people here wrote to us, do not agree
        with something, or we said we would look at something with them again by a day.
      </p>
      <Table
        caption="People who wait for a word"
        head={HEAD}
        rowHeads
        rows={page.rows.map((line) => rowOf(line, visit))}
        empty="Nobody is waiting for a reply."
      />
      {next || later
        ? govuk('pagination', {
            ...(later ? { previous: { href: '/replies', text: 'Back to the first page' } } : {}),
            ...(next ? { next: { href: next, text: 'Next page' } } : {}),
          })
        : null}
    </Page>
  );
};

export const replies = signedInPage('view-work', {
  path: '/replies',
  get: async (visit) => {
    const after = visit.c.req.query('after');
    const page = await replyList.waiting(visit.bundle.council.team, after);
    return show(<RepliesView visit={visit} page={page} later={Boolean(after)} />);
  },
});
