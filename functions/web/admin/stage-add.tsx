/**
 * Adding a stage. Before anything else it asks which decision or duty the stage serves, who answers for it, and when somebody looks at
 * it again: that is what keeps pathways short. The answer to the first is the reason that stays with the change.
 */

import { readRoom } from '../../../lib/app/configuring/documents.ts';
import { StageKind } from '../../../lib/domain/stage.ts';
import { Radios, Select } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { TextInput } from '../kit/text-fields.tsx';
import { type Answer, goTo, show, type Typed, text } from '../page.ts';
import { isDone } from './deed-page.tsx';
import { DraftFrame, Revision } from './draft-frame.tsx';
import { changeDraft, draftHref } from './draft-page.tsx';
import { toldAt } from './last-change.tsx';
import { kindTyped, newStage, placeOf, placesIn } from './new-stage.ts';
import { type PathwayVisit, pathwayHref, pathwayPage, pathwayPath } from './pathway-page.tsx';
import { FormField, HumanFields, KeeperFields, NameFields, stageErrors } from './stage-fields.tsx';
import { KIND, leadWords } from './stage-words.ts';

type AddProps = { readonly visit: PathwayVisit; readonly typed?: Typed | undefined; readonly errors?: FieldErrors | undefined };

const Fields = ({ visit, typed = {}, errors = {} }: AddProps) => {
  const { pathway, forms } = visit;
  const fields = { typed, errors };
  const places = placesIn(pathway).map(({ value, title, outcome, to }) => ({
    value,
    text: `After ${title} (${outcome.replaceAll('-', ' ')}), before ${leadWords(to, pathway)}`,
  }));
  return (
    <>
      <h2 class="govuk-heading-m">First: is it needed?</h2>
      <TextInput
        name="reason"
        label="Which decision or duty does this stage serve?"
        hint="Who decides what there, or which law asks for it. It is kept with the change."
        value={text(typed, 'reason')}
        error={errors.reason}
      />
      <KeeperFields {...fields} />
      <h2 class="govuk-heading-m">What it is</h2>
      <Radios
        name="kind"
        legend="What happens there"
        value={text(typed, 'kind')}
        error={errors.kind}
        choices={StageKind.options.map((kind) => ({ value: kind, text: KIND[kind] }))}
      />
      <NameFields {...fields} />
      <HumanFields {...fields} hint="Leave this for the first figure: it works by itself." />
      <FormField {...fields} forms={forms} />
      <Select
        name="place"
        label="Where does it come?"
        hint="Cases go on from it to where that way leads now. Its other outcomes can be led elsewhere afterwards."
        value={text(typed, 'place')}
        error={errors.place}
        choices={[{ value: '', text: 'Choose a place' }, ...places]}
      />
    </>
  );
};

export const StageAddView = ({ visit, typed, errors }: AddProps): Html => {
  const { pathway, view, csrf, request } = visit;
  return (
    <DraftFrame
      visit={visit}
      title={`Add a stage to ${pathway.title}`}
      part="Pathways"
      back={pathwayHref(view.draft, pathway)}
      errors={errors}
    >
      {view.draft.state === 'open' ? (
        <Form
          action={draftHref(view.draft, pathwayPath(pathway, '/add-stage'))}
          csrf={csrf}
          request={request}
          submit="Add the stage"
        >
          <Revision draft={view.draft} />
          <Fields visit={visit} typed={typed} errors={errors} />
        </Form>
      ) : null}
    </DraftFrame>
  );
};

const add = async (visit: PathwayVisit, typed: Typed): Promise<Answer> => {
  const { pathway, forms, view } = visit;
  const again = (errors: FieldErrors) => <StageAddView visit={visit} typed={typed} errors={errors} />;
  const kind = kindTyped(typed);
  const place = placeOf(pathway, text(typed, 'place'));
  const errors: FieldErrors = {
    ...(text(typed, 'reason').trim() === '' && {
      reason: 'Say which decision or duty it serves. A stage that serves none is not added.',
    }),
    ...(kind ? {} : { kind: 'Choose what happens there.' }),
    ...stageErrors(typed, kind, true),
    ...(place ? {} : { place: 'Choose where it comes.' }),
  };
  if (isDone(visit)) return goTo(toldAt(pathwayHref(view.draft, pathway)));
  if (!kind || !place || Object.keys(errors).length > 0) return show(again(errors), 422);
  // Ids are stored on cases: one that was published is never given to another stage.
  const published = readRoom(view.before, 'pathways').values.find(({ id }) => id === pathway.id)?.stages ?? [];
  const taken = [...published, ...pathway.stages].map(({ id }) => id);
  const operation = newStage(pathway, forms, { typed, kind, place, taken });
  const id = String(operation.stage.id);
  return changeDraft(visit, operation, typed, { to: toldAt(pathwayHref(view.draft, pathway, `/stages/${id}`)), again });
};

export const stageAdd = pathwayPage({
  path: '/add-stage',
  get: async (visit) => show(<StageAddView visit={visit} />),
  post: add,
});
