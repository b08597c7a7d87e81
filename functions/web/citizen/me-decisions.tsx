/**
 * What has been decided and what it means in money: the up-front figure, and the decision about eligible needs with its reasons.
 * Part of the person's own page. The working of the figure is `amount.tsx`.
 */
import type { Assessment } from '../../../lib/domain/assessment.ts';
import type { Case } from '../../../lib/domain/case.ts';
import type { Council } from '../../../lib/domain/council.ts';
import { type EligibilityResult, type NeedCode, plainNeed } from '../../../lib/domain/eligibility.ts';
import type { Allocation } from '../../../lib/domain/event.ts';
import { InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { UpFrontFigure } from '../shared/allocation-view.tsx';
import { DisagreeLink } from './disagree-link.tsx';
import { pathsOf } from './paths.ts';
import { Bullets, Heading, Link, Quote, Text } from './prose.tsx';

const Figure = ({ allocation }: { readonly allocation: Allocation }) =>
  allocation.needsIndividualCosting ? (
    <Text>
      Your needs are higher than our points can price. So there is no quick figure. A worker will go through the cost with you,
      one part at a time. There is no cap on it.
    </Text>
  ) : (
    <>
      <UpFrontFigure allocation={allocation} />
      <Text>
        This is a guide, not a limit. It is there so that you can start your plan. Your final budget is what it costs to meet your
        needs.
      </Text>
    </>
  );

/** Big, early and with its working one step away. */
export const UpFront = ({ state }: { readonly state: Case }) => {
  const { allocation, id } = state;
  if (!allocation) return null;
  return (
    <>
      <Heading>Your up-front figure</Heading>
      <Figure allocation={allocation} />
      <Text>
        <Link href={pathsOf(id).amount}>See how we worked this out, line by line</Link>
      </Text>
      <Text>
        <DisagreeLink caseId={id} about="figure" detail="Your up-front figure" />
      </Text>
    </>
  );
};

const MEANS: Readonly<Record<EligibilityResult, string>> = {
  'eligible-needs-identified': 'You have needs that we must help you with. The law calls these “eligible needs”.',
  'non-eligible-needs-identified':
    'You have some needs. They are not ones that the law says we must pay for. We still give you advice about what can help.',
  'no-needs-identified': 'We found no needs of the kind this law is about. We still give you advice about what can help.',
};

/** What the decision says to a carer, about their own life. */
const MEANS_FOR_A_CARER: Readonly<Record<EligibilityResult, string>> = {
  'eligible-needs-identified':
    'Caring takes a lot out of your own life. You have needs that we must help you with. The law calls these “eligible needs”.',
  'non-eligible-needs-identified':
    'You have some needs because you care for someone. They are not ones that the law says we must pay for. We still give you advice about what can help.',
  'no-needs-identified':
    'We found no needs of the kind this law is about. That may change. We still give you advice about what can help you as a carer.',
};

const Found = ({ assessment }: { readonly assessment: Assessment }) => {
  const { findings } = assessment;
  const needs: readonly NeedCode[] = findings.unable;
  return (
    <>
      {findings.kind === 'carer' && findings.healthAtRisk ? (
        <Text>We agreed that caring harms your health, or may come to.</Text>
      ) : null}
      {needs.length === 0 ? null : (
        <>
          <Text>
            {findings.kind === 'carer'
              ? 'We agreed that, because you care, you need help with:'
              : 'We agreed that you need help with:'}
          </Text>
          <Bullets items={needs.map(plainNeed)} />
        </>
      )}
    </>
  );
};

/** The decision, what was found, why, who made it, and what to do about it if it is wrong. */
export const OurDecision = ({ state, council }: { readonly state: Case; readonly council: Council }) => {
  const { assessment } = state;
  if (!assessment) return null;
  return (
    <>
      <Heading>Our decision about your needs</Heading>
      <Text>{(assessment.findings.kind === 'carer' ? MEANS_FOR_A_CARER : MEANS)[assessment.decision]}</Text>
      <Found assessment={assessment} />
      <Text>
        {assessment.decidedBy.name} made this decision on {readableTime(assessment.decidedAt, 'date')}. These are the reasons:
      </Text>
      <InsetText>
        <Quote words={assessment.reasons} />
      </InsetText>
      <Text>
        Do you think this is wrong? Someone who did not make the decision will look at it again.{' '}
        <DisagreeLink caseId={state.id} about="decision" detail="Our decision about your needs" />. Or call us on{' '}
        {council.contact.phone}.
      </Text>
    </>
  );
};
