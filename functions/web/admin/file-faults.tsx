/** What keeps a draft from being published, as far as it is about one file: beside the form that can mend it. All of it is `draft.tsx`. */
import { type DraftVisit, draftHref, faultsOf } from './draft-page.tsx';

type FileFaultsProps = { readonly visit: DraftVisit; readonly file: string };

export const FileFaults = ({ visit, file }: FileFaultsProps) => {
  const { draft } = visit.view;
  const own = draft.state === 'open' || draft.state === 'checked' ? faultsOf(visit).filter((fault) => fault.file === file) : [];
  if (own.length === 0) return null;
  return (
    <section aria-label="What keeps this from being published">
      <h2 class="govuk-heading-m">To put right before it can be published</h2>
      <ul class="govuk-list govuk-list--bullet">
        {own.map(({ message, law }) => (
          <li>{law && !message.includes(law) ? `${message} (${law})` : message}</li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`${draftHref(draft)}#faults`}>
          See everything that keeps this draft back
        </a>
      </p>
    </section>
  );
};
