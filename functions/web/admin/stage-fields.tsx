/**
 * The boxes that describe a stage, for a new one and for one that is there: what they are called, what stands in them and how they are
 * read back. What a stage may be is `lib/domain/stage.ts`; whether a change to one can be made is the operation's.
 */
import { ActingRole } from '../../../lib/domain/actor.ts';
import type { IsoDate } from '../../../lib/domain/calendar.ts';
import type { Form } from '../../../lib/domain/form.ts';
import { isHuman, type StageDef } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import { Radios, Select } from '../kit/choices.tsx';
import { DateInput, dateParts } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { count, type Typed, text } from '../page.ts';
import { boxes, boxesOf, dayIn } from '../shared/three-box-date.ts';
import { gradeWords, WHO } from './stage-words.ts';

type FieldsProps = { readonly typed: Typed; readonly errors: FieldErrors };

export const NameFields = ({ typed, errors }: FieldsProps) => (
  <>
    <TextInput name="title" label="What staff call it" value={text(typed, 'title')} error={errors.title} />
    <TextInput
      name="forThePerson"
      label="What the person reads on their own page"
      hint={text(typed, 'forThePerson') ? gradeWords(text(typed, 'forThePerson')) : 'Such as: Getting your plan agreed'}
      value={text(typed, 'forThePerson')}
      error={errors.forThePerson}
    />
  </>
);

/** Who it waits for and how soon it is done. Not for a stage that works by itself. */
export const HumanFields = ({ typed, errors, hint }: FieldsProps & { readonly hint?: string | undefined }) => (
  <>
    <Radios
      name="who"
      legend="Who acts"
      hint={hint}
      value={text(typed, 'who')}
      error={errors.who}
      choices={ActingRole.options.map((role) => ({ value: role, text: WHO[role] }))}
    />
    <TextInput
      name="promise"
      label="Promised within how many working days"
      hint={hint ?? 'The person is told this date. From 1 to 180.'}
      value={text(typed, 'promise')}
      error={errors.promise}
      width={3}
      inputmode="numeric"
    />
  </>
);

/** Forms that can have a stage of their own: a part ends nothing. */
export const FormField = ({ typed, errors, forms }: FieldsProps & { readonly forms: readonly Form[] }) => (
  <Select
    name="form"
    label="Its form"
    hint="Only for a stage at which somebody fills in a form."
    value={text(typed, 'form')}
    error={errors.form}
    choices={[
      { value: '', text: 'None' },
      ...forms.filter(({ page }) => page !== 'part').map(({ id, title }) => ({ value: id, text: say(title) })),
    ]}
  />
);

export const KeeperFields = ({ typed, errors }: FieldsProps) => (
  <>
    <TextInput
      name="owner"
      label="Who answers for it"
      hint="A team or a post, such as: Quality team"
      value={text(typed, 'owner')}
      error={errors.owner}
    />
    <DateInput
      name="look-again"
      legend="When is it looked at again?"
      hint="Is it still worth it then? For example, 27 3 2027"
      value={boxesOf(typed, 'look-again')}
      error={errors['look-again']}
    />
  </>
);

/** A stage as its boxes show it. */
export const typedOf = (stage: StageDef): Typed => ({
  title: stage.title,
  forThePerson: stage.forThePerson,
  ...(isHuman(stage) ? { who: stage.who, promise: String(stage.promise.workingDays) } : {}),
  ...(stage.kind === 'form' ? { form: stage.form } : {}),
  owner: stage.owner ?? '',
  ...boxes('look-again', dateParts(stage.lookAgainOn)),
});

/** What the boxes say, as far as they say it. */
export type StageFieldsRead = {
  readonly title: string;
  readonly forThePerson: string;
  readonly who?: ActingRole | undefined;
  readonly promise?: { readonly workingDays: number } | undefined;
  readonly form: string;
  readonly owner: string;
  readonly lookAgainOn?: IsoDate | undefined;
};

export const readStageFields = (typed: Typed): StageFieldsRead => {
  const workingDays = count(typed, 'promise');
  return {
    title: text(typed, 'title').trim(),
    forThePerson: text(typed, 'forThePerson').trim(),
    who: ActingRole.options.find((role) => role === text(typed, 'who')),
    promise: workingDays === undefined ? undefined : { workingDays },
    form: text(typed, 'form'),
    owner: text(typed, 'owner').trim(),
    lookAgainOn: dayIn(typed, 'look-again').date,
  };
};

/** What is missing in the boxes, by field. `kept`: somebody has to answer for it, because it is new. */
export const stageErrors = (typed: Typed, kind: StageDef['kind'] | undefined, kept: boolean): FieldErrors => {
  const { title, forThePerson, who, promise, form, owner, lookAgainOn } = readStageFields(typed);
  const human = kind !== undefined && kind !== 'resource-allocation';
  const days = promise?.workingDays ?? 0;
  const day = dayIn(typed, 'look-again').message;
  return {
    ...(title === '' && { title: 'Say what staff call it.' }),
    ...(forThePerson === '' && { forThePerson: 'Say what the person reads on their own page.' }),
    ...(human && !who && { who: 'Choose who acts.' }),
    ...(human && (days < 1 || days > 180) && { promise: 'Write a number of working days from 1 to 180.' }),
    ...(kind === 'form' && form === '' && { form: 'Choose the form that is filled in.' }),
    ...(kept && owner === '' && { owner: 'Say who answers for it.' }),
    ...(day ? { 'look-again': day } : kept && !lookAgainOn && { 'look-again': 'Say when it is looked at again.' }),
  };
};
