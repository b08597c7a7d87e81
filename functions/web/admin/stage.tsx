/**
 * One stage of a draft: what it is, who acts, what the person reads, how soon; and, with links, how it ends, its forms, its letters.
 * Taking it out is the first link. A duty that a change breaks is said here at once, and again on the page of the draft.
 */
import type { OperationOf } from '../../../lib/app/configuring/operation.ts';
import { isHuman } from '../../../lib/domain/stage.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { SummaryList } from '../kit/lists.tsx';
import { type Answer, show, type Typed, text } from '../page.ts';
import { withReason } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { changeDraft } from './draft-page.tsx';
import { FaultsHere } from './fault-lines.tsx';
import { LastChange, toldAt } from './last-change.tsx';
import { pathwayHref, type StageVisit, stageHref, stagePage, stagePath } from './pathway-page.tsx';
import { Forms, Letters, Tiers, Ways } from './stage-around.tsx';
import { FormField, HumanFields, KeeperFields, NameFields, readStageFields, stageErrors, typedOf } from './stage-fields.tsx';
import { gradeWords, KIND, promiseWords, whoWords } from './stage-words.ts';

type StageProps = { readonly visit: StageVisit; readonly typed?: Typed | undefined; readonly errors?: FieldErrors | undefined };

const Facts = ({ visit: { stage } }: { readonly visit: StageVisit }) => (
  <SummaryList
    rows={[
      { key: 'What it is', value: KIND[stage.kind] },
      { key: 'Who acts', value: whoWords(stage) },
      { key: 'Promised within', value: promiseWords(stage) },
      { key: 'The person reads', value: `${stage.forThePerson}. ${gradeWords(stage.forThePerson)}`.replace('.. ', '. ') },
      { key: 'Who answers for it', value: stage.owner ?? 'Nobody yet' },
    ]}
  />
);

const Words = ({ visit, typed = typedOf(visit.stage), errors = {} }: StageProps) => {
  const { pathway, stage, forms, view } = visit;
  if (view.draft.state !== 'open') return null;
  const fields = { typed, errors };
  return (
    <>
      <h2 class="govuk-heading-m">Change it</h2>
      <ChangeForm
        visit={visit}
        action={stagePath(pathway, stage)}
        submit="Save the change"
        errors={errors}
        reason={text(typed, 'reason')}
      >
        <NameFields {...fields} />
        {isHuman(stage) ? <HumanFields {...fields} /> : null}
        {stage.kind === 'form' ? <FormField {...fields} forms={forms} /> : null}
        <KeeperFields {...fields} />
      </ChangeForm>
    </>
  );
};

export const StageView = ({ visit, typed, errors }: StageProps): Html => {
  const { pathway, stage, view } = visit;
  return (
    <DraftFrame visit={visit} title={stage.title} part="Pathways" back={pathwayHref(view.draft, pathway)} errors={errors}>
      <LastChange visit={visit} />
      <FaultsHere visit={visit} about={{ room: 'pathways', id: pathway.id, within: `stages/${stage.id}` }} />
      {view.draft.state === 'open' ? (
        <p class="govuk-body">
          <a class="govuk-link" href={stageHref(view.draft, visit, '/take-out')}>
            Take this stage out
          </a>
        </p>
      ) : null}
      <Facts visit={visit} />
      <Ways visit={visit} />
      <Forms visit={visit} />
      <Letters visit={visit} />
      <Tiers visit={visit} />
      <Words visit={visit} typed={typed} errors={errors} />
    </DraftFrame>
  );
};

type Set = OperationOf<'change-stage'>['set'];

/** Only what differs from the stage as it is, so that the list of changes says what was changed. */
const changedFields = ({ stage }: StageVisit, typed: Typed): Set => {
  const { form, owner, lookAgainOn, title, forThePerson, who, promise } = readStageFields(typed);
  const human = isHuman(stage) ? stage : undefined;
  return {
    ...(title !== stage.title && { title }),
    ...(forThePerson !== stage.forThePerson && { forThePerson }),
    ...(human && who && who !== human.who && { who }),
    ...(human && promise && promise.workingDays !== human.promise.workingDays && { promise }),
    ...(stage.kind === 'form' && form !== stage.form && { form }),
    ...(owner !== '' && owner !== stage.owner && { owner }),
    ...(lookAgainOn && lookAgainOn !== stage.lookAgainOn && { lookAgainOn }),
  };
};

const save = async (visit: StageVisit, typed: Typed): Promise<Answer> => {
  const { pathway, stage, view } = visit;
  const again = (errors: FieldErrors) => <StageView visit={visit} typed={typed} errors={errors} />;
  const errors = withReason(stageErrors(typed, stage.kind, false), typed);
  if (Object.keys(errors).length > 0) return show(again(errors), 422);
  const set = changedFields(visit, typed);
  const to = toldAt(stageHref(view.draft, visit));
  return changeDraft(visit, { type: 'change-stage', pathway: pathway.id, stage: stage.id, set }, typed, { to, again });
};

export const stage = stagePage({ path: '', get: async (visit) => show(<StageView visit={visit} />), post: save });
