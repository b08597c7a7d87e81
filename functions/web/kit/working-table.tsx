/**
 * How a figure was worked out: one line per part, the sum at the foot. Two columns that fit the narrowest screen.
 * It adds nothing up: the lines and the total come from the domain, so that what is shown is what was decided.
 */
import type { Words } from './html.ts';

/** A line without a figure only says something, such as "this needs costing by itself". */
export type WorkingLine = { readonly label: Words; readonly detail?: Words | undefined; readonly figure?: string | undefined };

type WorkingTableProps = {
  readonly caption: string;
  readonly lines: readonly WorkingLine[];
  readonly total?: { readonly label: string; readonly figure: string } | undefined;
};

export const WorkingTable = ({ caption, lines, total }: WorkingTableProps) => (
  <table class="govuk-table ow-working">
    <caption class="govuk-table__caption govuk-table__caption--m">{caption}</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        <th scope="col" class="govuk-table__header">
          What for
        </th>
        <th scope="col" class="govuk-table__header govuk-table__header--numeric">
          Figure
        </th>
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {lines.map(({ label, detail, figure }) => (
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            {label}
            {detail ? <span class="ow-working__detail">{detail}</span> : null}
          </th>
          <td class="govuk-table__cell govuk-table__cell--numeric">{figure}</td>
        </tr>
      ))}
    </tbody>
    {total ? (
      <tfoot>
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            {total.label}
          </th>
          <td class="govuk-table__cell govuk-table__cell--numeric">{total.figure}</td>
        </tr>
      </tfoot>
    ) : null}
  </table>
);
