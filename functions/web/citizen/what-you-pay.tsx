/**
 * What you pay: the same working that staff see, in the person's words. An estimate says that it is one; what is not known yet is said
 * too. It works nothing out, and it is never a reason to wait.
 */
import { type CostSoFar, costSoFar } from '../../../lib/domain/cost-so-far.ts';
import { isFreeForCarers } from '../../../lib/domain/decisions/budget.ts';
import type { Finances, WhatTheyPay } from '../../../lib/domain/finances.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { may } from '../../../lib/domain/permission.ts';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { type CaseVisit, casePage, show } from '../page.ts';
import { ContributionView } from '../shared/contribution-view.tsx';
import { isFlat, paysWords } from '../shared/contribution-words.ts';
import { paysSoFar } from '../shared/what-they-pay.ts';
import { DisagreeLink } from './disagree-link.tsx';
import { pathsOf } from './paths.ts';
import { Bullets, Heading, Text } from './prose.tsx';

type OfVisit = { readonly visit: CaseVisit };

const NothingWaits = () => (
  <Text>
    <strong>Nothing you need waits for this.</strong> Help that you need now can start first.
  </Text>
);

const NotYet = () => (
  <>
    <Text>We have not worked out yet what you pay.</Text>
    <NothingWaits />
    <Heading>What happens next</Heading>
    <Bullets
      items={[
        'we look with you at what money you have, and what you need it for',
        'we show you here about how much you may pay, before you choose your plan',
        'we tell you before you pay anything',
      ]}
    />
    <Text>
      You must be left with enough to live on. You can also choose to pay for all of it, and then you do not have to tell us what
      you have.
    </Text>
  </>
);

/** What was found is there, and the sum is not: there is no cost yet, or nobody has found the limits of law. */
const NoSumYet = ({ visit, finances }: OfVisit & { readonly finances: Finances }) => (
  <>
    <Text>
      {finances.kind === 'pays-in-full'
        ? 'You chose to pay for all of your support.'
        : 'We have looked at your money with you. We cannot say yet what you pay.'}{' '}
      {costSoFar(visit.case) ? '' : 'We do not know yet what your support costs.'}
    </Text>
    <Text>We show it here as soon as we know.</Text>
    <NothingWaits />
  </>
);

const COST_OF: Readonly<Record<CostSoFar['of'], string>> = {
  agreed: 'That is what the plan we agreed costs.',
  plan: 'That is what your plan costs as it is now. It is not agreed yet, so this can change.',
  figure: 'That is your up-front figure. You have no plan yet, so this can change.',
};

type PaysProps = OfVisit & { readonly pays: WhatTheyPay };

/** Their part, and the council's, of the same cost. */
const Parts = ({ visit, pays }: PaysProps) => {
  const cost = costSoFar(visit.case);
  if (!cost) return null;
  const rest = cost.pence - pays.pence;
  return (
    <Text>
      It is your part of {formatPence(cost.pence)} a week. {COST_OF[cost.of]}{' '}
      {rest > 0 ? `We pay the rest: ${pays.standing === 'estimate' ? 'about ' : ''}${formatPence(rest)} a week.` : ''}
    </Text>
  );
};

const HowFirm = ({ pays, finances }: { readonly pays: WhatTheyPay; readonly finances: Finances | undefined }) => {
  const by = finances && `${finances.recordedBy.name} wrote it down on ${readableTime(finances.recordedAt, 'date')}.`;
  if (isFlat(pays))
    return (
      <Text>
        {by} {finances?.kind === 'pays-in-full' ? 'You chose this. You can change your mind on any day.' : ''}
      </Text>
    );
  if (pays.standing === 'decided') return <Text>This is decided. {by}</Text>;
  return (
    <>
      <Text>
        <strong>This is an estimate.</strong> It comes from what you told us. {by}
      </Text>
      <Text>What it is not yet:</Text>
      <Bullets
        items={[
          'it is not a bill, and we tell you before you pay anything',
          'it is not decided: we still look at it with you in full',
          'it can go up or down if your plan or your costs change',
        ]}
      />
    </>
  );
};

const IfItIsWrong = ({ visit }: OfVisit) => {
  const { case: state, actor, subject, configuration } = visit;
  return (
    <>
      <Heading>If something is wrong</Heading>
      <Text>
        Did we leave out a cost, or count money that is not yours? Tell us. If you do not agree, someone who did not work it out
        looks at it again. Your support goes on while they do.
      </Text>
      <Text>
        {may(actor, 'raise-challenge', subject) ? (
          <>
            <DisagreeLink caseId={state.id} about="figure" detail="What you pay" />. Or call
          </>
        ) : (
          'Call'
        )}{' '}
        us on {configuration.council.contact.phone}.
      </Text>
    </>
  );
};

const Worked = ({ visit, pays }: PaysProps) => {
  const { case: state } = visit;
  const free = isFlat(pays) && pays.pence === 0;
  return (
    <>
      <p class="govuk-heading-l">{paysWords(pays)}</p>
      {state.state === 'closed' ? <Text>This is closed now. It stood like this at the end.</Text> : null}
      {free ? null : <Parts visit={visit} pays={pays} />}
      <HowFirm pays={pays} finances={state.finances} />
      <NothingWaits />
      <ContributionView pays={pays} audience="person" />
      <IfItIsWrong visit={visit} />
    </>
  );
};

const FreeForCarers = () => (
  <>
    <p class="govuk-heading-l">Nothing</p>
    <Text>We do not charge carers for their own support here. So we do not ask you about your money.</Text>
    <Text>You also do not pay for the support of the person you look after.</Text>
  </>
);

const Inside = ({ visit }: OfVisit) => {
  const { case: state, configuration, now } = visit;
  const { finances } = state;
  if (isFreeForCarers(configuration)) return <FreeForCarers />;
  const pays = paysSoFar({ state, configuration, now });
  if (pays) return <Worked visit={visit} pays={pays} />;
  if (state.state === 'closed') return <Text>This is closed, so there is nothing to pay.</Text>;
  return finances ? <NoSumYet visit={visit} finances={finances} /> : <NotYet />;
};

/** The page, for every case: it always says as much as is known. */
export const whatYouPayPage = (visit: CaseVisit): Html => {
  const { frame, case: state } = visit;
  return (
    <Page {...frame} title="What you pay" caption={`Reference ${state.id}`} back={pathsOf(state.id).me}>
      <Inside visit={visit} />
    </Page>
  );
};

export const whatYouPay = casePage('view-case', {
  path: '/cases/:caseId/what-you-pay',
  get: async (visit) => show(whatYouPayPage(visit)),
});
