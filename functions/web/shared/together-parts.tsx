/**
 * The parts of a page about people who plan together that both sides see: who they are, the one conversation, what they pay for
 * together. Names, shares and the conversation, and nothing else of anybody's record.
 */
import { formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { type Household, type HouseholdMessage, isIn } from '../../../lib/domain/household.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import {
  inForceFrom,
  isOver,
  newestTerms,
  overFrom,
  type Pool,
  shareUnder,
  standingTerms,
  waitsFor,
} from '../../../lib/domain/pool.ts';
import { Timeline } from '../kit/case-page.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { WithChildren, Words } from '../kit/html.ts';
import { Table } from '../kit/tables.tsx';
import type { CaseVisit, Typed } from '../page.ts';

/** A visit with what was typed and what is wrong with it. `path`: where its forms go. */
export type Side = {
  readonly visit: CaseVisit;
  readonly path: string;
  readonly typed: Typed;
  readonly errors: FieldErrors;
};
export type OfHousehold = Side & { readonly household: Household };

/** A field of one household's form, so that no two on a page share a name. */
export const fieldOf = ({ id }: Household, part: string): string => `${part}-${id}`;

type DeedProps = WithChildren & {
  readonly side: Side;
  readonly deed: string;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly submit?: string | false;
};

/** A form that does one thing, of one household. */
export const DeedForm = ({ side: { visit, path }, deed, hidden = {}, submit, children }: DeedProps) => (
  <Form action={path} csrf={visit.csrf} request={visit.request} submit={submit}>
    <input type="hidden" name="deed" value={deed} />
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
  </Form>
);

/** The names of the others; whoever has not said yes yet is only asked. */
export const otherNames = (household: Household, caseId: string): string[] =>
  household.members
    .filter((member) => member.caseId !== caseId && !member.leftAt)
    .map((member) => (isIn(member) ? member.person.name : `${member.person.name}, who has been asked`));

type TalkProps = { readonly messages: readonly HouseholdMessage[]; readonly readerId: string; readonly council: string };

export const Talk = ({ messages, readerId, council }: TalkProps) => (
  <Timeline
    items={messages.map(({ by, caseId, at, words }) => ({
      title: by.id === readerId ? 'You wrote' : `${by.name}${caseId ? '' : `, ${council},`} wrote`,
      at,
      about: <p class="govuk-body ow-typed">{words}</p>,
    }))}
  />
);

export const poolHref = (path: string, household: Household, pool?: number): string =>
  `${path}/pool?${new URLSearchParams({ household: household.id, ...(pool && { pool: String(pool) }) }).toString()}`;

/** How a pool stands, in a sentence; “you” where it waits for the case of whoever reads. */
export const poolStands = (pool: Pool, today: string, reader?: string): string => {
  const end = overFrom(pool);
  if (end && isOver(pool, today)) return `Ended on ${formatDate(end)}`;
  const [newest, standing] = [newestTerms(pool), standingTerms(pool, today)];
  const waits = waitsFor(newest)
    .map(({ caseId, name }) => (caseId === reader ? 'you' : name))
    .join(', ');
  if (!standing) return `Waits for ${waits}`;
  const from = inForceFrom(standing);
  const now = from > today ? `Agreed, from ${formatDate(from)}` : 'Agreed by all';
  return standing.version === newest.version ? now : `${now}. A change waits for ${waits}`;
};

type PoolsProps = Pick<OfHousehold, 'household' | 'path' | 'visit'> & {
  readonly pools: readonly Pool[];
  readonly shareHead: string;
  /** The case of whoever reads, where it is theirs. */
  readonly reader?: string | undefined;
  readonly empty: string;
};

/** What they pay for together, with this person's share of a week to the penny. */
export const PoolTable = ({ household, path, visit, pools, shareHead, reader, empty }: PoolsProps) => {
  const today = toIsoDate(visit.now);
  return (
    <Table
      caption={`What is paid for together: ${household.name}`}
      head={[
        { text: 'What' },
        { text: 'All of it, a week', numeric: true },
        { text: shareHead, numeric: true },
        { text: 'How it stands' },
      ]}
      rowHeads
      empty={empty}
      rows={pools.map((pool): Words[] => {
        const terms = standingTerms(pool, today) ?? newestTerms(pool);
        const share = shareUnder(terms, visit.case.id);
        return [
          <a class="govuk-link" href={poolHref(path, household, pool.number)}>
            {pool.name}
          </a>,
          formatPence(terms.wholePence),
          share === undefined ? 'None' : formatPence(share),
          poolStands(pool, today, reader),
        ];
      })}
    />
  );
};
