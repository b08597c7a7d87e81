/** Adding an outcome to a stage: what it is called and where it leads. Only a form names its own; every other kind has a closed list. */
import { OUTCOMES, OutcomeName, type StageDef } from '../../../lib/domain/stage.ts';
import { Select } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { TextInput } from '../kit/text-fields.tsx';
import { type Answer, show, type Typed, text } from '../page.ts';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { changeDraft } from './draft-page.tsx';
import { toldAt } from './last-change.tsx';
import { type StageVisit, stageHref, stagePage, stagePath } from './pathway-page.tsx';
import { leadChoices, leadOf, outcomeWords, quoted } from './stage-words.ts';

type AddProps = { readonly visit: StageVisit; readonly typed?: Typed | undefined; readonly errors?: FieldErrors | undefined };

/** What the stage could end as and does not yet; nothing where it can name any. */
const offered = (stage: StageDef, visit: StageVisit): readonly string[] | undefined => {
  const lacks = (names: readonly string[]) => names.filter((name) => !Object.hasOwn(stage.outcomes, name));
  if (stage.kind !== 'form') return lacks(OUTCOMES[stage.kind]);
  const form = visit.forms.find(({ id }) => id === stage.form);
  return form?.page === 'questions' ? lacks(Object.keys(form.outcomes)) : undefined;
};

const OutcomeField = ({ visit, typed = {}, errors = {} }: AddProps) => {
  const { stage, forms } = visit;
  const names = offered(stage, visit);
  const own = { name: 'outcome', value: text(typed, 'outcome'), error: errors.outcome };
  if (!names) {
    return <TextInput {...own} label="What is it called?" hint="Lower-case words joined by hyphens, such as: no-longer-needed" />;
  }
  const choices = names.map((name) => ({ value: name, text: outcomeWords(stage, name, forms) }));
  return <Select {...own} label="How can it end?" choices={[{ value: '', text: 'Choose one' }, ...choices]} />;
};

export const StageWayAddView = ({ visit, typed = {}, errors = {} }: AddProps): Html => {
  const { pathway, stage, view } = visit;
  const none = offered(stage, visit)?.length === 0;
  return (
    <DraftFrame
      visit={visit}
      title={`Add an outcome to ${quoted(stage.title)}`}
      part="Pathways"
      back={stageHref(view.draft, visit)}
      errors={errors}
    >
      {none ? (
        <p class="govuk-body">
          It has every outcome it can have.{' '}
          {stage.kind === 'form' ? 'Add one to its form first: a form says in words how it can end.' : ''}
        </p>
      ) : (
        <ChangeForm
          visit={visit}
          action={stagePath(pathway, stage, '/ways/add')}
          submit="Add it"
          errors={errors}
          reason={text(typed, 'reason')}
        >
          <OutcomeField visit={visit} typed={typed} errors={errors} />
          <Select
            name="to"
            label="Where does it lead?"
            value={text(typed, 'to')}
            error={errors.to}
            choices={[{ value: '', text: 'Choose a place' }, ...leadChoices(pathway)]}
          />
        </ChangeForm>
      )}
    </DraftFrame>
  );
};

const add = async (visit: StageVisit, typed: Typed): Promise<Answer> => {
  const { pathway, stage, view } = visit;
  const again = (errors: FieldErrors) => <StageWayAddView visit={visit} typed={typed} errors={errors} />;
  const outcome = text(typed, 'outcome').trim();
  const to = leadOf(text(typed, 'to'), pathway);
  const named = OutcomeName.safeParse(outcome).success;
  if (!to || !named) {
    const wrong = outcome === '' ? 'Say how it can end.' : 'Write lower-case words joined by hyphens, such as no-longer-needed.';
    return show(again({ ...(named ? {} : { outcome: wrong }), ...(to ? {} : { to: 'Choose where it leads.' }) }), 422);
  }
  const next = { to: toldAt(stageHref(view.draft, visit)), again, field: 'outcome' };
  return changeDraft(visit, { type: 'add-outcome', pathway: pathway.id, stage: stage.id, outcome, to }, typed, next);
};

export const stageWayAdd = stagePage({
  path: '/ways/add',
  get: async (visit) => show(<StageWayAddView visit={visit} />),
  post: add,
});
