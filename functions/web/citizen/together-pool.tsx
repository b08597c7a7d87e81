/** One thing that people pay for together, for one of them: their share to the penny, agreeing, its money, changing, leaving, ending. */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { type Household, poolsFor } from '../../../lib/domain/household.ts';
import { may } from '../../../lib/domain/permission.ts';
import { hasShare, isOver, newestTerms, type Pool, waitsFor } from '../../../lib/domain/pool.ts';
import { askHousehold, householdFor } from '../household-visit.tsx';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { type CaseVisit, casePage, count, goTo, show, type Typed, text } from '../page.ts';
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
import { Heading, Text } from './prose.tsx';
import { OnBehalfOf } from './story-frame.tsx';
import { ourHouseholdPath } from './together.tsx';

const OnePool = ({ pool, ...side }: OfPoolForm & { readonly pool: Pool }) => {
  const { visit } = side;
  const today = toIsoDate(visit.now);
  const caseId = visit.case.id;
  const goesOn = !isOver(pool, today) && hasShare(newestTerms(pool), caseId);
  return (
    <>
      <PoolShares pool={pool} now={visit.now} reader={caseId} />
      {goesOn && waitsFor(newestTerms(pool)).some((share) => share.caseId === caseId) ? (
        <>
          <Heading>Do you agree?</Heading>
          <Text>It only counts once all of you have agreed. You can leave on any day.</Text>
          <AgreePool {...side} pool={pool} />
        </>
      ) : null}
      <Heading>The money</Heading>
      <PoolMoney pool={pool} now={visit.now} />
      {goesOn ? (
        <>
          <Heading>Write down money</Heading>
          <RecordMoney {...side} pool={pool} />
          <Heading>Change it</Heading>
          <Text>
            You can ask one more of you in, change the parts, or change the cost. Till all of you agree, it stays as it is.
          </Text>
          <ChangePool {...side} pool={pool} />
          <Heading>Leave it</Heading>
          <Text>You do not need to ask. What is left of your part of the money is yours. The others look at it again.</Text>
          <LeavePool {...side} pool={pool} />
          <Heading>End it for all</Heading>
          <Text>If all of you agree, it ends after the last day. Each of you gets back what is left of your part.</Text>
          <EndPool {...side} pool={pool} />
        </>
      ) : null}
    </>
  );
};

type PoolPage = {
  readonly household: Household;
  readonly pool?: Pool | undefined;
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
};

export const togetherPoolPage = (visit: CaseVisit, { household, pool, typed = {}, errors = {} }: PoolPage): Html => {
  const path = `${ourHouseholdPath(visit.case.id)}/pool`;
  const side: OfPoolForm = { visit, household, path, typed, errors, staff: false };
  return (
    <Page
      {...visit.frame}
      title={pool ? `What you pay for together: ${pool.name}` : 'Share the cost of something'}
      caption={household.name}
      back={ourHouseholdPath(visit.case.id)}
      errors={errors}
    >
      <OnBehalfOf visit={visit} />
      {pool ? (
        <OnePool {...side} pool={pool} />
      ) : (
        <>
          <Text>
            You can pay for a thing as a group when it helps more than one of you. Each of you pays a part of it from your own
            budget. The parts add up to the penny. It starts only if each of you says yes.
          </Text>
          <StartPool {...side} />
        </>
      )}
    </Page>
  );
};

/** The pool by its number, as far as this person has a part in it; `absent` where they have none. */
const poolIn = (household: Household, caseId: string, number: number | undefined): Pool | 'absent' | undefined =>
  number === undefined ? undefined : (poolsFor(household, caseId).find((pool) => pool.number === number) ?? 'absent');

export const ourPool = casePage('view-case', {
  path: '/cases/:caseId/our-household/pool',
  get: async (visit) => {
    const { id } = visit.case;
    if (may(visit.actor, 'view-work', visit.subject)) return goTo(`/cases/${id}/together`);
    const { household: which = '', pool: number = '' } = visit.c.req.query();
    const household = await householdFor(visit, which);
    const pool = household && poolIn(household, id, count({ number }, 'number'));
    if (!household || pool === 'absent') return show(<NotFoundPage frame={visit.frame} />, 404);
    return show(togetherPoolPage(visit, { household, pool }));
  },
  post: async (visit, typed) => {
    const { id } = visit.case;
    const household = await householdFor(visit, text(typed, 'household'));
    const pool = household && poolIn(household, id, count(typed, 'pool'));
    if (!household || pool === 'absent') return show(<NotFoundPage frame={visit.frame} />, 404);
    const again = (errors: FieldErrors): Html => togetherPoolPage(visit, { household, pool, typed, errors });
    const read = readPool(typed, { caseId: id, staff: false, household, pool });
    if ('errors' in read) return show(again(read.errors), 422);
    const base = ourHouseholdPath(id);
    const to = pool ? poolHref(base, household, pool.number) : base;
    return askHousehold(visit, household.id, read.command, { to, again, field: read.field, typed });
  },
});
