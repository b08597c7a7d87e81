/**
 * What keeps a draft from being published, in the same words everywhere: all of it on the draft's own page, and on each editor what is
 * about its thing alone, beside what can mend it. Whether there is anything is `documentsFaults`.
 */
import { type DocumentFault, idOf, inRoom } from '../../../lib/app/configuring/documents.ts';
import type { RoomName } from '../../../lib/app/configuring/rooms.ts';
import { type DraftVisit, draftHref, faultsOf } from './draft-page.tsx';

/** A document by its id, or one question of the bank. */
type About =
  | {
      readonly room: Exclude<RoomName, 'questions'>;
      readonly id: string;
      /** The beginning of the place in it, such as `stages/planning`; left out for all of it. */
      readonly within?: string;
    }
  | { readonly question: string };

const isWithin = (where: string, within: string | undefined): boolean =>
  within === undefined || where === within || where.startsWith(`${within}/`);

/** Files are told apart by what is in them: one that was brought in may be called anything. The bank is one, in however many files. */
const placeOf = (
  { view }: DraftVisit,
  about: About,
): { readonly file: string | undefined; readonly within?: string | undefined } => {
  if ('question' in about) return { file: 'questions', within: `questions/${about.question}` };
  const file = inRoom(view.after, about.room).find(([, json]) => idOf(json) === about.id)?.[0];
  return { file, within: about.within };
};

export const faultsAbout = (
  visit: DraftVisit,
  about: About,
  all: readonly DocumentFault[] = faultsOf(visit),
): DocumentFault[] => {
  const place = placeOf(visit, about);
  return all.filter(({ file, where }) => file === place.file && isWithin(where, place.within));
};

/** The sentence of a fault, with its law where that is not in it. */
export const faultWords = ({ message, law }: Pick<DocumentFault, 'message' | 'law'>): string =>
  law && !message.includes(law) ? `${message} (${law})` : message;

/** @example keepsWords(2) // '2 things keep this from being published' */
const keepsWords = (count: number): string =>
  count === 1 ? 'One thing keeps this from being published' : `${count} things keep this from being published`;

/** Sentences in a list, each once. */
export const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {[...new Set(lines)].map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);

/** Every one of them, with its file and its place in it. */
export const AllFaults = ({ faults }: { readonly faults: readonly DocumentFault[] }) => (
  <>
    <h2 class="govuk-heading-m" id="faults">
      {keepsWords(faults.length)}
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      {faults.map((fault) => (
        <li>
          {faultWords(fault)} <span class="govuk-hint">{`${fault.file}${fault.where === 'file' ? '' : `, ${fault.where}`}`}</span>
        </li>
      ))}
    </ul>
  </>
);

/** Those of one thing; nothing where there are none, and on a draft that is published or dropped. */
export const FaultsHere = ({ visit, about }: { readonly visit: DraftVisit; readonly about: About }) => {
  const { draft } = visit.view;
  const lines = draft.state === 'open' || draft.state === 'checked' ? faultsAbout(visit, about).map(faultWords) : [];
  if (lines.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{keepsWords(new Set(lines).size)}</h2>
      <Lines lines={lines} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${draftHref(draft)}#faults`}>
          See everything that keeps this draft back
        </a>
      </p>
    </>
  );
};
