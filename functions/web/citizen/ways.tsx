/**
 * The ways to hold the money, side by side, for one person: to read alone or to go through together. Saying that they were read is
 * recorded as offered and chooses nothing; choosing is `ways-choose.tsx`, the page for everybody is `public/ways.tsx`.
 */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { isStaff } from '../../../lib/domain/permission.ts';
import { kindOf } from '../../../lib/domain/stage.ts';
import { kindsFor, type SupportRules } from '../../../lib/domain/support-rules.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { type CaseVisit, casePage, show } from '../page.ts';
import { askCase } from '../settle.tsx';
import { waysPathsOf } from '../shared/ways-paths.ts';
import { EveryKindEveryWay, WaysSideBySide } from '../shared/ways-view.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { Heading, Link, Text } from './prose.tsx';
import { ChosenSoFar, WhyNotNow } from './ways-chosen.tsx';
import { WhosePlan } from './your-plan-frame.tsx';
import { mayWrite } from './your-plan-visit.ts';

const hasLines = ({ case: { plan } }: CaseVisit): boolean => (plan?.items.length ?? 0) > 0;

/** Whether there is anything to choose, and this visitor is one who may. */
const mayChoose = (visit: CaseVisit): boolean => mayWrite(visit) && hasLines(visit);

/** Who went through them, and when. “You” is the person, whoever reads it. */
const Explained = ({ visit: { case: state } }: { readonly visit: CaseVisit }) => {
  const { explained, person } = state;
  if (!explained) return null;
  const on = readableTime(explained.at, 'date');
  return (
    <Text>
      {explained.id === person.id ? `You read these on ${on}.` : `${explained.name} went through these with you on ${on}.`}
    </Text>
  );
};

const buttonText = ({ actor, case: { explained } }: CaseVisit): string => {
  if (isStaff(actor)) return explained ? 'We went through these again' : 'We went through these together';
  return explained ? 'I have read these again' : 'I have read these';
};

/** That they were read. It is said each time that this is no choice yet. */
const SayRead = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, csrf, request } = visit;
  if (state.state === 'closed') return null;
  return (
    <>
      <Heading>When you have read them</Heading>
      <Explained visit={visit} />
      <Text>This tells us that you know all the ways. It does not choose one.</Text>
      <Form action={waysPathsOf(state.id).ways} csrf={csrf} request={request} submit={false}>
        <Button text={buttonText(visit)} kind={state.explained ? 'secondary' : undefined} />
      </Form>
    </>
  );
};

const Next = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state } = visit;
  if (!mayWrite(visit)) return <WhyNotNow visit={visit} />;
  if (!hasLines(visit))
    return (
      <Text>
        You choose once your plan says what will help. <Link href={pathsOf(state.id).yourPlan}>Go to your plan</Link>.
      </Text>
    );
  return state.explained ? <Button text="Choose who holds the money" href={waysPathsOf(state.id).choose} /> : null;
};

const NotSetUp = ({ visit }: { readonly visit: CaseVisit }) => (
  <Text>
    We have not put the ways to hold the money here yet. Call us on {visit.configuration.council.contact.phone}, and we go through
    them with you.
  </Text>
);

const Ways = ({ visit, rules }: { readonly visit: CaseVisit; readonly rules: SupportRules }) => {
  const { reader } = visit;
  const today = toIsoDate(visit.now);
  const kinds = kindsFor(rules, kindOf(visit.configuration.route));
  return (
    <>
      <Text>There is money for your support. You say who holds it. These are all the ways there are.</Text>
      <Text>You can change to another way on any day.</Text>
      <Heading>All the ways, side by side</Heading>
      <WaysSideBySide rules={rules} today={today} reader={reader} />
      <EveryKindEveryWay rules={rules} kinds={kinds} today={today} reader={reader} />
      <SayRead visit={visit} />
      <ChosenSoFar visit={visit} />
      <Next visit={visit} />
    </>
  );
};

export const waysPage = (visit: CaseVisit, errors: FieldErrors = {}): Html => {
  const { support } = visit.configuration;
  return (
    <Page {...visit.frame} title="Ways to hold the money" back={homeOf(visit)} errors={errors}>
      <WhosePlan visit={visit} />
      {support ? <Ways visit={visit} rules={support} /> : <NotSetUp visit={visit} />}
    </Page>
  );
};

export const ways = casePage('explain-ways', {
  path: '/cases/:caseId/ways',
  get: async (visit) => show(waysPage(visit)),
  post: async (visit) => {
    const paths = waysPathsOf(visit.case.id);
    const to = mayChoose(visit) ? paths.choose : paths.ways;
    return askCase(visit, { type: 'explain-ways' }, { to, again: (errors) => waysPage(visit, errors) });
  },
});
