/** The three conditions of the law as questions, and what the answers lead to. The worker finds; the engine only proposes. */
import { CARER_OUTCOMES, CARER_UNABLE_MEANS } from '../../../lib/domain/carer-outcome.ts';
import {
  ADULT_OUTCOMES,
  ELIGIBILITY_RESULT_NAMES,
  type EligibilityProposal,
  EligibilityResult,
  OUTCOMES_NEEDED,
  UNABLE_MEANS,
} from '../../../lib/domain/eligibility.ts';
import type { CaseKind } from '../../../lib/domain/stage.ts';
import { Checkboxes, Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { InsetText } from '../kit/messages.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import type { AssessDraft } from './assess-form.ts';

const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

type UnableProps = { readonly limbs: readonly string[]; readonly also: string };

const Unable = ({ limbs, also }: UnableProps) => (
  <>
    <p class="govuk-body">Unable means any one of these:</p>
    <ul class="govuk-list govuk-list--bullet">
      {limbs.map((limb) => (
        <li>{limb}</li>
      ))}
    </ul>
    <p class="govuk-body">{also}</p>
  </>
);

type Part = { readonly draft: AssessDraft; readonly errors: FieldErrors };

const Impact = ({ draft, errors }: Part) => (
  <Radios
    name="impact"
    legend="Because of that, is there a significant impact on their wellbeing, or is one likely?"
    value={draft.impact}
    error={errors.impact}
    choices={YES_NO}
    inline
  />
);

const AdultFields = ({ draft, errors }: Part) => (
  <>
    <Radios
      name="impairment"
      legend="Do the needs come from, or relate to, a physical or mental impairment or illness?"
      hint="No diagnosis is needed."
      value={draft.impairment}
      error={errors.impairment}
      choices={YES_NO}
      inline
    />
    <Unable limbs={UNABLE_MEANS} also="Look at it as if no carer helped. Where needs come and go, look at a long enough time." />
    <Checkboxes
      name="unable"
      legend="What is the person unable to achieve?"
      hint={`Choose all that apply, or none. ${OUTCOMES_NEEDED} or more are needed for eligible needs.`}
      values={draft.unable}
      error={errors.unable}
      choices={ADULT_OUTCOMES.map(({ code, plain, statutory, letter }) => ({
        value: code,
        text: plain,
        hint: `In the law: (${letter}) ${statutory}`,
      }))}
    />
    <Impact draft={draft} errors={errors} />
  </>
);

/** A carer is looked at in their own right: whatever was decided about the adult they care for says nothing here. */
const CarerFields = ({ draft, errors }: Part) => (
  <>
    <Radios
      name="necessary"
      legend="Do the needs come from giving care that an adult needs?"
      hint="The adult need not be eligible for anything, and need not have been assessed."
      value={draft.necessary}
      error={errors.necessary}
      choices={YES_NO}
      inline
    />
    <Radios
      name="health"
      legend="Is the carer’s physical or mental health getting worse, or at risk of it?"
      hint="This is enough by itself, or one outcome below is."
      value={draft.health}
      error={errors.health}
      choices={YES_NO}
      inline
    />
    <Unable limbs={CARER_UNABLE_MEANS} also="Where needs come and go, look at a long enough time." />
    <Checkboxes
      name="unable"
      legend="What is the carer unable to achieve?"
      hint="Choose all that apply, or none. One is enough."
      values={draft.unable}
      error={errors.unable}
      choices={CARER_OUTCOMES.map(({ code, plain, statutory, numeral }) => ({
        value: code,
        text: plain,
        hint: `In the law: (${numeral}) ${statutory}`,
      }))}
    />
    <Impact draft={draft} errors={errors} />
  </>
);

export const FindingsFields = ({ kind, ...part }: Part & { readonly kind: CaseKind }) => (
  <>
    <h2 class="govuk-heading-m">What you found</h2>
    {kind === 'carer' ? <CarerFields {...part} /> : <AdultFields {...part} />}
  </>
);

/** Where the form's own address leads: on this long page the answer to "work out" would otherwise be far below the fold. */
export const PROPOSAL = 'proposal';

/** What the findings lead to, condition by condition. Only where it was just asked for does the address lead to it. */
export const Proposal = ({ proposal, asked }: { readonly proposal: EligibilityProposal; readonly asked: boolean }) => (
  <InsetText>
    <p class="govuk-body" {...(asked && { id: PROPOSAL, tabindex: -1 })}>
      <strong>What you found leads to: {ELIGIBILITY_RESULT_NAMES[proposal.result].toLowerCase()}.</strong>
    </p>
    <ul class="govuk-list govuk-list--bullet">
      {proposal.conditions.map(({ met, sentence, law }) => (
        <li>
          {met ? 'Met' : 'Not met'}: {sentence} ({law})
        </li>
      ))}
    </ul>
    <p class="govuk-body">This is what the law says of your findings. The decision is yours; change a finding if it is wrong.</p>
  </InsetText>
);

const MEANS: Readonly<Record<EligibilityResult, string>> = {
  'eligible-needs-identified': 'Leads on to an up-front figure and a plan.',
  'non-eligible-needs-identified': 'The person gets written reasons, and advice on what can help.',
  'no-needs-identified': 'The person gets written reasons, and information they can come back to.',
};

const LEADS_A_CARER_ON = 'Leads on to a support plan of the carer’s own.';

export const DecisionFields = ({ draft, errors, kind }: Part & { readonly kind: CaseKind }) => (
  <>
    <h2 class="govuk-heading-m">Your decision</h2>
    <Radios
      name="decision"
      legend="What do you decide?"
      value={draft.decision}
      error={errors.decision}
      choices={EligibilityResult.options.map((result) => ({
        value: result,
        text: ELIGIBILITY_RESULT_NAMES[result],
        hint: kind === 'carer' && result === 'eligible-needs-identified' ? LEADS_A_CARER_ON : MEANS[result],
      }))}
    />
    <Textarea
      name="reasons"
      label="Your reasons"
      hint="The person reads these, whatever the decision. Write to them."
      value={draft.reasons}
      error={errors.reasons}
      rows={6}
      limit={4000}
    />
  </>
);
