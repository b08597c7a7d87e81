/** The rules of a points model that are not its points: what is kept back, family help, the ceiling and the floor, and its version. */
import { type RasModel, wordsFor } from '../../../lib/domain/ras-model.ts';
import { Radios } from '../kit/choices.tsx';
import { DateInput, dateParts } from '../kit/date-input.tsx';
import { MoneyInput, Textarea, TextInput } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';
import { poundsTyped } from '../shared/pounds-typed.ts';
import { boxesOf, dayIn } from '../shared/three-box-date.ts';
import { decidedPage, valueIn, wrong } from './decided-page.tsx';
import { type OwnModel, ownModel, preview, toModel } from './points-reading.tsx';
import { figure, figureErrors, needed, numberIn, poundsIn, wholeIn } from './typed-figures.ts';

export const keptBack = decidedPage<OwnModel>({
  path: '/points/:model/contingency',
  part: 'Points',
  find: (visit) => ownModel(visit),
  title: () => 'What is kept back',
  fields: ({ model }, filled) => (
    <>
      <TextInput
        name="percent"
        label="Percent of the up-front figure that is kept back"
        hint="None is 0."
        width={4}
        inputmode="decimal"
        value={valueIn(filled, 'percent', String(model.contingencyPercent))}
        error={filled.errors.percent}
      />
      <Textarea
        name="because"
        label="What people are told about it"
        hint="It stands beside their amount."
        rows={3}
        value={valueIn(filled, 'because', wordsFor(model.contingencyReason, 'en', ''))}
        error={filled.errors.because}
      />
    </>
  ),
  submit: 'Change what is kept back',
  field: 'percent',
  read: ({ model }, typed) => {
    const read = needed(numberIn(typed, 'percent'), 'Write the percent. None is 0.');
    const percent = figure(read);
    if (percent === undefined) return wrong(figureErrors({ percent: read }));
    if (percent > 100) return wrong({ percent: 'No more than 100% can be kept back.' });
    const because = text(typed, 'because').trim();
    const was = model.contingencyReason;
    const kept = typeof was === 'object' && was !== null ? was : {};
    if (because === wordsFor(was, 'en', '')) return { type: 'set-contingency', model: model.id, percent };
    const reason = because === '' ? null : ({ ...kept, en: because } as Record<string, string>);
    return { type: 'set-contingency', model: model.id, percent, reason };
  },
  back: toModel,
  preview,
});

const sharesIn = (typed: Typed): number[] | undefined => {
  const parts = text(typed, 'shares')
    .split(/[\s,%]+/)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 100) ? parts.map(Number) : undefined;
};

const rulesTyped = (typed: Typed) => ({
  ceiling: numberIn(typed, 'ceiling'),
  floor: poundsIn(typed, 'floor'),
  unit: needed(wholeIn(typed, 'unit'), 'Write a number of pence. To the penny is 1.'),
});

const RulesFields = ({ model, value, errors }: RulesFieldsProps) => (
  <>
    <TextInput name="title" label="Name" value={value('title', model.title ?? '')} error={errors.title} />
    <TextInput
      name="shares"
      label="What family help can be, in percent of the points"
      hint="With commas between, such as 0, 25, 75, 100."
      width={20}
      value={value('shares', model.informal.shares.join(', '))}
      error={errors.shares}
    />
    <Radios
      name="willing"
      legend="Does it count only where they are willing and able?"
      hint="No one can be made to care. The law wants help to be freely given."
      choices={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
      value={value('willing', model.informal.requiresWillingAndAble ? 'yes' : 'no')}
      error={errors.willing}
    />
    <TextInput
      name="ceiling"
      label="Points above which support is costed one by one"
      hint="No budget is ever capped. Left empty, there is no ceiling."
      width={4}
      inputmode="decimal"
      value={value('ceiling', model.ceiling ? String(model.ceiling.points) : '')}
      error={errors.ceiling}
    />
    <MoneyInput
      name="floor"
      label="The least that anybody with some need is shown"
      hint="Left empty, there is no floor."
      per="a week"
      value={value('floor', model.floorPence ? poundsTyped(model.floorPence) : '')}
      error={errors.floor}
    />
    <TextInput
      name="unit"
      label="Pence that a figure is rounded to"
      width={4}
      inputmode="numeric"
      value={value('unit', String(model.rounding.unitPence))}
      error={errors.unit}
    />
  </>
);
type RulesFieldsProps = {
  readonly model: RasModel;
  readonly value: (field: string, stored: string) => string;
  readonly errors: Readonly<Record<string, string>>;
};

export const modelRules = decidedPage<OwnModel>({
  path: '/points/:model/rules',
  part: 'Points',
  find: (visit) => ownModel(visit),
  title: () => 'Rules of the points',
  fields: ({ model }, filled) => (
    <RulesFields model={model} value={(field, stored) => valueIn(filled, field, stored)} errors={filled.errors} />
  ),
  submit: 'Change the rules',
  field: 'title',
  read: ({ model }, typed) => {
    const { ceiling, floor, unit } = rulesTyped(typed);
    const [shares, title] = [sharesIn(typed), text(typed, 'title').trim()];
    const errors = {
      ...(title === '' ? { title: 'Give it a name.' } : {}),
      ...(shares ? {} : { shares: 'Write percents from 0 to 100 with commas between.' }),
      ...figureErrors({ ceiling, floor, unit }),
    };
    const unitPence = figure(unit);
    if (Object.keys(errors).length > 0 || !shares || unitPence === undefined) return wrong(errors);
    const set = {
      title,
      shares,
      requiresWillingAndAble: text(typed, 'willing') !== 'no',
      ceilingPoints: figure(ceiling) ?? null,
      floorPence: figure(floor) ?? null,
      unitPence,
    };
    return { type: 'change-model', model: model.id, set };
  },
  back: toModel,
  preview,
});

export const modelVersion = decidedPage<OwnModel>({
  path: '/points/:model/version',
  part: 'Points',
  find: (visit) => ownModel(visit),
  title: () => 'A new version of the points',
  fields: ({ model }, { errors, typed }) => (
    <>
      <p class="govuk-body">
        Version {String(model.version)} is in effect from {model.effectiveFrom ?? 'no day'}. People keep the amount they were
        told: new points and amounts are a new version.
      </p>
      <TextInput name="version" label="Version" width={10} value={typed && text(typed, 'version')} error={errors.version} />
      <DateInput
        name="from"
        legend="In effect from"
        value={typed ? boxesOf(typed, 'from') : dateParts(undefined)}
        error={errors.from}
      />
    </>
  ),
  submit: 'Make it a new version',
  field: 'version',
  read: ({ model }, typed) => {
    const version = text(typed, 'version').trim();
    const { date, message } = dayIn(typed, 'from');
    if (version === '' || !date) {
      return wrong({
        ...(version === '' ? { version: 'Give the version a name or a number.' } : {}),
        ...(date ? {} : { from: message ?? 'Write the day it takes effect.' }),
      });
    }
    return { type: 'new-model-version', model: model.id, version, effectiveFrom: date };
  },
  back: toModel,
});
