/**
 * The statement of a personal budget (Care Act 2014 s.26): each line, the whole, what the person pays, what the council pays. The same on
 * the person's page, for staff and in the letter, so that no two of them ever differ. Nothing is worked out here.
 */
import type { PersonalBudget } from '../../../lib/domain/approval.ts';
import { plainNeed } from '../../../lib/domain/eligibility.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { SummaryList, type SummaryRow } from '../kit/lists.tsx';
import { WorkingTable } from '../kit/working-table.tsx';

const weekly = (pence: number): string => `${formatPence(pence)} a week`;

/** Who pays what. While nobody has looked at that, it says so, and that nothing waits for it. */
const whoPays = ({ contributionPence, councilPence, contribution }: PersonalBudget, theirs: boolean): SummaryRow[] => {
  const you = theirs ? 'You pay' : 'The person pays';
  const we = theirs ? 'We pay' : 'The council pays';
  if (contributionPence === null || councilPence === null)
    return [{ key: you, value: 'This is not worked out yet. No support waits for it.' }];
  const about = contribution?.standing === 'estimate' ? 'About ' : '';
  return [
    { key: you, value: `${about}${weekly(contributionPence)}` },
    { key: we, value: `${about}${weekly(councilPence)}` },
  ];
};

const overAYear = ({ oncePence, yearlyPence }: PersonalBudget): SummaryRow[] => [
  ...(oncePence === undefined ? [] : [{ key: 'One-offs', value: `${formatPence(oncePence)} once` }]),
  ...(yearlyPence === undefined ? [] : [{ key: 'Over a year', value: formatPence(yearlyPence) }]),
];

type StatementProps = { readonly budget: PersonalBudget; readonly audience: 'person' | 'staff' };

/** Who pays what of it, and what it comes to over a year. */
export const WhoPays = ({ budget, audience }: StatementProps) => (
  <SummaryList rows={[...whoPays(budget, audience === 'person'), ...overAYear(budget)]} />
);

export const BudgetStatement = ({ budget, audience }: StatementProps) => (
  <>
    <WorkingTable
      caption="What the budget is made of"
      lines={budget.lines.map(({ what, pence, oncePence, meets = [] }) => ({
        label: what,
        ...(meets.length > 0 && { detail: `For: ${meets.map(plainNeed).join('; ')}.` }),
        figure: oncePence === undefined ? formatPence(pence) : `${formatPence(oncePence)} once`,
      }))}
      total={{ label: 'The whole budget, a week', figure: formatPence(budget.totalPence) }}
    />
    <WhoPays budget={budget} audience={audience} />
  </>
);
