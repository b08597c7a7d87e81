/** Reviews whose date has come or comes in the next eight weeks. They open by themselves; this list is for seeing them coming. */
import type { Summary } from '../../../lib/app/summary.ts';
import { reviewList } from '../../../lib/aws/time-lists.ts';
import { addWeeks, formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { Page } from '../kit/layout.tsx';
import { Table } from '../kit/tables.tsx';
import { type SignedInVisit, show, signedInPage } from '../page.ts';
import { PersonLink } from './work.tsx';

const WEEKS_AHEAD = 8;
/** One page never reads or shows more than this, however large the council. */
export const MOST_SHOWN = 200;
const HEAD = [{ text: 'Person' }, { text: 'Review by' }];

type ReviewsProps = { readonly visit: SignedInVisit; readonly rows: readonly Summary[] };

export const ReviewsView = ({ visit, rows }: ReviewsProps) => {
  const today = toIsoDate(visit.now);
  const due = (line: Summary) => (line.reviewDueOn ?? '') <= today;
  const lines = (some: readonly Summary[]) =>
    some.map((line) => [<PersonLink line={line} />, line.reviewDueOn ? formatDate(line.reviewDueOn) : '']);
  const passed = rows.filter(due);
  const coming = rows.filter((line) => !due(line));
  return (
    <Page {...visit.frame} title="Reviews" wide>
      <p class="govuk-body">
        A review opens by itself on its day and then joins the work list. It can be opened sooner from the case.
      </p>
      {passed.length > 0 ? (
        <>
          <Table caption="The date has come" head={HEAD} rowHeads rows={lines(passed)} />
          <p class="govuk-body">
            These open with the next daily run. If one stays here for more than a day, open it from the case.
          </p>
        </>
      ) : null}
      <Table
        caption={`In the next ${WEEKS_AHEAD} weeks`}
        head={HEAD}
        rowHeads
        rows={lines(coming)}
        empty="No review comes up soon."
      />
      {rows.length === MOST_SHOWN ? <p class="govuk-body">Only the soonest {String(MOST_SHOWN)} are shown.</p> : null}
    </Page>
  );
};

export const reviews = signedInPage('view-work', {
  path: '/reviews',
  get: async (visit) => {
    const rows = await reviewList.dueBy(addWeeks(toIsoDate(visit.now), WEEKS_AHEAD), MOST_SHOWN);
    return show(<ReviewsView visit={visit} rows={rows} />);
  },
});
