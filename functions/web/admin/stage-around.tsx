/**
 * What belongs to a stage and is changed elsewhere: how it ends, its forms, the letters that are sent from it, and who may agree what
 * there. Shown on the page of the stage with links to where each is changed.
 */
import { readRoom } from '../../../lib/app/configuring/documents.ts';
import type { LetterFor } from '../../../lib/domain/letter.ts';
import type { LetterEvent } from '../../../lib/domain/letter-event.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { isHuman, type StageKind } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import { Table } from '../kit/tables.tsx';
import { draftHref } from './draft-page.tsx';
import { councilOf } from './draft-reading.ts';
import { type StageVisit, stageHref } from './pathway-page.tsx';
import { formWords, leadWords, outcomeWords, waysOf } from './stage-words.ts';

const isOpen = ({ view }: StageVisit): boolean => view.draft.state === 'open';

type LinkProps = { readonly href: string; readonly words: string; readonly about?: string | undefined };
const Link = ({ href, words, about }: LinkProps) => (
  <a class="govuk-link" href={href}>
    {words}
    {about ? <span class="govuk-visually-hidden">: {about}</span> : null}
  </a>
);

export const Ways = ({ visit }: { readonly visit: StageVisit }) => {
  const { pathway, stage, forms, view } = visit;
  const href = (path: string): string => stageHref(view.draft, visit, path);
  return (
    <>
      <Table
        caption="How it ends, and where that leads"
        rowHeads
        head={[{ text: 'Outcome' }, { text: 'Leads to' }, { text: 'Change' }]}
        rows={waysOf(stage).map(({ outcome, to }) => [
          outcomeWords(stage, outcome, forms),
          leadWords(to, pathway),
          isOpen(visit) ? (
            <Link href={href(`/ways/${outcome}/take-out`)} words="Take it out" about={`the outcome ${outcome}`} />
          ) : (
            ''
          ),
        ])}
        empty="It cannot end in any way."
      />
      {isOpen(visit) ? (
        <p class="govuk-body">
          <Link href={href('/ways')} words="Change where they lead" /> or <Link href={href('/ways/add')} words="add an outcome" />
        </p>
      ) : null}
    </>
  );
};

export const Forms = ({ visit }: { readonly visit: StageVisit }) => {
  const { stage, forms, view } = visit;
  if (!isHuman(stage)) return null;
  const own = stage.kind === 'form' ? [{ id: stage.form, own: true }] : [];
  const all = [...own, ...(stage.includes ?? []).map((id) => ({ id, own: false }))];
  return (
    <>
      <Table
        caption="Forms that are filled in here"
        rowHeads
        head={[{ text: 'Form' }, { text: 'How it comes here' }, { text: 'Change' }]}
        rows={all.map(({ id, own: isOwn }) => [
          <Link href={draftHref(view.draft, `/forms/${id}`)} words={formWords(id, forms)} />,
          isOwn ? 'It is the form of this stage' : 'It is merged into this stage',
          isOpen(visit) && !isOwn ? (
            <Link href={stageHref(view.draft, visit, `/forms/${id}/take-out`)} words="Take it out" about={formWords(id, forms)} />
          ) : (
            ''
          ),
        ])}
        empty="No form is filled in here: the stage has a page of its own."
      />
      {isOpen(visit) ? (
        <p class="govuk-body">
          <Link href={stageHref(view.draft, visit, '/merge-form')} words="Merge a form into this stage" />
        </p>
      ) : null}
    </>
  );
};

/** What can happen at a stage of each kind that the council may write about. */
const EVENTS: Readonly<Record<StageKind, readonly LetterEvent[]>> = {
  form: [],
  assessment: ['AssessmentConfirmed', 'FinancesRecorded'],
  'resource-allocation': ['AllocationMade'],
  'plan-approval': ['PlanApproved', 'PlanReturned'],
  review: ['ReviewOpened', 'ReviewRecorded'],
};

const eventsAt = ({ stage, forms }: StageVisit): ReadonlySet<LetterEvent> => {
  const page = stage.kind === 'form' ? forms.find(({ id }) => id === stage.form)?.page : undefined;
  const closes = waysOf(stage).some(({ to }) => 'end' in to && to.end !== 'support-in-place');
  return new Set<LetterEvent>([
    ...EVENTS[stage.kind],
    // Only a story that was sent is answered by a letter; a plan that is inside the limits is agreed as soon as it is ready.
    ...(page === 'story' ? (['StageFinished'] as const) : []),
    ...(page === 'plan' ? (['PlanApproved'] as const) : []),
    ...(isHuman(stage) && stage.who !== 'person' ? (['PromiseMissed'] as const) : []),
    ...(closes ? (['CaseClosed'] as const) : []),
  ]);
};

export const Letters = ({ visit }: { readonly visit: StageVisit }) => {
  const events = eventsAt(visit);
  const letters = readRoom(visit.view.after, 'letters').values.filter(
    (letter): letter is LetterFor => letter.kind === 'letter' && events.has(letter.event),
  );
  return (
    <>
      <h2 class="govuk-heading-m">Letters that can be sent from here</h2>
      {letters.length === 0 ? (
        <p class="govuk-body">None.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {letters.map(({ id, title }) => (
            <li>
              <Link href={draftHref(visit.view.draft, `/letters/${id}`)} words={say(title)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** Who may agree what: only where plans are agreed. */
export const Tiers = ({ visit }: { readonly visit: StageVisit }) => {
  const { stage, view } = visit;
  if (stage.kind !== 'plan-approval') return null;
  const council = readRoom(view.after, 'councils').values.find(({ id }) => id === councilOf(visit));
  return (
    <>
      <Table
        caption="Who may agree what here"
        rowHeads
        head={[{ text: 'Who' }, { text: 'From, a week', numeric: true }, { text: 'Up to, a week', numeric: true }]}
        rows={(council?.approval?.tiers ?? []).map(({ title, from, to, panel }) => [
          panel ? `${title} (a panel)` : title,
          formatPence(from),
          to === null ? 'No end' : formatPence(to),
        ])}
        empty="There are no tiers: everybody may agree up to their own limit."
      />
      <p class="govuk-body">
        <Link href={draftHref(view.draft, '/council')} words="Change who may agree what" />
      </p>
    </>
  );
};
