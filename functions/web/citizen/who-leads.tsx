/**
 * Who leads the plan: the person, the person and their worker, or somebody the person asks to take over for a while. It is taken back with
 * one button, on any day. Whoever leads for now gives it back here, and does no more. Reading is `read-lead.ts`.
 */
import { addDays, toIsoDate } from '../../../lib/domain/calendar.ts';
import { actsForThem, grantOf } from '../../../lib/domain/circle.ts';
import { leadOn } from '../../../lib/domain/lead.ts';
import { roleFor } from '../../../lib/domain/permission.ts';
import { type Choice, Radios } from '../kit/choices.tsx';
import { DateInput, dateParts } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, casePage, goTo, show, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { boxesOf } from '../shared/three-box-date.ts';
import { checkInQuestion, leadIsOver, leadWords } from './lead-words.ts';
import { homeOf, pathsOf } from './paths.ts';
import { Bullets, Link, Text } from './prose.tsx';
import { mayTakeOver, readLead } from './read-lead.ts';
import { WhosePlan } from './your-plan-frame.tsx';

const roleOf = ({ actor, subject }: CaseVisit) => roleFor(actor, 'arrange-lead', subject);
const leadNow = ({ case: state, now }: CaseVisit) => leadOn(state.lead, toIsoDate(now));
/** The visitor was let in to help and leads for now: they give it back, and cannot make it longer for themself. */
const onlyLeads = ({ actor, subject, case: { circle } }: CaseVisit): boolean => {
  const grant = grantOf(circle, actor.id, subject.today);
  return grant !== undefined && !actsForThem(grant);
};

type Back = { readonly visit: CaseVisit; readonly mode: 'person' | 'shared'; readonly submit: string };

/** One button, no question: handing back needs no reason and no second thought. */
const OneButton = ({ visit: { case: state, csrf, request }, mode, submit }: Back) => (
  <Form action={pathsOf(state.id).whoLeads} csrf={csrf} request={request} submit={submit}>
    <input type="hidden" name="mode" value={mode} />
  </Form>
);

type FieldsProps = { readonly visit: CaseVisit; readonly typed: Typed; readonly errors: FieldErrors };

/** Six weeks: long enough to be a help, short enough to be asked about. */
const USUAL_DAYS = 42;

const TakesOver = ({ visit, typed, errors }: FieldsProps) => {
  const people = mayTakeOver(visit);
  if (people.length === 0) {
    return (
      <Text>
        No one on your list helps with all of it yet. <Link href={pathsOf(visit.case.id).people}>Ask someone to help</Link> first.
      </Text>
    );
  }
  const usual = dateParts(addDays(toIsoDate(visit.now), USUAL_DAYS));
  return (
    <>
      <Radios
        name="who"
        legend="Who takes over?"
        choices={people.map(({ id, name }) => ({ value: id, text: name }))}
        value={text(typed, 'who')}
        error={errors.who}
      />
      <DateInput
        name="until"
        legend="On what day do we ask you about it?"
        hint="It ends on that day, if you do not say more. It can be up to 12 weeks."
        value={typed['until-day'] === undefined ? usual : boxesOf(typed, 'until')}
        error={errors.until}
      />
    </>
  );
};

const modesFor = (fields: FieldsProps): Choice[] => [
  { value: 'person', text: 'I lead', hint: 'You write the plan. All others can only propose a change.' },
  { value: 'shared', text: 'We write it together', hint: 'You and your worker both write in it.' },
  {
    value: 'someone-for-now',
    text: 'Someone takes over for now',
    hint: 'Someone you trust writes the plan for you for a while. They can see here all that you can see while they do.',
    reveal: <TakesOver {...fields} />,
  },
];

/** A worker writes down what the person said, and that it was theirs to say. */
const InTheirWords = ({ visit, typed, errors }: FieldsProps) =>
  roleOf(visit) === 'assessor' ? (
    <>
      <Textarea
        name="words"
        label={`What did ${visit.case.person.name} say?`}
        hint="In their own words. Only their word changes who leads."
        value={text(typed, 'words')}
        error={errors.words}
        limit={1000}
      />
      <Radios
        name="canDecide"
        legend="Can they make this choice now?"
        choices={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        value={text(typed, 'canDecide')}
        error={errors.canDecide}
        inline
      />
    </>
  ) : null;

const Now = ({ visit }: { readonly visit: CaseVisit }) => {
  const [over, question] = [leadIsOver(visit), checkInQuestion(visit)];
  return (
    <>
      <p class="govuk-body-l">{leadWords(visit)}</p>
      {over ? <Text>{over}</Text> : null}
      {question ? <InsetText>{question}</InsetText> : null}
    </>
  );
};

const Change = ({ visit, typed, errors }: FieldsProps) => {
  const { case: state, csrf, request } = visit;
  const { whoLeads, yourPlan } = pathsOf(state.id);
  const chosen = typed.mode === undefined ? leadNow(visit).mode : text(typed, 'mode');
  return (
    <Form action={whoLeads} csrf={csrf} request={request} submit="Save" extra={<Link href={yourPlan}>Not now</Link>}>
      <Radios
        name="mode"
        legend="Who should lead?"
        choices={modesFor({ visit, typed, errors })}
        value={chosen}
        error={errors.mode}
      />
      <InTheirWords visit={visit} typed={typed} errors={errors} />
    </Form>
  );
};

/** The page for the person, whoever acts for them, and their worker; for whoever leads for now, the way to give it back. */
export const whoLeadsPage = (visit: CaseVisit, typed: Typed = {}, errors: FieldErrors = {}): Html => {
  const { frame, case: state } = visit;
  const theirs = roleOf(visit) !== 'assessor' && !onlyLeads(visit);
  const someone = leadNow(visit).mode === 'someone-for-now';
  return (
    <Page {...frame} title="Who leads your plan" back={pathsOf(state.id).yourPlan} errors={errors}>
      <WhosePlan visit={visit} />
      <Now visit={visit} />
      {someone && theirs ? <OneButton visit={visit} mode="person" submit="I take it back now" /> : null}
      {onlyLeads(visit) ? (
        <OneButton visit={visit} mode="shared" submit={`Give it back to ${state.person.name}`} />
      ) : (
        <>
          <Bullets
            items={[
              'it is your plan, whoever leads',
              'you can take it back on any day, and you do not have to say why',
              'what you get stays the same',
            ]}
          />
          <Change visit={visit} typed={typed} errors={errors} />
        </>
      )}
    </Page>
  );
};

export const whoLeads = casePage('arrange-lead', {
  path: '/cases/:caseId/who-leads',
  get: async (visit) => {
    return visit.case.state === 'closed' ? goTo(homeOf(visit)) : show(whoLeadsPage(visit));
  },
  post: async (visit, typed) => {
    const again = (errors: FieldErrors): Html => whoLeadsPage(visit, typed, errors);
    const read = readLead(visit, typed, roleOf(visit) === 'assessor');
    if ('errors' in read) return show(again(read.errors), 422);
    const to = onlyLeads(visit) ? homeOf(visit) : pathsOf(visit.case.id).yourPlan;
    return askCase(visit, { type: 'arrange-lead', content: read.content }, { to, again, typed });
  },
});
