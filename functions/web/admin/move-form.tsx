/** Asking for a move: its name and reason, where cases go that need a person, and the second look before it begins. Not the move itself. */
import type { Bundle } from '../../../lib/app/configuration.ts';
import type { MovePreview, PreviewedCase } from '../../../lib/app/configuring/move-preview.ts';
import { CaseId } from '../../../lib/domain/case-id.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import { Page } from '../kit/layout.tsx';
import { SummaryList } from '../kit/lists.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { type SignedInVisit, type Typed, text } from '../page.ts';

/** The version cases would go to, whether new cases start on it, and what would become of the open ones. */
export type Moving = { readonly to: Bundle; readonly live: boolean; readonly preview: MovePreview };
export const moveHref = (version: string): string => `/admin/versions/${version}/move`;

const FIELD = 'stage-';
/** Where somebody has to say for a case. Case ids are letters, figures and hyphens. */
const stageField = (caseId: string): string => `${FIELD}${caseId}`;

/** The stages that were chosen, by case. One left open is chosen later, or never. A field for what is no case is not read. */
export const stagesTyped = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.keys(typed)
      .filter(
        (field) => field.startsWith(FIELD) && CaseId.safeParse(field.slice(FIELD.length)).success && text(typed, field) !== '',
      )
      .map((field) => [field.slice(FIELD.length), text(typed, field)]),
  );

export type Choosing = Pick<PreviewedCase, 'caseId' | 'choices'> & { readonly why: string };
type StageChoiceProps = { readonly choosing: Choosing; readonly typed?: Typed | undefined; readonly value?: string | undefined };

/** Where one case goes, for a person to say. Nothing is chosen beforehand. */
export const StageChoice = ({ choosing: { caseId, why, choices = [] }, typed, value }: StageChoiceProps) => (
  <Radios
    name={stageField(caseId)}
    legend={`Where does ${caseId} go on?`}
    hint={why}
    choices={[
      ...choices.map(({ id, title }) => ({ value: id, text: title })),
      { value: '', text: 'Not decided yet: it stays as it is' },
    ]}
    value={typed ? text(typed, stageField(caseId)) : (value ?? '')}
  />
);

type MoveFormProps = {
  readonly visit: SignedInVisit;
  readonly moving: Moving;
  readonly errors: FieldErrors;
  readonly typed: Typed | undefined;
};

export const MoveForm = ({ visit, moving: { to, preview }, errors, typed }: MoveFormProps) => {
  if (preview.looked === preview.counts['on-it-already'])
    return <p class="govuk-body">There is nothing to move: every open case is on this version.</p>;
  const choosing = preview.rows.flatMap(({ verdict, caseId, choices }) =>
    verdict.kind === 'needs-person' && choices && choices.length > 0 ? [{ caseId, choices, why: verdict.why }] : [],
  );
  return (
    <>
      <h2 class="govuk-heading-m">Move these cases</h2>
      <Form action={moveHref(to.version)} csrf={visit.csrf} request={visit.request} submit="Go on">
        <TextInput name="title" label="What do you call this move?" value={typed && text(typed, 'title')} error={errors.title} />
        <TextInput
          name="reason"
          label="Why?"
          hint="It is kept with the move."
          value={typed && text(typed, 'reason')}
          error={errors.reason}
        />
        {choosing.map((each) => (
          <StageChoice choosing={each} typed={typed} />
        ))}
      </Form>
    </>
  );
};

type SecondLookProps = {
  readonly visit: SignedInVisit;
  readonly moving: Moving;
  readonly typed: Typed;
  /** How many, such as “12 cases”. */
  readonly words: string;
};

export const SecondLook = ({ visit, moving: { to, preview }, typed, words }: SecondLookProps) => {
  const { moves, 'same-place': same, 'needs-person': person, 'better-left': left } = preview.counts;
  const chosen = Object.entries(stagesTyped(typed));
  return (
    <Page {...visit.frame} title={`Move ${words}?`} caption={`Version ${to.version}`} back={moveHref(to.version)}>
      <SummaryList
        rows={[
          { key: 'Name', value: text(typed, 'title') },
          { key: 'Why', value: text(typed, 'reason') },
          { key: 'Go on in the same place', value: String(same) },
          { key: 'Move to another stage', value: String(moves) },
          { key: 'Need a person', value: `${person}, of which you have chosen for ${chosen.length}` },
          { key: 'Stay where they are', value: String(left) },
        ]}
      />
      <p class="govuk-body">
        {preview.more ? 'There are more open cases than were counted here; every one is looked at. ' : ''}It can be stopped at any
        time, and undone for 30 days. Nobody loses an answer.
      </p>
      <Form action={moveHref(to.version)} csrf={visit.csrf} request={visit.request} submit={false}>
        <input type="hidden" name="title" value={text(typed, 'title')} />
        <input type="hidden" name="reason" value={text(typed, 'reason')} />
        {chosen.map(([caseId, stage]) => (
          <input type="hidden" name={stageField(caseId)} value={stage} />
        ))}
        <Button text="Move these cases" name="sure" value="yes" />
      </Form>
    </Page>
  );
};
