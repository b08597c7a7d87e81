/**
 * How the up-front figure was worked out, line by line, for the person whose figure it is. It shows what was kept when the figure was
 * made and works nothing out itself. Made to be printed.
 */
import { lifeAreasOf } from '../../../lib/domain/fact.ts';
import { isStaff, may } from '../../../lib/domain/permission.ts';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { Details } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { type CaseVisit, casePage, show } from '../page.ts';
import { WhatWouldChangeIt } from '../shared/allocation-changes-view.tsx';
import { AllocationView, UpFrontFigure } from '../shared/allocation-view.tsx';
import { DisagreeLink } from './disagree-link.tsx';
import { pathsOf } from './paths.ts';
import { Heading, Text } from './prose.tsx';

const NotYet = ({ visit }: { readonly visit: CaseVisit }) => (
  <Page {...visit.frame} title="There is no figure yet" back={pathsOf(visit.case.id).me}>
    <Text>
      First we talk with you about what you told us. Then we work out your up-front figure. It takes us a minute, not weeks.
    </Text>
    <Text>We show it here, with every step of how we got to it.</Text>
  </Page>
);

const HowToRead = () => (
  <Details summary="How to read this">
    <Text>Each answer is worth some points. More need means more points.</Text>
    <Text>
      If family or friends help with a part, we take some points off that part. We only do this if they are willing and able to go
      on. No one has to.
    </Text>
    <Text>The council has a table that turns points into money. If you are between two rows, you get a part of the gap.</Text>
    <Text>We work with exact figures all the way. We round just once, at the end.</Text>
  </Details>
);

const IfYouDoNotAgree = ({ visit }: { readonly visit: CaseVisit }) => (
  <>
    <Heading>If you do not agree</Heading>
    <Text>
      You can say so about one line or all of it. A person who did not decide will look at it with you. A sum is not a decision:
      people decide, and your needs come first.
    </Text>
    <Text>
      <DisagreeLink caseId={visit.case.id} about="figure" detail="The whole figure" />. Or call us on{' '}
      {visit.configuration.council.contact.phone}.
    </Text>
  </>
);

/** The page for a case that has a figure, or that needs its support costed by itself. */
export const amountPage = (visit: CaseVisit): Html => {
  const { frame, case: state, actor } = visit;
  const { allocation, assessment } = state;
  const audience = isStaff(actor) && actor.id !== state.person.id ? 'staff' : 'person';
  if (!allocation) return <NotYet visit={visit} />;
  return (
    <Page {...frame} title="How we worked out your figure" caption={`Reference ${state.id}`} back={pathsOf(state.id).me}>
      <UpFrontFigure allocation={allocation} />
      <Text>
        This is from what you and {assessment?.decidedBy.name ?? 'your worker'} agreed. We worked it out on{' '}
        {readableTime(allocation.madeAt, 'date')}.
      </Text>
      <HowToRead />
      <AllocationView
        allocation={allocation}
        story={lifeAreasOf(state.facts)}
        assessment={assessment}
        disagree={
          may(actor, 'raise-challenge', visit.subject)
            ? (line) => <DisagreeLink caseId={state.id} about="line" detail={line} />
            : undefined
        }
        audience={audience}
      />
      <WhatWouldChangeIt
        model={visit.configuration.model}
        allocation={allocation}
        answers={assessment?.answers}
        audience={audience}
        easy={visit.reading.easy}
      />
      <IfYouDoNotAgree visit={visit} />
    </Page>
  );
};

export const amount = casePage('view-case', {
  path: '/cases/:caseId/amount',
  get: async (visit) => show(amountPage(visit)),
});
