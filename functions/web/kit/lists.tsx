/**
 * Lists of what is known and what is to do. Thin wrappers of the GOV.UK components. What stands in them is the page's business.
 */
import { govuk } from './govuk.ts';
import { textOrHtml, type Words } from './html.ts';
import { type TagColour, tagParameters } from './messages.tsx';

export type SummaryRow = {
  readonly key: Words;
  readonly value: Words;
  /** A link to change it. `what` finishes the sentence for people who cannot see the row: "Change … your phone number". */
  readonly change?: { readonly href: string; readonly what: string; readonly text?: string | undefined } | undefined;
};

type SummaryListProps = { readonly rows: readonly SummaryRow[]; readonly card?: string | undefined };

/** Questions and answers, or facts and figures, side by side. With `card`, in a box with that title. */
export const SummaryList = ({ rows, card }: SummaryListProps) =>
  govuk('summary-list', {
    ...(card ? { card: { title: { text: card } } } : {}),
    rows: rows.map(({ key, value, change }) => ({
      key: textOrHtml(key),
      value: textOrHtml(value),
      ...(change
        ? { actions: { items: [{ href: change.href, text: change.text ?? 'Change', visuallyHiddenText: change.what }] } }
        : {}),
    })),
  });

/** Plain words for what is done, a tag for what is not, `cannotStart` with what has to come first. */
export type TaskStatus =
  | string
  | { readonly tag: string; readonly colour?: TagColour | undefined }
  | { readonly cannotStart: string };

export type Task = {
  readonly title: string;
  readonly href?: string | undefined;
  readonly hint?: Words | undefined;
  readonly status: TaskStatus;
};

/** Things to do, in any order. `name` tells two lists on one page apart. */
export const TaskList = ({ name, tasks }: { readonly name: string; readonly tasks: readonly Task[] }) =>
  govuk('task-list', {
    idPrefix: name,
    items: tasks.map(({ title, href, hint, status }) => ({
      title: { text: title },
      href,
      ...(hint ? { hint: textOrHtml(hint) } : {}),
      status: statusOf(status),
    })),
  });

function statusOf(status: TaskStatus) {
  if (typeof status === 'string') return { text: status };
  if ('tag' in status) return { tag: tagParameters(status.tag, status.colour) };
  return { text: status.cannotStart, classes: 'govuk-task-list__status--cannot-start-yet' };
}
