/** What others would change: each waiting proposal with the way to take it up or say why not, and what came of the last ones. */
import { isWaiting, LONGEST_PROPOSAL, type Proposal } from '../../../lib/domain/proposal.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import { Details } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, type Typed, text } from '../page.ts';
import { pathsOf } from './paths.ts';
import { Heading, Quote, SubHeading, Text } from './prose.tsx';
import { holdsPen } from './your-plan-visit.ts';

type ProposalsProps = { readonly visit: CaseVisit; readonly typed: Typed; readonly errors: FieldErrors };

/** The field of the answer to one proposal. */
export const wordsField = (number: number): string => `words-${number}`;

const Said = ({ proposal: { by, at, about, words } }: { readonly proposal: Proposal }) => (
  <>
    <SubHeading>
      <span class="ow-typed">{about || 'The whole plan'}</span>
    </SubHeading>
    <Text>
      {by.name} proposed this on {readableTime(at, 'date')}:
    </Text>
    <Quote words={words} />
  </>
);

const Answer = ({ visit, proposal, typed, errors }: ProposalsProps & { readonly proposal: Proposal }) => {
  const { number } = proposal;
  const name = wordsField(number);
  return (
    <Form action={pathsOf(visit.case.id).settleProposal} csrf={visit.csrf} request={visit.request} submit={false}>
      <input type="hidden" name="number" value={String(number)} />
      <Textarea
        name={name}
        label="Your answer"
        hint="If you do not take it up, say why not. They read it."
        value={text(typed, name)}
        error={errors[name]}
        rows={2}
        limit={LONGEST_PROPOSAL}
      />
      <div class="govuk-button-group">
        <Button text="Take it up" kind="secondary" name="taken" value="yes" />
        <Button text="Say why not" kind="secondary" name="taken" value="no" />
      </div>
    </Form>
  );
};

const Settled = ({ proposals }: { readonly proposals: readonly Proposal[] }) =>
  proposals.length === 0 ? null : (
    <Details summary="What came of earlier ones">
      {proposals.map((proposal) => (
        <>
          <Said proposal={proposal} />
          <Text>
            {proposal.settled?.name} {proposal.settled?.taken ? 'took it up.' : 'did not take it up.'}
          </Text>
          {proposal.settled?.words ? <Quote words={proposal.settled.words} /> : null}
        </>
      ))}
    </Details>
  );

export const Proposals = ({ visit, typed, errors }: ProposalsProps) => {
  const { proposals, state } = visit.case;
  if (proposals.length === 0) return null;
  const waiting = proposals.filter(isWaiting);
  const answers = holdsPen(visit) && state !== 'closed';
  return (
    <>
      <Heading id="proposals">What others would change</Heading>
      {waiting.length > 0 && answers ? (
        <Text>If you take one up, change the plan to match. Nothing changes by itself.</Text>
      ) : null}
      {waiting.map((proposal) => (
        <>
          <Said proposal={proposal} />
          {answers ? (
            <Answer visit={visit} proposal={proposal} typed={typed} errors={errors} />
          ) : (
            <Text>It waits for an answer.</Text>
          )}
        </>
      ))}
      <Settled proposals={proposals.filter((each) => !isWaiting(each))} />
    </>
  );
};
