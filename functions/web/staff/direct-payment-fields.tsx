/**
 * The boxes of a direct payment: who asks, each condition with its reason, who receives it, gross or net with the sum, how it is paid, who
 * is paid with it, when it is looked at. Nothing is filled in at first. Reading them is `direct-payment-form.ts`.
 */
import { formatDate } from '../../../lib/domain/calendar.ts';
import { CONDITIONS, type ConditionCode, PaidEvery, Payee, PaymentMethod } from '../../../lib/domain/direct-payment.ts';
import { Checkboxes, Radios } from '../kit/choices.tsx';
import { DateInput } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Textarea, TextInput } from '../kit/text-fields.tsx';
import { list, type Typed, text } from '../page.ts';
import { amountWords, conditionWords, METHOD_WORDS, PAID_EVERY_WORDS } from '../shared/money-held-words.ts';
import type { WayCost } from '../shared/payment-amount.ts';
import { boxesOf } from '../shared/three-box-date.ts';
import { metField, type Nation, reasonField } from './direct-payment-form.ts';

export type PaymentFieldsProps = {
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly cost: WayCost;
  readonly contributionPence: number | null;
  readonly reviewBy: string;
  /** Only England's sections and regulations are cited, and only there. Scotland asks for none of their conditions. */
  readonly nation: Nation;
};
type Fields = Pick<PaymentFieldsProps, 'typed' | 'errors'>;

const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

const Condition = ({ code, typed, errors }: Fields & { readonly code: ConditionCode }) => (
  <>
    <Radios
      name={metField(code)}
      legend={`${conditionWords(code, 'staff')}: is this so?`}
      choices={YES_NO}
      value={text(typed, metField(code))}
      error={errors[metField(code)]}
      inline
    />
    <Textarea
      name={reasonField(code)}
      label={
        <>
          The reason
          <span class="govuk-visually-hidden">: {conditionWords(code, 'staff')}</span>
        </>
      }
      rows={2}
      value={text(typed, reasonField(code))}
      error={errors[reasonField(code)]}
      limit={1000}
    />
  </>
);

const BOTH: readonly ConditionCode[] = CONDITIONS.s31.filter((code) =>
  (CONDITIONS.s32 as readonly ConditionCode[]).includes(code),
);
const only = (codes: readonly ConditionCode[]): ConditionCode[] => codes.filter((code) => !BOTH.includes(code));

const These = ({ codes, ...fields }: Fields & { readonly codes: readonly ConditionCode[] }) => (
  <>
    {codes.map((code) => (
      <Condition code={code} {...fields} />
    ))}
  </>
);

const Basis = ({ cited, ...fields }: Fields & { readonly cited: boolean }) => (
  <>
    <Radios
      name="basis"
      legend="Who asks for it?"
      hint="Answer what stands under your choice, and the three questions below it."
      choices={[
        {
          value: 's31',
          text: `The person, who can decide this${cited ? ' (Care Act 2014 s.31)' : ''}`,
          reveal: <These codes={only(CONDITIONS.s31)} {...fields} />,
        },
        {
          value: 's32',
          text: `Somebody for them, because they cannot decide this${cited ? ' (Care Act 2014 s.32)' : ''}`,
          reveal: <These codes={only(CONDITIONS.s32)} {...fields} />,
        },
      ]}
      value={text(fields.typed, 'basis')}
      error={fields.errors.basis}
    />
    <These codes={BOTH} {...fields} />
  </>
);

const PAYEES: Readonly<Record<Payee, string>> = {
  person: 'The person',
  nominated: 'Somebody the person named',
  authorised: 'Somebody authorised to receive it for them',
  'managed-account': 'A managed account: it pays what the person, or whoever acts for them, says',
};

const WhoReceives = ({ typed, errors }: Fields) => (
  <>
    <Radios
      name="payee"
      legend="Who receives the money?"
      choices={Payee.options.map((value) => ({ value, text: PAYEES[value] }))}
      value={text(typed, 'payee')}
      error={errors.payee}
    />
    <TextInput
      name="payeeName"
      label="Their name"
      hint="Leave this empty where it is the person."
      value={text(typed, 'payeeName')}
      error={errors.payeeName}
    />
  </>
);

const GrossOrNet = ({ typed, errors, cost, contributionPence }: PaymentFieldsProps) => (
  <Radios
    name="grossOrNet"
    legend="Is what the person pays taken off first?"
    choices={[
      {
        value: 'net',
        text: 'Yes: they receive the rest (net)',
        hint: amountWords('net', { cost, contributionPence, audience: 'staff' }),
      },
      {
        value: 'gross',
        text: 'No: they receive all of it (gross)',
        hint: amountWords('gross', { cost, contributionPence, audience: 'staff' }),
      },
    ]}
    value={text(typed, 'grossOrNet')}
    error={errors.grossOrNet}
  />
);

const PaidHowOften = ({ typed, errors }: Fields) => (
  <Radios
    name="paidEvery"
    legend="How often does it come?"
    hint="Always ahead of the weeks it is for."
    choices={PaidEvery.options.map((value) => ({ value, text: PAID_EVERY_WORDS[value] }))}
    value={text(typed, 'paidEvery')}
    error={errors.paidEvery}
  />
);

const METHODS = PaymentMethod.options.map((value) => ({ value, text: METHOD_WORDS[value] }));

const HowPaid = ({ typed, errors }: Fields) => (
  <>
    <Checkboxes
      name="methodsOffered"
      legend="What could they choose from?"
      hint="A prepaid card is never the only way."
      choices={METHODS}
      values={list(typed, 'methodsOffered')}
      error={errors.methodsOffered}
    />
    <Radios name="method" legend="What did they choose?" choices={METHODS} value={text(typed, 'method')} error={errors.method} />
  </>
);

const RelativeFacts = ({ typed, errors }: Fields) => (
  <>
    <TextInput name="who" label="Who is it?" value={text(typed, 'who')} error={errors.who} />
    <Radios
      name="sameHousehold"
      legend="Do they live with the person?"
      choices={YES_NO}
      value={text(typed, 'sameHousehold')}
      error={errors.sameHousehold}
      inline
    />
    <Radios
      name="necessaryFor"
      legend="What is it necessary for?"
      hint="For a partner, or a close relative in the same household."
      choices={[
        { value: 'care', text: 'The care' },
        { value: 'administration', text: 'Looking after the money' },
      ]}
      value={text(typed, 'necessaryFor')}
      error={errors.necessaryFor}
    />
    <Textarea name="why" label="Why is it necessary?" rows={2} value={text(typed, 'why')} error={errors.why} limit={1000} />
  </>
);

const Relative = ({ cited, ...fields }: Fields & { readonly cited: boolean }) => (
  <>
    <Radios
      name="relative"
      legend="Is a close relative paid with it?"
      hint={
        cited
          ? 'Direct Payments Regulations 2014, reg 3: a husband, wife or partner, or a close relative who lives with the person, only where it is necessary. Anybody else can be paid.'
          : 'A husband, wife or partner, or a close relative who lives with the person, only where it is necessary. Anybody else can be paid.'
      }
      choices={[
        { value: 'none', text: 'No' },
        { value: 'spouse-or-partner', text: 'Yes: a husband, wife or partner' },
        { value: 'close-relative', text: 'Yes: another close relative' },
      ]}
      value={text(fields.typed, 'relative')}
      error={fields.errors.relative}
    />
    <p class="govuk-body">If yes, answer these too:</p>
    <RelativeFacts {...fields} />
  </>
);

export const PaymentFields = (props: PaymentFieldsProps) => {
  const { typed, errors, nation } = props;
  const fields = { typed, errors };
  const cited = nation === 'ENG';
  return (
    <>
      {nation === 'SCT' ? null : <Basis cited={cited} {...fields} />}
      <WhoReceives {...fields} />
      <GrossOrNet {...props} />
      <PaidHowOften {...fields} />
      <HowPaid {...fields} />
      <Radios
        name="employsStaff"
        legend="Will they employ somebody with it?"
        choices={YES_NO}
        value={text(typed, 'employsStaff')}
        error={errors.employsStaff}
        inline
      />
      <Relative cited={cited} {...fields} />
      <DateInput
        name="reviewDueBy"
        legend="By when is this payment looked at?"
        hint={`Within six months of its start, then every twelve months at most. The last day is ${formatDate(props.reviewBy)}.`}
        value={boxesOf(typed, 'reviewDueBy')}
        error={errors.reviewDueBy}
      />
    </>
  );
};
