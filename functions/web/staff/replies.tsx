/** Who waits for a word from us: messages and “I don’t agree”, the soonest promise first, one Query a page. Closed cases too. */
import type { Page as ListPage, WaitingForReply } from '../../../lib/app/ports.ts';
import { replyList } from '../../../lib/aws/reply-list.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Reply } from '../../../lib/domain/reply.ts';
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

/** @example waitingFor({ message: true, toAcknowledge: 1, toAnswer: 0, … }) // 'A message; an “I don’t agree” to acknowledge' */
export const waitingFor = ({ message, urgent, toAcknowledge, toAnswer, audit }: Reply): string => {
  const parts = [
    ...(urgent ? ['needs help now, or does not feel safe'] : message ? ['a message'] : []),
    ...counted(toAcknowledge, 'an “I don’t agree” to acknowledge', '“I don’t agree” to acknowledge'),
    ...counted(toAnswer, 'an “I don’t agree” to answer', '“I don’t agree” to answer'),
    ...(audit ? ['a plan that was agreed at once, to be read'] : []),
  ].join('; ');
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}`;
};

const rowOf = (line: WaitingForReply, visit: SignedInVisit): Words[] => [
  <>
    <a
      class="govuk-link"
      href={`/cases/${line.caseId}${line.reply.audit && !line.reply.message ? '/read-afterwards' : '/messages'}`}
    >
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
        with something, or have a plan that was agreed at once and is to be read.
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
