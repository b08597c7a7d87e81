/** Having a form filled in at a stage that is there already, instead of at one of its own. Only forms that end nothing by themselves. */
import { canBeIncluded } from '../../../lib/app/configuring/operations/pathway-stages.ts';
import { isHuman } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import { Select } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { type Answer, show, type Typed, text } from '../page.ts';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { changeDraft } from './draft-page.tsx';
import { toldAt } from './last-change.tsx';
import { type StageVisit, stageHref, stagePage, stagePath } from './pathway-page.tsx';
import { quoted } from './stage-words.ts';

type MergeProps = { readonly visit: StageVisit; readonly typed?: Typed | undefined; readonly errors?: FieldErrors | undefined };

const offered = ({ stage, forms, view }: StageVisit) => {
  if (!isHuman(stage)) return [];
  const here = [...(stage.includes ?? []), ...(stage.kind === 'form' ? [stage.form] : [])];
  return forms.filter(({ id }) => !here.includes(id) && canBeIncluded(view.after, id));
};

export const StageMergeFormView = ({ visit, typed = {}, errors = {} }: MergeProps): Html => {
  const { pathway, stage, view } = visit;
  const forms = offered(visit);
  return (
    <DraftFrame
      visit={visit}
      title={`Merge a form into ${quoted(stage.title)}`}
      part="Pathways"
      back={stageHref(view.draft, visit)}
      errors={errors}
    >
      {forms.length === 0 ? (
        <p class="govuk-body">There is no form that could be filled in here besides those that are.</p>
      ) : (
        <ChangeForm
          visit={visit}
          action={stagePath(pathway, stage, '/merge-form')}
          submit="Have it filled in here"
          errors={errors}
          reason={text(typed, 'reason')}
        >
          <Select
            name="form"
            label="Which form?"
            hint="What somebody has answered before is not asked again."
            value={text(typed, 'form')}
            error={errors.form}
            choices={[{ value: '', text: 'Choose one' }, ...forms.map(({ id, title }) => ({ value: id, text: say(title) }))]}
          />
        </ChangeForm>
      )}
    </DraftFrame>
  );
};

const merge = async (visit: StageVisit, typed: Typed): Promise<Answer> => {
  const { pathway, stage, view } = visit;
  const again = (errors: FieldErrors) => <StageMergeFormView visit={visit} typed={typed} errors={errors} />;
  const form = text(typed, 'form');
  if (form === '') return show(again({ form: 'Choose a form.' }), 422);
  const next = { to: toldAt(stageHref(view.draft, visit)), again, field: 'form' };
  return changeDraft(visit, { type: 'merge-form', pathway: pathway.id, form, into: stage.id }, typed, next);
};

export const stageMergeForm = stagePage({
  path: '/merge-form',
  get: async (visit) => show(<StageMergeFormView visit={visit} />),
  post: merge,
});
