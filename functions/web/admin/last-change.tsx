/** What was changed last, said on the page that one comes back to. Undoing it is on the page of the draft. */
import { draftDocuments } from '../../../lib/app/configuring/draft.ts';
import { isCannot, operationWords } from '../../../lib/app/configuring/operation.ts';
import { NotificationBanner } from '../kit/messages.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';

/** Where to go back to after a change, so that it is told there. */
export const toldAt = (path: string): string => `${path}?changed=yes`;

/** The sentence of the newest change, of the documents as they were before it. */
const lastChangeWords = ({ view: { before, draft } }: DraftVisit): string | undefined => {
  const last = draft.changes.at(-1);
  const documents = draftDocuments(before, { changes: draft.changes.slice(0, -1) });
  return last && !isCannot(documents) ? operationWords(documents, last.operation) : undefined;
};

export const LastChange = ({ visit }: { readonly visit: DraftVisit }) => {
  const words = visit.c.req.query('changed') === undefined ? undefined : lastChangeWords(visit);
  if (!words) return null;
  return (
    <NotificationBanner title="Changed in this draft" success>
      <p>{words}</p>
      <p>
        <a class="govuk-notification-banner__link" href={draftHref(visit.view.draft)}>
          See all that changes, or undo it
        </a>
      </p>
    </NotificationBanner>
  );
};
