/** One thing that people pay for together, for staff: every share to the penny, whose words agreed it, its money, changing and ending it. */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { type Household, poolOf } from '../../../lib/domain/household.ts';
import { may } from '../../../lib/domain/permission.ts';
import { hasShare, isOver, newestTerms, type Pool, waitsFor } from '../../../lib/domain/pool.ts';
import { askHousehold, householdFor } from '../household-visit.tsx';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html, Words } from '../kit/html.ts';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { type CaseVisit, count, show, type Typed, text } from '../page.ts';
import { readPool } from '../shared/read-pool.ts';
import { poolHref } from '../shared/together-parts.tsx';
import { PoolMoney, PoolShares } from '../shared/together-pool.tsx';
import {
  AgreePool,
  ChangePool,
  EndPool,
  LeavePool,
  type OfPoolForm,
  RecordMoney,
  StartPool,
} from '../shared/together-pool-forms.tsx';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';
import { TOGETHER } from './case-together.tsx';

const PATH = `${TOGETHER}/pool`;

const WhoAgreed = ({ pool }: { readonly pool: Pool }) => (
  <Table
    caption="Who agreed what"
    head={['Version', 'Whose agreement', 'Said or written down by', 'When', 'In their words'].map((head) => ({ text: head }))}
    empty="Nobody has agreed yet."
    rows={pool.versions.flatMap(({ version, shares, agreed }) =>
      agreed.map(({ caseId, by, at, words }): Words[] => [
        String(version),
        shares.find((share) => share.caseId === caseId)?.name ?? '',
        by.name,
        readableTime(at),
        <span class="ow-typed">{words}</span>,
      ]),
    )}
  />
);

const Deeds = ({ pool, ...side }: OfPoolForm & { readonly pool: Pool }) => {
  const { id, person } = side.visit.case;
  const has = hasShare(newestTerms(pool), id);
  return (
    <>
      {waitsFor(newestTerms(pool)).some(({ caseId }) => caseId === id) ? (
        <>
          <h2 class="govuk-heading-m">{person.name} agrees</h2>
          <AgreePool {...side} pool={pool} />
        </>
      ) : null}
      <h2 class="govuk-heading-m">Write down money</h2>
      <RecordMoney {...side} pool={pool} />
      <h2 class="govuk-heading-m">Offer a change</h2>
      <p class="govuk-body">Nothing changes until each of them has agreed. Whoever joins agrees as well.</p>
      <ChangePool {...side} pool={pool} />
      {has ? (
        <>
          <h2 class="govuk-heading-m">{person.name} leaves</h2>
          <p class="govuk-body">
            Nobody has to agree. Their unspent share is paid out, and the others have to agree what is left.
          </p>
          <LeavePool {...side} pool={pool} />
        </>
      ) : null}
      <h2 class="govuk-heading-m">End it for everybody</h2>
      <EndPool {...side} pool={pool} />
    </>
  );
};

type PoolPage = {
  readonly household: Household;
  readonly pool?: Pool | undefined;
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
};

export const caseTogetherPoolPage = (visit: CaseVisit, { household, pool, typed = {}, errors = {} }: PoolPage): Html => {
  const side: OfPoolForm = { visit, household, path: caseHref(visit, PATH), typed, errors, staff: true };
  const works = may(visit.actor, 'confirm-assessment', visit.subject);
  const goesOn = pool && !isOver(pool, toIsoDate(visit.now));
  return (
    <CaseFrame visit={visit} title={pool ? `Paid for together: ${pool.name}` : 'Share the cost of something'} errors={errors}>
      <p class="govuk-body">
        <a class="govuk-link" href={caseHref(visit, TOGETHER)}>
          {household.name}
        </a>
      </p>
      {pool ? (
        <>
          <PoolShares pool={pool} now={visit.now} />
          <WhoAgreed pool={pool} />
          <h2 class="govuk-heading-m">The money</h2>
          <PoolMoney pool={pool} now={visit.now} />
        </>
      ) : null}
      {works && pool && goesOn ? <Deeds {...side} pool={pool} /> : null}
      {works && !pool ? <StartPool {...side} /> : null}
    </CaseFrame>
  );
};

/** The pool by its number; `absent` where there is none by it. */
const poolIn = (household: Household, number: number | undefined): Pool | 'absent' | undefined =>
  number === undefined ? undefined : (poolOf(household, number) ?? 'absent');

export const caseTogetherPool = staffPage('view-work', {
  path: `/cases/:caseId${PATH}`,
  get: async (visit) => {
    const { household: which = '', pool: number = '' } = visit.c.req.query();
    const household = await householdFor(visit, which);
    const pool = household && poolIn(household, count({ number }, 'number'));
    if (!household || pool === 'absent') return show(<NotFoundPage frame={visit.frame} />, 404);
    return show(caseTogetherPoolPage(visit, { household, pool }));
  },
  post: async (visit, typed) => {
    const household = await householdFor(visit, text(typed, 'household'));
    const pool = household && poolIn(household, count(typed, 'pool'));
    if (!household || pool === 'absent') return show(<NotFoundPage frame={visit.frame} />, 404);
    const again = (errors: FieldErrors): Html => caseTogetherPoolPage(visit, { household, pool, typed, errors });
    const read = readPool(typed, { caseId: visit.case.id, staff: true, household, pool });
    if ('errors' in read) return show(again(read.errors), 422);
    const base = caseHref(visit, TOGETHER);
    const to = pool ? poolHref(base, household, pool.number) : base;
    return askHousehold(visit, household.id, read.command, { to, again, field: read.field, typed });
  },
});
