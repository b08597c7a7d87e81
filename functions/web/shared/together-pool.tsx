/**
 * One thing that several people pay for together, as both sides see it: each share to the penny, who has agreed, the money that went in
 * and out. The forms are `together-pool-forms.tsx`.
 */
import { formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { newestTerms, type Pool, type PoolTerms, sharesUnder, standingTerms } from '../../../lib/domain/pool.ts';
import { balanceOf, balancesOf, type LedgerEntry, settledOn } from '../../../lib/domain/pool-ledger.ts';
import type { Words } from '../kit/html.ts';
import { SummaryList } from '../kit/lists.tsx';
import { Table } from '../kit/tables.tsx';
import { WorkingTable } from '../kit/working-table.tsx';
import { poolStands } from './together-parts.tsx';

type OfPool = { readonly pool: Pool; readonly now: Date; readonly reader?: string | undefined };

const parts = (count: number): string => (count === 1 ? '1 part' : `${count} parts`);

const Terms = ({ terms, caption }: { readonly terms: PoolTerms; readonly caption: string }) => (
  <WorkingTable
    caption={caption}
    lines={sharesUnder(terms).map(({ caseId, name, pence }, place) => ({
      label: name,
      detail: `${parts(terms.shares[place]?.parts ?? 1)}. ${terms.agreed.some((yes) => yes.caseId === caseId) ? 'Has agreed' : 'Has not agreed yet'}`,
      figure: formatPence(pence),
    }))}
    total={{ label: terms.description, figure: formatPence(terms.wholePence) }}
  />
);

const runs = ({ startsOn, endsOn }: PoolTerms): string =>
  `From ${formatDate(startsOn)}${endsOn ? ` until ${formatDate(endsOn)}` : ''}`;

/** What it is for, how it stands, each share of a week; beside it a change that waits to be agreed. */
export const PoolShares = ({ pool, now, reader }: OfPool) => {
  const today = toIsoDate(now);
  const [newest, stands] = [newestTerms(pool), standingTerms(pool, today)];
  const shown = stands ?? newest;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'What it is for', value: <span class="ow-typed">{pool.purpose}</span> },
          { key: 'When', value: runs(shown) },
          { key: 'How it stands', value: poolStands(pool, today, reader) },
        ]}
      />
      <Terms terms={shown} caption="Who pays what, a week" />
      {newest.version === shown.version ? null : (
        <>
          <Terms terms={newest} caption="What would change, a week" />
          <p class="govuk-body">{runs(newest)}, once each of them has agreed.</p>
        </>
      )}
    </>
  );
};

const KIND_WORDS: Readonly<Record<LedgerEntry['kind'], string>> = { in: 'Put in', spent: 'Spent', 'paid-out': 'Paid out' };

const entryRow = ({ kind, on, what, pence, by, recordedBy }: LedgerEntry): Words[] => [
  formatDate(on),
  KIND_WORDS[kind],
  <span class="ow-typed">{what}</span>,
  by.map(({ name, pence: part }) => `${name} ${formatPence(part)}`).join(', '),
  recordedBy?.name ?? '',
  formatPence(kind === 'in' ? pence : -pence),
];

/** The money: what each person has in it, adding up to what is in it, and every entry. */
export const PoolMoney = ({ pool: stored, now }: OfPool) => {
  const pool = settledOn(stored, toIsoDate(now));
  return (
    <>
      <WorkingTable
        caption="What is in it now"
        lines={balancesOf(pool).map(({ name, pence }) => ({ label: name, figure: formatPence(pence) }))}
        total={{ label: 'In all', figure: formatPence(balanceOf(pool)) }}
      />
      <Table
        caption="Money in and out"
        head={[
          { text: 'Day' },
          { text: 'In or out' },
          { text: 'What it was' },
          { text: 'How it is shared' },
          { text: 'Who wrote it' },
          { text: 'Amount', numeric: true },
        ]}
        empty="No money has gone in or out yet."
        rows={[...pool.ledger].reverse().map(entryRow)}
      />
    </>
  );
};
