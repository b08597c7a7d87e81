/**
 * Help that cannot wait, for staff: what goes on now, starting it on three facts, ending it with reasons. Open at every stage, because
 * nothing has to be assessed first. Not who pays for it, and never a reason for anything else to wait.
 */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { LONGEST_REASONS } from '../../../lib/domain/decisions/voice.ts';
import { kindOf } from '../../../lib/domain/stage.ts';
import { isGoing, MOST_URGENT, type UrgentSupport } from '../../../lib/domain/urgent-support.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Details, InsetText } from '../kit/messages.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type Answer, type CaseVisit, count, show, type Typed, text } from '../page.ts';
import { askCase, WHOLE_PAGE } from '../settle.tsx';
import { CaseFrame, staffPage } from './case-frame.tsx';
import { written } from './read-plainly.ts';
import { readUrgent, UrgentFields, urgentTyped } from './urgent-form.tsx';
import { UrgentCard, urgentHref } from './urgent-now.tsx';

type PageProps = { readonly visit: CaseVisit; readonly typed?: Typed | undefined; readonly errors?: FieldErrors | undefined };

const reasonsField = (number: number): string => `reasons-${number}`;

/** The section speaks of an adult's own needs; a carer's page says the same without the citation. */
const Law = ({ visit: { configuration } }: { readonly visit: CaseVisit }) => {
  const cited = configuration.council.jurisdiction === 'ENG' && kindOf(configuration.route) === 'adult';
  return (
    <p class="govuk-body">
      {cited ? 'Care Act 2014 s.19(3): nothing has to be assessed first.' : 'Nothing has to be assessed first.'} The rest can
      follow.
    </p>
  );
};

type EndProps = PageProps & { readonly urgent: UrgentSupport };

const End = ({ visit, urgent: { number }, typed = {}, errors = {} }: EndProps) => (
  <Form action={urgentHref(visit)} csrf={visit.csrf} request={visit.request} submit={`End help ${number}`}>
    <input type="hidden" name="end" value={String(number)} />
    <Textarea
      name={reasonsField(number)}
      label={`Why help ${number} ends, or what takes its place`}
      hint="The person reads it."
      rows={2}
      value={text(typed, reasonsField(number))}
      error={errors[reasonsField(number)]}
      limit={LONGEST_REASONS}
    />
  </Form>
);

const Going = ({ visit, typed, errors }: PageProps) => {
  const going = visit.case.urgent.filter(isGoing);
  const today = toIsoDate(visit.now);
  return (
    <>
      <h2 class="govuk-heading-m">What goes on now</h2>
      {going.length === 0 ? <p class="govuk-body">No urgent help goes on.</p> : null}
      {going.map((urgent) => (
        <>
          <UrgentCard urgent={urgent} today={today} />
          <End visit={visit} urgent={urgent} typed={typed} errors={errors} />
        </>
      ))}
    </>
  );
};

/** What was typed for a case on which it cannot be started any more, so that it can be copied. */
const NotSaved = ({ typed }: { readonly typed: Typed }) =>
  urgentTyped(typed) ? (
    <InsetText>
      <p class="govuk-body">You have just typed this. It is not saved:</p>
      <p class="govuk-body ow-typed">{text(typed, 'what')}</p>
      <p class="govuk-body ow-typed">{text(typed, 'who')}</p>
    </InsetText>
  ) : null;

const Start = ({ visit, typed = {}, errors = {} }: PageProps) => {
  const { case: state, csrf, request, now } = visit;
  const closed = state.state === 'closed';
  const most = state.urgent.filter(isGoing).length >= MOST_URGENT;
  if (closed || most)
    return (
      <>
        <p class="govuk-body">
          {closed
            ? 'This case is closed. Open a new one to start help that cannot wait.'
            : 'Five kinds of urgent help go on already. End one that is not needed, or write a plan.'}
        </p>
        <NotSaved typed={typed} />
      </>
    );
  return (
    <>
      <h2 class="govuk-heading-m">Start help now</h2>
      <Form action={urgentHref(visit)} csrf={csrf} request={request} submit="Start this help">
        <UrgentFields now={now} typed={typed} errors={errors} />
      </Form>
    </>
  );
};

const Ended = ({ visit }: { readonly visit: CaseVisit }) => {
  const ended = visit.case.urgent.filter((urgent) => !isGoing(urgent));
  if (ended.length === 0) return null;
  return (
    <Details summary="Urgent help that has ended">
      {ended.toReversed().map((urgent) => (
        <UrgentCard urgent={urgent} today={toIsoDate(visit.now)} />
      ))}
    </Details>
  );
};

export const urgentPage = (props: PageProps): Html => {
  const { visit, errors } = props;
  const days = visit.configuration.council.urgentLookAgainDays;
  return (
    <CaseFrame visit={visit} title="Help that cannot wait" errors={errors}>
      <Law visit={visit} />
      <p class="govuk-body">
        It goes on until somebody ends it with reasons. A day to look at it again is set when it starts: {days} days on.
      </p>
      <Going {...props} />
      <Start {...props} />
      <Ended visit={visit} />
    </CaseFrame>
  );
};

const start = (visit: CaseVisit, typed: Typed): Answer | Promise<Answer> => {
  const again = (errors: FieldErrors): Html => urgentPage({ visit, typed, errors });
  const read = readUrgent(typed, toIsoDate(visit.now));
  // On a closed case the boxes are not there, so what is wrong with them is not what matters.
  if ('errors' in read && visit.case.state !== 'closed') return show(again(read.errors), 422);
  if ('errors' in read) return show(again({}), 409);
  return askCase(visit, { type: 'start-urgent-support', content: read.value }, { to: urgentHref(visit), again, typed });
};

const end = (visit: CaseVisit, typed: Typed): Answer | Promise<Answer> => {
  const number = count(typed, 'end');
  const again = (errors: FieldErrors): Html => urgentPage({ visit, typed, errors });
  if (number === undefined) return show(again({ [WHOLE_PAGE]: 'There is no such help here. Load the page again.' }), 422);
  const field = reasonsField(number);
  const reasons = written(typed, field).trim();
  const going = visit.case.urgent.some((each) => each.number === number && isGoing(each));
  if (going && reasons === '')
    return show(again({ [field]: 'Say why it ends, or what takes its place. The person reads it.' }), 422);
  if (reasons.length > LONGEST_REASONS) return show(again({ [going ? field : WHOLE_PAGE]: 'Use 4,000 letters or fewer.' }), 422);
  return askCase(visit, { type: 'end-urgent-support', number, reasons }, { to: urgentHref(visit), again, typed });
};

export const urgent = staffPage('start-urgent-support', {
  path: '/cases/:caseId/urgent',
  get: async (visit) => show(urgentPage({ visit })),
  post: async (visit, typed) => (typed.end === undefined ? start(visit, typed) : end(visit, typed)),
});
