/**
 * The plan as the person's own workbench: who holds the pen, what it costs, what is in it, what others would change, and whether it is
 * ready. For whoever does not hold the pen, or while it is not being written, the same page to read. Each part has a page of its own.
 */
import { stageOf } from '../../../lib/domain/stage.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { type CaseVisit, casePage, show, type Typed } from '../page.ts';
import { AlternativesView } from '../shared/alternatives-view.tsx';
import { checkInQuestion, leadIsOver, leadWords } from './lead-words.ts';
import { homeOf, pathsOf } from './paths.ts';
import { Heading, Link, Quote, Text } from './prose.tsx';
import { WhosePlan } from './your-plan-frame.tsx';
import { InYourWords, RisksWorthTaking, WhatWillHelp, WhatYouNeed } from './your-plan-lines.tsx';
import { PlanMoney } from './your-plan-money.tsx';
import { Proposals } from './your-plan-proposals.tsx';
import { AgreedAtOnce, ReadyOrNot } from './your-plan-ready.tsx';
import { contentOf, holdsPen, isAtPlanning, mayWrite } from './your-plan-visit.ts';

type VisitProps = { readonly visit: CaseVisit };

const WhoLeadsNow = ({ visit }: VisitProps) => {
  const [over, question] = [leadIsOver(visit), checkInQuestion(visit)];
  return (
    <>
      <Heading>Who leads</Heading>
      <Text>{leadWords(visit)}</Text>
      {over ? <Text>{over}</Text> : null}
      {question ? <InsetText>{question}</InsetText> : null}
      {visit.case.state === 'closed' ? null : (
        <Text>
          <Link href={pathsOf(visit.case.id).whoLeads}>Change who leads</Link>
        </Text>
      )}
    </>
  );
};

const whyNotNow = (visit: CaseVisit): string => {
  const { case: state, configuration } = visit;
  if (state.state === 'closed') return 'This is closed, so the plan does not change any more.';
  if (isAtPlanning(state, configuration)) return 'You do not write in this plan just now. You can say what you would change.';
  if (state.state === 'supported')
    return 'Your support is in place. To change the plan, ask for a review, or say here what you would change.';
  const here = stageOf(configuration.route, state.at.stage)?.forThePerson;
  const where = here ? ` We are at this step: ${here}.` : '';
  return `The plan is not being written just now.${where} You can still say what you would change.`;
};

/** To read only: why, and what can be done instead. */
const OnlyToRead = ({ visit }: VisitProps) => {
  const { proposeChange, askForReview } = pathsOf(visit.case.id);
  const { state } = visit.case;
  return (
    <>
      <Text>{whyNotNow(visit)}</Text>
      {state === 'closed' ? null : (
        <div class="govuk-button-group">
          <Button text="Propose a change" href={proposeChange()} kind="secondary" />
          {state === 'supported' ? <Link href={askForReview}>Ask for a review</Link> : null}
        </div>
      )}
    </>
  );
};

const SentBack = ({ visit: { case: state } }: VisitProps) =>
  state.returned ? (
    <>
      <InsetText>
        <Text>{state.returned.by.name} read the plan and asked for changes. These are the reasons:</Text>
        <Quote words={state.returned.reasons} />
      </InsetText>
      {state.returned.alternatives ? <AlternativesView alternatives={state.returned.alternatives} /> : null}
    </>
  ) : null;

/** The whole page. `typed` and `errors`: an answer to a proposal, or a plan that was not ready, comes again. */
export const yourPlanPage = (visit: CaseVisit, typed: Typed = {}, errors: FieldErrors = {}): Html => {
  const { frame, case: state, configuration } = visit;
  const plan = contentOf(state.plan);
  const parts = { visit, plan, writing: mayWrite(visit) };
  return (
    <Page {...frame} title="Your plan" caption={`Reference ${state.id}`} back={homeOf(visit)} errors={errors}>
      <WhosePlan visit={visit} />
      {parts.writing ? <SentBack visit={visit} /> : <OnlyToRead visit={visit} />}
      <WhoLeadsNow visit={visit} />
      {state.plan || parts.writing ? (
        <>
          <PlanMoney state={state} plan={plan} configuration={configuration} />
          <InYourWords {...parts} />
          <WhatWillHelp {...parts} />
          <WhatYouNeed {...parts} />
          <RisksWorthTaking {...parts} />
        </>
      ) : (
        <Text>There is no plan yet. It comes after we agree what you need.</Text>
      )}
      <Proposals visit={visit} typed={typed} errors={errors} />
      {state.plan && holdsPen(visit) && state.state === 'underway' ? <AgreedAtOnce visit={visit} plan={state.plan} /> : null}
      {parts.writing ? <ReadyOrNot visit={visit} plan={state.plan} /> : null}
    </Page>
  );
};

export const yourPlan = casePage('save-plan', {
  path: '/cases/:caseId/your-plan',
  get: async (visit) => show(yourPlanPage(visit)),
});
