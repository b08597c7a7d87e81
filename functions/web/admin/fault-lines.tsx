/** What keeps a draft from being published, of one thing only: beside the editor of that thing. All of it is on the page of the draft. */
import { type DocumentFault, idOf, inRoom } from '../../../lib/app/configuring/documents.ts';
import type { RoomName } from '../../../lib/app/configuring/rooms.ts';
import { type DraftVisit, faultsOf } from './draft-page.tsx';

export type About = {
  readonly room: RoomName;
  readonly id: string;
  /** The beginning of the place in it, such as `stages/planning`; left out for all of it. */
  readonly within?: string | undefined;
};

const isWithin = (where: string, within: string | undefined): boolean =>
  within === undefined || where === within || where.startsWith(`${within}/`);

export const faultsAbout = (
  visit: DraftVisit,
  { room, id, within }: About,
  all: readonly DocumentFault[] = faultsOf(visit),
): DocumentFault[] => {
  const path = inRoom(visit.view.after, room).find(([, json]) => idOf(json) === id)?.[0];
  return all.filter(({ file, where }) => file === path && isWithin(where, within));
};

/** The sentence of a fault, with its law where that is not in it. */
export const faultWords = ({ message, law }: Pick<DocumentFault, 'message' | 'law'>): string =>
  law && !message.includes(law) ? `${message} (${law})` : message;

type LinesProps = { readonly title: string; readonly faults: readonly DocumentFault[] };

/** Nothing where there is nothing. */
export const FaultLines = ({ title, faults }: LinesProps) =>
  faults.length === 0 ? null : (
    <section aria-label={title}>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {faults.map((fault) => (
          <li>{faultWords(fault)}</li>
        ))}
      </ul>
    </section>
  );
