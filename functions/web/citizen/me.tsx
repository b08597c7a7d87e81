/**
 * The person's own page about their case: where it is, whose turn, the date, the money, the decision, the plan, what they told us and
 * what has happened. Staff may look at it, to see what the person sees. It changes nothing; asking and stopping are pages of their own.
 */
import { histories } from '../../../lib/aws/histories.ts';
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import type { CaseEvent } from '../../../lib/domain/event.ts';
import { isStaff, may } from '../../../lib/domain/permission.ts';
import { Button } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { Details, InsetText } from '../kit/messages.tsx';
import { type CaseVisit, casePage, show } from '../page.ts';
import { HistoryView } from '../shared/history-view.tsx';
import { isCarersOwn, WhoseThisIs } from './as-a-carer.tsx';
import { YourDisagreements } from './disagreements.tsx';
import { HeldAnswers } from './held-answers.tsx';
import { HelpRightNow } from './help-right-now.tsx';
import { WhyItIsClosed } from './me-closed.tsx';
import { OurDecision, UpFront } from './me-decisions.tsx';
import { OnOurSide, WhereItIsNow } from './me-now.tsx';
import { PlanAndBudget } from './me-plan.tsx';
import { StepsOnTheWay } from './me-steps.tsx';
import { OtherForms } from './other-forms.tsx';
import { MY, pathsOf } from './paths.ts';
import { AdvocateOffer } from './people-words.tsx';
import { Bullets, Heading, Link, Text } from './prose.tsx';
import { CannotWait } from './story-frame.tsx';
import { storyIsOpen, storyOf } from './story-walk.ts';

const InPlace = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, configuration } = visit;
  if (state.state !== 'supported') return null;
  return (
    <>
      <Heading>Where it is now</Heading>
      <p class="govuk-body-l">Your support is in place.</p>
      <Text>
        We will look at your plan with you on or before <strong>{formatDate(state.agreed.reviewDueOn)}</strong>. You can ask us to
        do it sooner, on any day. If your support does not turn up, call {configuration.council.contact.phone}.
      </Text>
      {may(visit.actor, 'ask-for-review', visit.subject) ? (
        <Button text="Ask for a review" href={pathsOf(state.id).askForReview} kind="secondary" />
      ) : null}
    </>
  );
};

/** Everything between the person and us that is not the case's own course. */
const BetweenUs = ({ visit }: { readonly visit: CaseVisit }) => {
  const paths = pathsOf(visit.case.id);
  const open = storyIsOpen(visit.case, visit.configuration) ? [] : storyOf(visit).pages;
  const left = open.reduce((total, page) => total + page.left, 0);
  return (
    <>
      <Heading>You and us</Heading>
      <Bullets
        items={[
          <Link href={paths.messages}>Messages with the team</Link>,
          <Link href={paths.letters}>Letters we wrote to you</Link>,
          <Link href={paths.people}>Who can see what, and who helps you</Link>,
          <Link href={`/cases/${visit.case.id}/our-household`}>People you plan with</Link>,
          <Link href={paths.whoLooked}>Who has looked at your record</Link>,
          ...(open.length > 0
            ? [
                <>
                  <Link href={paths.story}>Questions you can answer or change</Link>
                  {left > 0 ? ` (${left} not answered yet)` : ''}
                </>,
              ]
            : []),
        ]}
      />
    </>
  );
};

/** What the person can always do about it. */
const IfThingsChange = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, configuration } = visit;
  const { contact } = configuration.council;
  const mayStop = state.state === 'underway' && !state.agreed && may(visit.actor, 'withdraw', visit.subject);
  return (
    <>
      <Heading>If you need us</Heading>
      <Text>
        If it cannot wait, call {contact.phone}. Tell us that it is urgent. We can help before any of this is done. If someone is
        in danger, call 999.
      </Text>
      {mayStop ? (
        <Text>
          <Link href={pathsOf(state.id).stop}>I want to stop</Link>
        </Text>
      ) : null}
    </>
  );
};

/** Answers and forms have parts of their own on the page, so the history leaves them out. */
const worthTelling = (events: readonly CaseEvent[]): CaseEvent[] =>
  events.filter(({ type }) => type !== 'AnswerGiven' && type !== 'FormFilled');

const WhatWeHold = ({ visit, events }: { readonly visit: CaseVisit; readonly events: readonly CaseEvent[] }) => {
  const { case: state, configuration } = visit;
  const told = configuration.questions.filter(({ id, withheld }) => state.facts[id]?.person !== undefined && !withheld);
  const inForms = new Set(state.forms.flatMap(({ answers }) => Object.keys(answers)));
  // Some of what is written about safety is kept off these pages, because reading it here could put somebody at risk.
  const ours = configuration.questions.filter(({ id, withheld }) => {
    const fact = state.facts[id];
    return fact?.staff !== undefined && fact.person === undefined && !withheld && !inForms.has(id);
  });
  return (
    <>
      {told.length > 0 ? (
        <Details summary="What you told us">
          <HeldAnswers
            state={state}
            configuration={configuration}
            reader={{ ...visit.reader, about: false }}
            actorId={visit.actor.id}
            questions={told}
          />
        </Details>
      ) : null}
      {ours.length > 0 ? (
        <Details summary="What we wrote down with you">
          <HeldAnswers
            state={state}
            configuration={configuration}
            reader={{ ...visit.reader, about: true }}
            actorId={visit.actor.id}
            questions={ours}
          />
        </Details>
      ) : null}
      {state.forms.length > 0 ? (
        <Details summary="What we wrote down on the way">
          <OtherForms forms={state.forms} configuration={configuration} />
        </Details>
      ) : null}
      <Details summary="What has happened so far">
        <HistoryView events={worthTelling(events)} configuration={configuration} audience="person" />
      </Details>
    </>
  );
};

const stuck = (state: Case): boolean => state.state === 'underway' && state.at.attention !== undefined;

/** The page for a case with the events it is made of. */
export const yourPage = (visit: CaseVisit, events: readonly CaseEvent[]): Html => {
  const { frame, actor, case: state, configuration, now } = visit;
  const { council, route } = configuration;
  return (
    <Page
      {...frame}
      title="Your page"
      caption={`Reference ${state.id}`}
      back={actor.id === state.person.id ? MY : `/cases/${state.id}`}
    >
      {isStaff(actor) ? (
        <InsetText>
          This is what {state.person.name} sees. “You” is {state.person.name}.
        </InsetText>
      ) : null}
      <WhoseThisIs configuration={configuration} />
      <CannotWait visit={visit} />
      <HelpRightNow visit={visit} />
      {stuck(state) ? <OnOurSide /> : null}
      {state.state === 'underway' ? <WhereItIsNow visit={visit} state={state} configuration={configuration} now={now} /> : null}
      <InPlace visit={visit} />
      {state.state === 'closed' ? <WhyItIsClosed state={state} council={council} carer={isCarersOwn(configuration)} /> : null}
      {state.agreed ? null : <UpFront state={state} />}
      <PlanAndBudget visit={visit} />
      {state.agreed ? <UpFront state={state} /> : null}
      <OurDecision state={state} council={council} />
      {state.state === 'closed' ? null : <StepsOnTheWay route={route} state={state} />}
      <AdvocateOffer visit={visit} />
      <BetweenUs visit={visit} />
      <YourDisagreements visit={visit} />
      <Heading>What we keep about you here</Heading>
      <WhatWeHold visit={visit} events={events} />
      <IfThingsChange visit={visit} />
    </Page>
  );
};

export const personPage = casePage('view-case', {
  path: '/cases/:caseId/me',
  get: async (visit) => {
    const recorded = await histories.of(visit.case.id);
    return show(
      yourPage(
        visit,
        recorded.map(({ event }) => event),
      ),
    );
  },
});
