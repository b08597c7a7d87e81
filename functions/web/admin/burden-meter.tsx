/**
 * What each pathway asks of people, as the draft has it and as it is live: beside every edit. The counting is `lib/pathway/burden.ts`.
 * A draft whose forms cannot be walked says so and shows no number.
 */

import type { Documents } from '../../../lib/app/configuring/documents.ts';
import { readRoom } from '../../../lib/app/configuring/documents.ts';
import type { StageId } from '../../../lib/domain/stage.ts';
import { type Burden, burdenOfBundle } from '../../../lib/pathway/burden.ts';
import { Details } from '../kit/messages.tsx';
import { Table } from '../kit/tables.tsx';
import type { DraftVisit } from './draft-page.tsx';
import { councilOf, walkableIn } from './draft-reading.ts';
import { typicalWords } from './typical-case.ts';

/** Nothing where something in it cannot be read or walked: the page of faults names it. */
export const burdenIn = (documents: Documents, council: string): Burden[] | undefined => {
  const walkable = walkableIn(documents, council);
  if (!walkable) return undefined;
  try {
    return burdenOfBundle(walkable);
  } catch {
    return undefined;
  }
};

const range = ({ always, atMost }: { readonly always: number; readonly atMost: number }): string =>
  always === atMost ? String(atMost) : `${always} to ${atMost}`;

/** “54 to 95 (was 60 to 101)”, so that the eye sees at once whether anything moved. */
const beside = (now: string, before: string | undefined): string =>
  before === undefined || before === now ? now : `${now} (was ${before})`;

const FIGURES: readonly { readonly head: string; readonly of: (burden: Burden) => string }[] = [
  { head: 'Questions', of: ({ everybody }) => range(everybody.questions) },
  { head: 'Asked again', of: ({ everybody }) => String(everybody.repeats) },
  { head: 'Minutes', of: ({ everybody }) => range(everybody.minutes) },
  { head: 'Free text', of: ({ everybody }) => String(everybody.freeText) },
  { head: 'Hand-offs', of: ({ handOffs }) => String(handOffs.everything) },
  { head: 'Approvals', of: ({ approvals }) => String(approvals.everything) },
];
const HEAD = [{ text: 'Pathway' }, ...FIGURES.map(({ head }) => ({ text: head, numeric: true }))];

const ACTORS = { person: 'The person', assessor: 'Assessors', approver: 'Approvers' } as const;

const titleOf = (documents: Documents, id: StageId): string =>
  readRoom(documents, 'pathways').values.find((each) => each.id === id)?.title ?? id;

export const BurdenMeter = ({ visit }: { readonly visit: DraftVisit }) => {
  const { before, after } = visit.view;
  const council = councilOf(visit);
  const now = burdenIn(after, council);
  const was = burdenIn(before, council);
  if (!now) return <p class="govuk-body">What this asks of people cannot be counted until its faults are put right.</p>;
  const typical = typicalWords(visit);
  const old = (id: StageId) => was?.find(({ pathway }) => pathway === id);
  return (
    <div class="ow-meter">
      <Table
        caption="What it asks of people"
        head={typical.size > 0 ? [...HEAD, { text: 'Typical past case' }] : HEAD}
        rowHeads
        rows={now.map((burden) => {
          const then = old(burden.pathway);
          const figures = FIGURES.map(({ of }) => beside(of(burden), then && of(then)));
          const past = typical.size > 0 ? [typical.get(burden.pathway) ?? 'no case yet'] : [];
          return [titleOf(after, burden.pathway), ...figures, ...past];
        })}
      />
      <Details summary="Of whom, and how this is counted">
        <Table
          caption="Questions and minutes, by who answers"
          head={[{ text: 'Pathway' }, { text: 'Who' }, { text: 'Questions', numeric: true }, { text: 'Minutes', numeric: true }]}
          rows={now.flatMap((burden) =>
            burden.actors.map((load) => [
              titleOf(after, burden.pathway),
              ACTORS[load.actor],
              range(load.questions),
              range(load.minutes),
            ]),
          )}
        />
        <p class="govuk-body">
          Every way through the forms is gone through, for somebody about whom nothing is known yet. Minutes are reckoned from how
          long each kind of question takes; they are not measured.
        </p>
      </Details>
    </div>
  );
};
