/** Drafts on the overview: those that are open or handed over, and beginning one. Not the changes in them. */
import { beginDraft } from '../../../lib/app/configuring/configure.ts';
import type { DraftLine } from '../../../lib/app/configuring/draft.ts';
import { Form } from '../kit/form.tsx';
import { Tag } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { goTo, type SignedInVisit, type Typed, text } from '../page.ts';
import { ports } from './draft-page.tsx';

const STATE = {
  open: { text: 'Being changed', colour: 'blue' },
  checked: { text: 'Waits to be published', colour: 'yellow' },
  published: { text: 'Published', colour: 'green' },
  dropped: { text: 'Dropped', colour: 'grey' },
} as const;

const countWords = (changes: number): string => (changes === 1 ? '1 change' : `${changes} changes`);

export const DraftList = ({ lines }: { readonly lines: readonly DraftLine[] }) => (
  <Table
    caption="Drafts"
    head={[{ text: 'Draft' }, { text: 'State' }, { text: 'Changes' }, { text: 'Begun' }]}
    rowHeads
    rows={lines
      .filter(({ state }) => state === 'open' || state === 'checked')
      .map(({ id, title, state, changes, startedBy, startedAt }) => [
        <a class="govuk-link" href={`/admin/drafts/${id}`}>
          {title}
        </a>,
        <Tag text={STATE[state].text} colour={STATE[state].colour} />,
        countWords(changes),
        `${startedBy.name}, ${readableTime(startedAt, 'date')}`,
      ])}
    empty="There are no drafts. Nobody is changing anything."
  />
);

type BeginProps = { readonly visit: SignedInVisit; readonly error?: string | undefined; readonly value?: string | undefined };

/** Always at hand: beginning a draft changes nothing. */
export const BeginDraft = ({ visit, error, value }: BeginProps) => (
  <Form action="/admin" csrf={visit.csrf} request={visit.request} submit="Begin a draft">
    <TextInput
      name="title"
      label="What is to change?"
      hint="Such as: no second look at plans. You can try things out: nothing happens until somebody else publishes it."
      value={value}
      error={error}
    />
  </Form>
);

/** Begins it and goes there, or answers why not. */
export const begin = async (visit: SignedInVisit, typed: Typed) => {
  const begun = await beginDraft(ports, { by: visit.actor, title: text(typed, 'title'), request: visit.request });
  return begun.done ? goTo(`/admin/drafts/${begun.draft.id}`) : begun.message;
};
