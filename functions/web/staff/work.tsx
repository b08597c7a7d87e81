/** The worklist: what waits for the actor's roles, the soonest promise first, one Query a page. */

import type { Page as ListPage } from '../../../lib/app/ports.ts';
import type { Summary } from '../../../lib/app/summary.ts';
import { lists } from '../../../lib/aws/lists.ts';
import { watchList } from '../../../lib/aws/time-lists.ts';
import { ActingRole, type Actor } from '../../../lib/domain/actor.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { SubNavigation } from '../kit/case-page.tsx';
import { govuk } from '../kit/govuk.ts';
import type { Words } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { type SignedInVisit, show, signedInPage } from '../page.ts';
import { promiseWords } from './case-words.ts';
import { mayOpen } from './new-case.tsx';

/** The lists there are. `attention` is every case whose machine stopped, automatic stages too, which wait for nobody. */
export type WorkList = ActingRole | 'attention';
const NAMES: Readonly<Record<WorkList, string>> = {
  assessor: 'Assessing and planning',
  approver: 'Agreeing plans',
  person: 'Waiting for the person',
  attention: 'Needs attention',
};

/** The lists for someone: those of their roles first. */
const listsFor = ({ roles }: Actor): WorkList[] => [
  ...ActingRole.options.filter((role) => role !== 'person' && roles.includes(role)),
  'person',
  'attention',
];

/** The list that was asked for, or the first of theirs. */
export const chosenList = (actor: Actor, asked: string | undefined): WorkList => {
  const mine = listsFor(actor);
  return mine.find((list) => list === asked) ?? mine[0] ?? 'person';
};

export const PersonLink = ({ line }: { readonly line: Summary }) => (
  <>
    <a class="govuk-link" href={`/cases/${line.caseId}`}>
      {line.person.name}
    </a>
    <br />
    <span class="govuk-caption-m">
      {line.caseId}
      {line.kind === 'carer' ? ', as a carer' : ''}
    </span>
  </>
);

const holder = ({ takenBy, stage }: Summary, actor: Actor): Words => {
  if (takenBy?.id === actor.id) return <strong>You have this</strong>;
  return takenBy ? takenBy.name : stage?.who ? 'Nobody yet' : 'Works by itself';
};

const rowOf = (line: Summary, visit: SignedInVisit): Words[] => [
  <PersonLink line={line} />,
  <>
    {line.stage?.title}
    {line.attention ? (
      <>
        <br />
        <strong>Needs attention: it stopped by itself</strong>
      </>
    ) : null}
  </>,
  promiseWords(line, toIsoDate(visit.now)),
  holder(line, visit.actor),
  line.since ? readableTime(line.since, 'date') : '',
];

const HEAD = ['Person', 'What is next', 'Promised by', 'Who has it', 'Since'].map((text) => ({ text }));
const EMPTY: Readonly<Record<WorkList, string>> = {
  assessor: 'Nothing is waiting.',
  approver: 'Nothing is waiting.',
  person: 'Nobody is being waited for.',
  attention: 'Every case is moving on as it should.',
};

type WorkProps = {
  readonly visit: SignedInVisit;
  readonly list: WorkList;
  readonly page: ListPage<Summary>;
  readonly later: boolean;
};

export const WorkView = ({ visit, list, page, later }: WorkProps) => {
  const { frame, actor } = visit;
  const tabs = listsFor(actor).map((each) => ({ text: NAMES[each], href: `/work?who=${each}`, current: each === list }));
  const mine = page.rows.filter(({ takenBy }) => takenBy?.id === actor.id);
  const others = page.rows.filter((line) => !mine.includes(line));
  const next = page.next && `/work?who=${list}&after=${encodeURIComponent(page.next)}`;
  return (
    <Page
      {...frame}
      title={`Work: ${NAMES[list].toLowerCase()}`}
      wide
      above={<SubNavigation label="Lists of work" items={tabs} />}
    >
      <p class="govuk-body">
        {later ? 'Later promises, the soonest first.' : 'The soonest promise first.'} Your own work stands before the others on a
        page.
      </p>
      {mayOpen(visit.actor) ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/work/new">
            Start a case with somebody who rang, wrote or came in
          </a>
        </p>
      ) : null}
      <Table
        caption="People"
        head={HEAD}
        rowHeads
        rows={[...mine, ...others].map((line) => rowOf(line, visit))}
        empty={EMPTY[list]}
      />
      {next || later
        ? govuk('pagination', {
            ...(later ? { previous: { href: `/work?who=${list}`, text: 'Back to the first page' } } : {}),
            ...(next ? { next: { href: next, text: 'Next page' } } : {}),
          })
        : null}
    </Page>
  );
};

/** More than this at once is an outage, not a list: the alarm has rung, and the runbook says what to do. */
const MOST_ATTENTION = 200;

const load = async ({ bundle, now }: SignedInVisit, list: WorkList, after: string | undefined): Promise<ListPage<Summary>> =>
  list === 'attention'
    ? { rows: await watchList.since('attention', now.toISOString(), MOST_ATTENTION) }
    : lists.work(bundle.council.team, list, after);

export const work = signedInPage('view-work', {
  path: '/work',
  get: async (visit) => {
    const list = chosenList(visit.actor, visit.c.req.query('who'));
    const after = visit.c.req.query('after');
    return show(<WorkView visit={visit} list={list} page={await load(visit, list, after)} later={Boolean(after)} />);
  },
});
