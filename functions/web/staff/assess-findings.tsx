/** The three conditions of the law as questions, and what the answers lead to. The worker finds; the engine only proposes. */
import {
  ADULT_OUTCOMES,
  ELIGIBILITY_RESULT_NAMES,
  type EligibilityProposal,
  EligibilityResult,
  OUTCOMES_NEEDED,
  UNABLE_MEANS,
} from '../../../lib/domain/eligibility.ts';
import { Checkboxes, Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { InsetText } from '../kit/messages.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import type { AssessDraft } from './assess-form.ts';

const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

const Unable = () => (
  <>
    <p class="govuk-body">Unable means any one of these:</p>
    <ul class="govuk-list govuk-list--bullet">
      {UNABLE_MEANS.map((limb) => (
        <li>{limb}</li>
      ))}
    </ul>
    <p class="govuk-body">Look at it as if no carer helped. Where needs come and go, look at a long enough time.</p>
  </>
);

type Part = { readonly draft: AssessDraft; readonly errors: FieldErrors };

export const FindingsFields = ({ draft, errors }: Part) => (
  <>
    <h2 class="govuk-heading-m">What you found</h2>
    <Radios
      name="impairment"
      legend="Do the needs come from, or relate to, a physical or mental impairment or illness?"
      hint="No diagnosis is needed."
      value={draft.impairment}
      error={errors.impairment}
      choices={YES_NO}
      inline
    />
    <Unable />
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
    <Radios
      name="impact"
      legend="Because of that, is there a significant impact on their wellbeing, or is one likely?"
      value={draft.impact}
      error={errors.impact}
      choices={YES_NO}
      inline
    />
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

export const DecisionFields = ({ draft, errors }: Part) => (
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
        hint: MEANS[result],
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
