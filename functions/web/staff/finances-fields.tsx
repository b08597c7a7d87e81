/** The boxes of what was found about a person's means, each beside what they told us and who said it. Drawn by `finances.tsx` only. */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { statementOf } from '../../../lib/domain/fact.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { MoneyInput, Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, type Typed, text } from '../page.ts';
import { sentence, whoSaid } from '../shared/answer-words.tsx';
import { AMOUNTS, type AmountField, moneyQuestion } from './finances-form.ts';
import { LeftWithFigures, leftWithHint } from './left-with.tsx';

type FieldsProps = { readonly visit: CaseVisit; readonly typed: Typed; readonly errors: FieldErrors };

const LABELS: Readonly<Record<AmountField, string>> = {
  income: 'Income that counts',
  savings: 'Savings that count',
  housing: 'Housing costs',
  dre: 'Extra costs of a disability',
  leftWith: 'What the law leaves them with',
};

const WHAT_COUNTS: Readonly<Record<AmountField, string>> = {
  income: 'Pensions and benefits. Not pay from work, and not the mobility part of a benefit.',
  savings: 'In all, and only their own share. Not the home they live in.',
  housing: 'Rent, mortgage or council tax, less any help to pay it.',
  dre: 'Disability-related expenditure, such as heating, laundry or special food.',
  leftWith: 'The minimum income guarantee with its premiums; in a care home, the personal expenses allowance.',
};

/** What they said of it, with whose words they are. Nothing where nobody has said anything. */
const theirWords = ({ case: state, configuration, actor }: CaseVisit, id: string | undefined): string => {
  const question = moneyQuestion(configuration, id);
  const said = question && statementOf(state.facts, question.id);
  if (!question || !said) return '';
  const who = whoSaid({ said, actorId: actor.id, personId: state.person.id, personName: state.person.name });
  const words = sentence(question, said.value, { configuration, reader: { about: true } });
  return ` ${words}${words.endsWith('.') ? '' : '.'} ${who}`;
};

const Amounts = ({ visit, typed, errors }: FieldsProps) => {
  const { charging } = visit.configuration;
  const law = charging && leftWithHint(charging, toIsoDate(visit.now));
  return (
    <>
      {AMOUNTS.map(({ field, question }) => (
        <MoneyInput
          name={field}
          label={LABELS[field]}
          hint={`${WHAT_COUNTS[field]}${field === 'leftWith' && law ? ` ${law}` : theirWords(visit, question)}`}
          per={field === 'savings' ? 'in all' : 'a week'}
          value={text(typed, field)}
          error={errors[field]}
        />
      ))}
    </>
  );
};

const Figures = (props: FieldsProps) => {
  const { visit, typed, errors } = props;
  const { charging } = visit.configuration;
  return (
    <>
      <h2 class="govuk-heading-m">The figures</h2>
      <p class="govuk-body">Only where there are figures. Leave these as they are otherwise.</p>
      <Radios
        name="standing"
        legend="How firm is it?"
        value={text(typed, 'standing')}
        error={errors.standing}
        choices={[
          { value: 'estimate', text: 'An estimate, from what they told us', hint: 'They see it before they choose a plan.' },
          { value: 'decided', text: 'The decision of the financial assessment' },
        ]}
      />
      <Radios
        name="setting"
        legend="Where do they live?"
        value={text(typed, 'setting')}
        error={errors.setting}
        choices={[
          { value: 'community', text: 'At home' },
          { value: 'care-home', text: 'In a care home' },
        ]}
      />
      <Amounts {...props} />
      {charging ? <LeftWithFigures figures={charging} on={toIsoDate(visit.now)} /> : null}
    </>
  );
};

/** Every box. Without the limits of law nothing can be worked out, so figures are not offered then. */
export const FinancesFields = (props: FieldsProps & { readonly withFigures: boolean }) => {
  const { typed, errors, withFigures } = props;
  return (
    <>
      <Radios
        name="kind"
        legend="What was found?"
        value={text(typed, 'kind')}
        error={errors.kind}
        choices={[
          ...(withFigures ? [{ value: 'figures', text: 'Figures of what they have and what they need it for' }] : []),
          { value: 'no-charge', text: 'The council makes no charge for this support' },
          {
            value: 'pays-in-full',
            text: 'They pay the whole cost, by choice',
            hint: 'They would rather pay than say what they have. Their own choice, on any day theirs to change.',
          },
        ]}
      />
      {withFigures ? <Figures {...props} /> : null}
      <h2 class="govuk-heading-m">{withFigures ? 'The reason, where there are no figures' : 'The reason'}</h2>
      <Textarea
        name="reason"
        label="Why there is no charge, or why they pay the whole cost"
        hint="The person reads it."
        rows={3}
        value={text(typed, 'reason')}
        error={errors.reason}
      />
    </>
  );
};
