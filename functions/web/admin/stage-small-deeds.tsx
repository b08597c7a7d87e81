/** Two small things that are taken out of a stage: an outcome, and a form that is merged into it. One page and one button each. */
import { isHuman } from '../../../lib/domain/stage.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { show, type Typed, text } from '../page.ts';
import { notThere } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { changeDraft } from './draft-page.tsx';
import { toldAt } from './last-change.tsx';
import { gone, type StageVisit, stageHref, stagePage, stagePath } from './pathway-page.tsx';
import { formWords, leadWords, outcomeWords, quoted, waysOf } from './stage-words.ts';

type DeedProps = {
  readonly visit: StageVisit;
  /** After the address of the stage. */
  readonly path: string;
  readonly title: string;
  readonly follows: string;
  readonly typed?: Typed | undefined;
  readonly errors?: FieldErrors | undefined;
};

export const SmallDeedView = ({ visit, path, title, follows, typed = {}, errors = {} }: DeedProps): Html => (
  <DraftFrame visit={visit} title={title} part="Pathways" back={stageHref(visit.view.draft, visit)} errors={errors}>
    <p class="govuk-body">{follows}</p>
    <ChangeForm
      visit={visit}
      action={stagePath(visit.pathway, visit.stage, path)}
      submit="Take it out"
      errors={errors}
      reason={text(typed, 'reason')}
    />
  </DraftFrame>
);

const outcomeOf = (visit: StageVisit): Omit<DeedProps, 'typed' | 'errors'> | undefined => {
  const { pathway, stage, forms, c } = visit;
  const way = waysOf(stage).find(({ outcome }) => outcome === c.req.param('outcome'));
  return (
    way && {
      visit,
      path: `/ways/${way.outcome}/take-out`,
      title: `Take out the outcome ${quoted(outcomeWords(stage, way.outcome, forms))}`,
      follows: `It leads to ${leadWords(way.to, pathway)}. Without it, nobody can end ${quoted(stage.title)} that way. Some ways out are a legal right: the draft says so if this is one.`,
    }
  );
};

export const stageWayTakeOut = stagePage({
  path: '/ways/:outcome/take-out',
  get: async (visit) => {
    const about = outcomeOf(visit);
    return about ? show(<SmallDeedView {...about} />) : notThere(visit);
  },
  post: async (visit, typed) => {
    const { pathway, stage, view, c } = visit;
    const about = outcomeOf(visit);
    const outcome = c.req.param('outcome') ?? '';
    const to = toldAt(stageHref(view.draft, visit));
    if (!about) return gone(visit, to);
    return changeDraft(visit, { type: 'remove-outcome', pathway: pathway.id, stage: stage.id, outcome }, typed, {
      to,
      again: (errors) => <SmallDeedView {...about} typed={typed} errors={errors} />,
    });
  },
});

const formOf = (visit: StageVisit): Omit<DeedProps, 'typed' | 'errors'> | undefined => {
  const { stage, forms, c } = visit;
  const form = c.req.param('form') ?? '';
  if (!isHuman(stage) || !stage.includes?.includes(form)) return undefined;
  return {
    visit,
    path: `/forms/${form}/take-out`,
    title: `Take ${quoted(formWords(form, forms))} out of ${quoted(stage.title)}`,
    follows: `It is not filled in here any more. What people have answered is kept, and the form itself stays.`,
  };
};

export const stageFormTakeOut = stagePage({
  path: '/forms/:form/take-out',
  get: async (visit) => {
    const about = formOf(visit);
    return about ? show(<SmallDeedView {...about} />) : notThere(visit);
  },
  post: async (visit, typed) => {
    const { pathway, stage, view, c } = visit;
    const about = formOf(visit);
    const to = toldAt(stageHref(view.draft, visit));
    if (!about) return gone(visit, to);
    const form = c.req.param('form') ?? '';
    return changeDraft(visit, { type: 'take-form-out', pathway: pathway.id, form, from: stage.id }, typed, {
      to,
      again: (errors) => <SmallDeedView {...about} typed={typed} errors={errors} />,
    });
  },
});
