/**
 * One pathway of a draft: its stages in order with the picture beside them, and the same as a table. Taking a stage out stands on the
 * list itself; adding one is a link. What a stage is, is `stage.tsx`.
 */
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { type Answer, show, type Typed, text } from '../page.ts';
import { WHOLE_PAGE } from '../typed-rows.ts';
import { DraftFrame } from './draft-frame.tsx';
import { askDraft, draftHref } from './draft-page.tsx';
import { FaultsHere } from './fault-lines.tsx';
import { LastChange, toldAt } from './last-change.tsx';
import { type Beside, PathwayBeside, PathwayTogether, pathwayBeside } from './pathway-beside.tsx';
import { type PathwayVisit, pathwayHref, pathwayPage, stageHref } from './pathway-page.tsx';
import { StageCards } from './stage-cards.tsx';
import { whatCasesTeachSoon } from './what-cases-teach.ts';

type PathwayProps = {
  readonly visit: PathwayVisit;
  readonly beside: Beside;
  readonly errors?: FieldErrors | undefined;
};

const Adding = ({ visit: { pathway, view } }: { readonly visit: PathwayVisit }) =>
  view.draft.state === 'open' ? (
    <p class="govuk-body">
      <a class="govuk-link" href={pathwayHref(view.draft, pathway, '/add-stage')}>
        Add a stage
      </a>
    </p>
  ) : null;

export const PathwayPageView = ({ visit, beside, errors }: PathwayProps): Html => {
  const { pathway, view } = visit;
  return (
    <DraftFrame visit={visit} title={pathway.title} part="Pathways" back={draftHref(view.draft, '/pathways')} errors={errors}>
      <LastChange visit={visit} />
      <FaultsHere visit={visit} about={{ room: 'pathways', id: pathway.id }} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <h2 class="govuk-heading-m">The stages, in order</h2>
          <p class="govuk-body">
            Moving a stage up or down changes the order of this list only. Where cases go is said by how each stage ends.
          </p>
          <StageCards visit={visit} />
          <Adding visit={visit} />
        </div>
        <div class="govuk-grid-column-two-thirds">
          <h2 class="govuk-heading-m">The picture</h2>
          <PathwayBeside beside={beside} />
        </div>
      </div>
      <PathwayTogether beside={beside} />
    </DraftFrame>
  );
};

const drawn = async (visit: PathwayVisit, errors?: FieldErrors): Promise<Html> => {
  const { pathway, forms, view } = visit;
  const beside = await pathwayBeside(pathway, {
    forms,
    version: view.draft.base,
    counts: (await whatCasesTeachSoon())?.stageCounts,
    href: (id) => stageHref(view.draft, { pathway, stage: { id } }),
  });
  return <PathwayPageView visit={visit} beside={beside} errors={errors} />;
};

/** `quality-check 3`: which stage, and its place in the list. */
const MOVE = /^([a-z][a-z0-9-]{0,59}) (\d{1,4})$/;

const move = async (visit: PathwayVisit, typed: Typed): Promise<Answer> => {
  const { pathway, view } = visit;
  const [, stage, place] = MOVE.exec(text(typed, 'move')) ?? [];
  const wrong = async (errors: FieldErrors, status: 409 | 422) => show(await drawn(visit, errors), status);
  if (!stage || place === undefined) return wrong({ [WHOLE_PAGE]: 'Choose a stage to move.' }, 422);
  // The order of a list needs no reason of anybody's own; what is kept says what it is for.
  const operation = { type: 'move-stage', pathway: pathway.id, stage, place: Number(place) } as const;
  const command = { type: 'change-draft', operation, reason: 'So that the list reads in this order' } as const;
  const again = await drawn(visit);
  return askDraft(visit, command, {
    to: `${toldAt(pathwayHref(view.draft, pathway))}#stage-${stage}`,
    again: () => again,
    typed,
  });
};

export const pathway = pathwayPage({ path: '', get: async (visit) => show(await drawn(visit)), post: move });
