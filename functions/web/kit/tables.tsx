/**
 * A table of records, such as a worklist. Sorted and cut into pages by the server; the head's links ask for another order.
 * It may scroll sideways on a narrow screen, by keyboard too. For a sum and its parts see `working-table.tsx`.
 */
import { govuk } from './govuk.ts';
import { textOrHtml, type Words } from './html.ts';

export type TableHead = {
  readonly text: string;
  readonly numeric?: boolean | undefined;
  /** Asks for this column's order. */
  readonly href?: string | undefined;
  /** The order the rows are in now, on the one column it follows. */
  readonly sort?: 'ascending' | 'descending' | undefined;
};

type TableProps = {
  readonly caption: string;
  readonly head: readonly TableHead[];
  readonly rows: readonly (readonly Words[])[];
  /** The first cell of each row names the row. */
  readonly rowHeads?: boolean | undefined;
  /** Said in place of a table without rows. */
  readonly empty?: string | undefined;
};

export const Table = ({ caption, head, rows, rowHeads, empty = 'Nothing to show.' }: TableProps) => {
  if (rows.length === 0) return <p class="govuk-body">{empty}</p>;
  return (
    <section class="ow-scroll" aria-label={caption} tabindex={0}>
      {govuk('table', {
        caption,
        captionClasses: 'govuk-table__caption--m',
        firstCellIsHeader: rowHeads,
        head: head.map(headOf),
        rows: rows.map((row) => row.map((cell, column) => ({ ...textOrHtml(cell), ...numeric(head[column]) }))),
      })}
    </section>
  );
};

const numeric = (head: TableHead | undefined) => (head?.numeric ? { format: 'numeric' } : {});

const headOf = (head: TableHead) => ({
  ...(head.href
    ? {
        html: (
          <a class="govuk-link" href={head.href}>
            {head.text}
          </a>
        ),
      }
    : { text: head.text }),
  ...numeric(head),
  ...(head.sort ? { attributes: { 'aria-sort': head.sort } } : {}),
});
