/**
 * Recording a review: the agreed plan first, then how it worked in the person's words, then what happens now. A review is not a
 * reassessment and takes nothing away by itself.
 */
import { formatDate } from '../../../lib/domain/calendar.ts';
import { OutcomesAchieved, ReviewContent, ReviewOutcome } from '../../../lib/domain/review.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import { SummaryList } from '../kit/lists.tsx';
import { Details, InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, count, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { leadsToWords, REVIEW_OUTCOME_WORDS } from '../shared/outcome-words.ts';
import { PlanView } from '../shared/plan-view.tsx';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';
import { type Due, drawWhenDue, ofKind, showWhenDue } from './due.tsx';
import { type Read, readPlainly, written } from './read-plainly.ts';

const WANTED = ofKind('review');

const ACHIEVED: Readonly<Record<OutcomesAchieved, string>> = {
  fully: 'Fully: the plan does what it was for',
  partly: 'Partly: some of it works',
  not: 'Not: it does not do what it was for',
};

const MESSAGES: Readonly<Record<string, string>> = {
  achieved: 'Say how far the plan did what it was for.',
  outcome: 'Choose what happens now.',
  reasons: 'Give the reasons. The person reads them.',
};

export const readReview = (typed: Typed): Read<ReviewContent> => {
  const value = {
    achieved: text(typed, 'achieved'),
    inTheirWords: written(typed, 'inTheirWords'),
    outcome: text(typed, 'outcome'),
    reasons: written(typed, 'reasons'),
  };
  const read = readPlainly(ReviewContent, value, ([first]) => ({ field: String(first), message: MESSAGES[String(first)] }));
  if ('value' in read) return read;
  const inOrder = Object.keys(value).flatMap((field) => (read.errors[field] ? [[field, read.errors[field]]] : []));
  return { errors: Object.fromEntries(inOrder) };
};

type ReviewProps = { readonly visit: CaseVisit; readonly at: Due; readonly typed?: Typed; readonly errors?: FieldErrors };

const Earlier = ({ visit }: { readonly visit: CaseVisit }) => {
  const { reviews } = visit.case;
  if (reviews.length === 0) return null;
  return (
    <Details summary="Earlier reviews">
      <SummaryList
        rows={reviews.toReversed().map(({ doneAt, doneBy, outcome, inTheirWords, reasons }) => ({
          key: readableTime(doneAt, 'date'),
          value: (
            <>
              {REVIEW_OUTCOME_WORDS[outcome]}, {doneBy.name}. <span class="ow-typed">{inTheirWords}</span>{' '}
              <span class="ow-typed">{reasons}</span>
            </>
          ),
        }))}
      />
    </Details>
  );
};

const Fields = ({ visit, at: { state, def }, typed = {}, errors = {} }: ReviewProps) => (
  <Form action={caseHref(visit, '/review')} csrf={visit.csrf} request={visit.request} submit="Record the review">
    <input type="hidden" name="arrival" value={String(state.arrivals)} />
    <Radios
      name="achieved"
      legend="How far did the plan do what it was for?"
      hint="Agree this with them."
      value={text(typed, 'achieved')}
      error={errors.achieved}
      choices={OutcomesAchieved.options.map((each) => ({ value: each, text: ACHIEVED[each] }))}
    />
    <Textarea
      name="inTheirWords"
      label={`What works and what does not, in ${state.person.name}’s own words`}
      value={text(typed, 'inTheirWords')}
      error={errors.inTheirWords}
    />
    <Radios
      name="outcome"
      legend="What happens now?"
      value={text(typed, 'outcome')}
      error={errors.outcome}
      choices={ReviewOutcome.options.map((each) => ({
        value: each,
        text: REVIEW_OUTCOME_WORDS[each],
        hint: leadsToWords(visit.configuration, def.id, each),
      }))}
    />
    <Textarea
      name="reasons"
      label="Your reasons"
      hint="The person reads these, whatever happens now. Write to them."
      value={text(typed, 'reasons')}
      error={errors.reasons}
      limit={4000}
    />
  </Form>
);

export const ReviewView = (props: ReviewProps) => {
  const { visit, at, errors } = props;
  const { state } = at;
  const { agreed, person, reviewing } = state;
  return (
    <CaseFrame visit={visit} title={`Review the plan with ${person.name}`} errors={errors}>
      <p class="govuk-body">
        {reviewing === 'requested' ? 'A review was asked for.' : 'The review date has come.'} A review is not a new assessment: it
        looks at how the plan works. Support goes on as it is meanwhile.
      </p>
      {state.reviewAsked ? <InsetText>Why it was opened: “{state.reviewAsked}”</InsetText> : null}
      {agreed ? (
        <>
          <InsetText>
            Agreed by {agreed.approvedBy.name} on {readableTime(agreed.approvedAt, 'date')}. Review date:{' '}
            {formatDate(agreed.reviewDueOn)}.
          </InsetText>
          <PlanView plan={agreed.plan} configuration={visit.configuration} />
        </>
      ) : null}
      <Earlier visit={visit} />
      <h2 class="govuk-heading-m">How it went</h2>
      <Fields {...props} />
    </CaseFrame>
  );
};

export const review = staffPage('record-review', {
  path: '/cases/:caseId/review',
  get: async (visit) => showWhenDue(visit, WANTED, (at) => <ReviewView visit={visit} at={at} />),
  post: async (visit, typed) => {
    const draw = (errors: FieldErrors) => (at: Due) => <ReviewView visit={visit} at={at} typed={typed} errors={errors} />;
    const read = readReview(typed);
    if ('errors' in read) return showWhenDue(visit, WANTED, draw(read.errors), 422);
    const again = (errors: FieldErrors) => drawWhenDue(visit, WANTED, draw(errors));
    return askCase(
      visit,
      { type: 'record-review', content: read.value, arrival: count(typed, 'arrival') },
      { to: caseHref(visit), again, field: 'outcome', typed },
    );
  },
});
