/** The forms about one thing paid for together: starting or changing it, agreeing, its money, leaving, ending. What is read is `read-pool.ts`. */
import { formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { type Household, isIn, type Member } from '../../../lib/domain/household.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { newestTerms, type Pool } from '../../../lib/domain/pool.ts';
import { Radios, Select } from '../kit/choices.tsx';
import { DateInput, dateParts } from '../kit/date-input.tsx';
import { Button } from '../kit/form.tsx';
import { Details } from '../kit/messages.tsx';
import { MoneyInput, Textarea, TextInput } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';
import { DeedForm, type OfHousehold } from './together-parts.tsx';

/** `staff`: a worker writes down what others say. `pool`: absent for one to be started. */
export type OfPoolForm = OfHousehold & { readonly staff: boolean };
type WithPool = OfPoolForm & { readonly pool: Pool };

/** Who can share in it: members whose support is of the same kind, an adult's or a carer's. */
export const canShare = (household: Household, kind: Member['kind'] | undefined): Member[] =>
  household.members.filter((member) => isIn(member) && member.kind === kind);

export const partsField = (caseId: string): string => `parts-${caseId}`;

const dayTyped = (typed: Typed, name: string, otherwise?: string) =>
  typed[`${name}-day`] === undefined
    ? dateParts(otherwise)
    : { day: text(typed, `${name}-day`), month: text(typed, `${name}-month`), year: text(typed, `${name}-year`) };

type DayProps = {
  readonly side: OfPoolForm;
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly otherwise?: string | undefined;
};
const Day = ({ side: { typed, errors }, name, legend, hint, otherwise }: DayProps) => (
  <DateInput name={name} legend={legend} hint={hint} value={dayTyped(typed, name, otherwise)} error={errors[name]} />
);

/** As typed; before anything was typed, what stands. */
const typedOr = (typed: Typed, field: string, stands: string): string =>
  typed[field] === undefined ? stands : text(typed, field);

const WhatAndWho = ({ pool, ...side }: OfPoolForm & { readonly pool?: Pool | undefined }) => {
  const { household, typed, errors, visit } = side;
  const terms = pool && newestTerms(pool);
  const kind = pool?.kind ?? household.members.find(({ caseId }) => caseId === visit.case.id)?.kind;
  const whole = terms ? formatPence(terms.wholePence).replace(/[£,]/g, '') : '';
  return (
    <>
      <TextInput
        name="description"
        label="What is paid for each week"
        hint="Such as: 3 hours at £20.00."
        value={typedOr(typed, 'description', terms?.description ?? '')}
        error={errors.description}
      />
      <MoneyInput
        name="whole"
        label="What all of it costs"
        per="a week"
        value={typedOr(typed, 'whole', whole)}
        error={errors.whole}
      />
      {canShare(household, kind).map(({ caseId, person }) => (
        <TextInput
          name={partsField(caseId)}
          label={`Parts for ${person.name}`}
          hint="1 each is the same for all. 2 is twice as much as 1. Leave it empty for no part."
          width={3}
          inputmode="numeric"
          value={typedOr(typed, partsField(caseId), String(terms?.shares.find((share) => share.caseId === caseId)?.parts ?? ''))}
          error={errors[partsField(caseId)]}
        />
      ))}
      <Day side={side} name="from" legend="From which day?" otherwise={toIsoDate(visit.now)} />
      <Day
        side={side}
        name="until"
        legend="What is the last day?"
        hint="Leave it empty if it goes on."
        otherwise={terms?.endsOn}
      />
    </>
  );
};

export const StartPool = (side: OfPoolForm) => {
  const { household, typed, errors } = side;
  return (
    <DeedForm side={side} deed="start" hidden={{ household: household.id }} submit="Ask the others to agree">
      <TextInput
        name="name"
        label="What do you call it?"
        hint="Such as: Friday nights."
        value={text(typed, 'name')}
        error={errors.name}
      />
      <Textarea
        name="purpose"
        label="What is it for?"
        rows={3}
        value={text(typed, 'purpose')}
        error={errors.purpose}
        limit={500}
      />
      <WhatAndWho {...side} />
    </DeedForm>
  );
};

const hiddenOf = ({ household, pool }: Pick<WithPool, 'household' | 'pool'>) => ({
  household: household.id,
  pool: String(pool.number),
  version: String(newestTerms(pool).version),
});

type SaidProps = { readonly side: OfPoolForm; readonly name: string };
const Said = ({ side: { staff, typed, errors, visit }, name }: SaidProps) =>
  staff ? (
    <Textarea
      name={name}
      label={`What ${visit.case.person.name} said`}
      rows={2}
      value={text(typed, name)}
      error={errors[name]}
      limit={1000}
    />
  ) : null;

export const AgreePool = ({ pool, ...side }: WithPool) => (
  <DeedForm
    side={side}
    deed="agree"
    hidden={hiddenOf({ pool, ...side })}
    submit={side.staff ? 'Write down that they agree' : 'I agree'}
  >
    <Said side={side} name="agree-said" />
  </DeedForm>
);

export const RecordMoney = ({ pool, ...side }: WithPool) => {
  const { staff, typed, errors, visit } = side;
  const { shares } = newestTerms(pool);
  return (
    <DeedForm side={side} deed="money" hidden={hiddenOf({ pool, ...side })} submit="Write it down">
      <Radios
        name="kind"
        legend="Was it put in or spent?"
        choices={[
          { value: 'in', text: staff ? 'Put in by one person' : 'I put it in' },
          { value: 'spent', text: 'Spent, and shared by the parts' },
        ]}
        value={text(typed, 'kind')}
        error={errors.kind}
      />
      {staff ? (
        <Select
          name="who"
          label="Who put it in?"
          hint="Leave it as it is for money that was spent."
          choices={[{ value: '', text: 'Nobody' }, ...shares.map(({ caseId, name }) => ({ value: caseId, text: name }))]}
          value={text(typed, 'who')}
          error={errors.who}
        />
      ) : null}
      <MoneyInput name="amount" label="How much?" value={text(typed, 'amount')} error={errors.amount} />
      <TextInput name="what" label="What was it?" value={text(typed, 'what')} error={errors.what} />
      <Day side={side} name="on" legend="On which day?" otherwise={toIsoDate(visit.now)} />
    </DeedForm>
  );
};

export const ChangePool = ({ pool, ...side }: WithPool) => (
  <DeedForm side={side} deed="change" hidden={hiddenOf({ pool, ...side })} submit="Ask all of them to agree">
    <WhatAndWho {...side} pool={pool} />
  </DeedForm>
);

export const LeavePool = ({ pool, ...side }: WithPool) => (
  <DeedForm side={side} deed="leave" hidden={hiddenOf({ pool, ...side })} submit={false}>
    <Day side={side} name="leave" legend="From which day?" otherwise={toIsoDate(side.visit.now)} />
    <Said side={side} name="leave-said" />
    <Button text={side.staff ? 'Take them out of it' : 'Leave this'} kind="warning" />
  </DeedForm>
);

export const EndPool = ({ pool, ...side }: WithPool) => {
  const { endsOn } = newestTerms(pool);
  return (
    <>
      {endsOn ? (
        <Details summary="When it ends now">
          <p class="govuk-body">The last day is {formatDate(endsOn)}.</p>
        </Details>
      ) : null}
      <DeedForm side={side} deed="end" hidden={hiddenOf({ pool, ...side })} submit="Ask all of them to end it">
        <Day side={side} name="last" legend="What is the last day?" />
      </DeedForm>
    </>
  );
};
