/**
 * What a person pays, for staff: what was found about their means, and at once what it comes to. An estimate comes before the plan is
 * chosen; the decision may follow on any day, and nothing waits for either. The sum is the domain's (`finances.ts`).
 */

import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { type CostSoFar, costSoFar } from '../../../lib/domain/cost-so-far.ts';
import { isFreeForCarers } from '../../../lib/domain/decisions/budget.ts';
import { type FinancesContent, leastLeftWith, rulesFor } from '../../../lib/domain/finances.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { type CaseVisit, show, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { ContributionView } from '../shared/contribution-view.tsx';
import { isFlat, paysWords } from '../shared/contribution-words.ts';
import { paysOf, paysSoFar } from '../shared/what-they-pay.ts';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';
import { FinancesFields } from './finances-fields.tsx';
import { beginWith, readFinances } from './finances-form.ts';

const PATH = '/finances';

const COST_OF: Readonly<Record<CostSoFar['of'], string>> = {
  agreed: 'the agreed plan',
  plan: 'the plan as it is written, not agreed yet',
  figure: 'the up-front figure, because there is no plan yet',
};

/** What the sum is of; that there is none is said, because what was found can be kept all the same. */
const OfWhatCost = ({ visit }: { readonly visit: CaseVisit }) => {
  const cost = costSoFar(visit.case);
  return (
    <p class="govuk-body">
      {cost
        ? `Of ${formatPence(cost.pence)} a week: ${COST_OF[cost.of]}.`
        : 'No cost is known yet: no plan and no up-front figure. What you found can be recorded all the same.'}
    </p>
  );
};

const standingAt = ({ case: state, configuration, now }: CaseVisit) => ({ state, configuration, now });

/** A figure below everything the law names is most often a slip of the keyboard. Said, not refused: who knows the person decides. */
const BelowTheLaw = ({ visit, content }: { readonly visit: CaseVisit; readonly content: FinancesContent }) => {
  const { charging } = visit.configuration;
  if (content.kind !== 'figures' || !charging) return null;
  const lowest = leastLeftWith(charging, content.setting, toIsoDate(visit.now));
  if (lowest === undefined || content.leftWithPence >= lowest) return null;
  return (
    <InsetText>
      {formatPence(content.leftWithPence)} a week is less than {formatPence(lowest)}, the lowest figure of law found here. The law
      does not let a charge leave anybody with less. Check it.
    </InsetText>
  );
};

/** What is typed just now comes to, before anything is recorded. */
const Preview = ({ visit, content }: { readonly visit: CaseVisit; readonly content: FinancesContent }) => {
  const pays = paysOf(content, standingAt(visit));
  return (
    <>
      <h2 class="govuk-heading-m">{pays ? `This comes to: ${paysWords(pays)}` : 'What this comes to'}</h2>
      <p class="govuk-body">It is not recorded yet.</p>
      <OfWhatCost visit={visit} />
      <BelowTheLaw visit={visit} content={content} />
      {pays ? <ContributionView pays={pays} audience="staff" /> : null}
    </>
  );
};

const Recorded = ({ visit }: { readonly visit: CaseVisit }) => {
  const { finances, person } = visit.case;
  if (!finances) return <p class="govuk-body">Nothing has been found yet about what {person.name} pays.</p>;
  const pays = paysSoFar(standingAt(visit));
  return (
    <>
      <h2 class="govuk-heading-m">{pays ? `They pay: ${paysWords(pays)}` : 'What was found'}</h2>
      <p class="govuk-body">
        Recorded by {finances.recordedBy.name} on {readableTime(finances.recordedAt, 'date')}
        {finances.kind === 'figures' ? (finances.standing === 'estimate' ? ', as an estimate' : ', as the decision') : ''}.{' '}
        <a class="govuk-link" href={caseHref(visit, '/what-you-pay')}>
          See what {person.name} sees
        </a>
      </p>
      {pays && isFlat(pays) && pays.pence === 0 ? null : <OfWhatCost visit={visit} />}
      <BelowTheLaw visit={visit} content={finances} />
      {pays ? <ContributionView pays={pays} audience="staff" /> : null}
    </>
  );
};

type PageProps = {
  readonly visit: CaseVisit;
  readonly typed?: Typed | undefined;
  readonly errors?: FieldErrors | undefined;
  readonly preview?: FinancesContent | undefined;
};

const Fields = ({ visit, typed, errors = {} }: PageProps) => {
  const { case: state, configuration, csrf, request, now } = visit;
  const withFigures = rulesFor(configuration.charging, toIsoDate(now)) !== undefined;
  return (
    <>
      {withFigures ? null : (
        <p class="govuk-body">
          The limits for savings are not known here, so nothing can be worked out from figures. Ask whoever sets up the figures.
        </p>
      )}
      <Form action={caseHref(visit, PATH)} csrf={csrf} request={request} submit={false}>
        <FinancesFields
          visit={visit}
          typed={typed ?? beginWith(state, configuration)}
          errors={errors}
          withFigures={withFigures}
        />
        <div class="govuk-button-group">
          <Button text="Show what it comes to" kind="secondary" name="action" value="propose" />
          <Button text="Record this" name="action" value="record" />
        </div>
      </Form>
    </>
  );
};

/** Where nothing is asked: a carer where the council makes no charge, or a case that is closed. */
const nothingToAsk = ({ case: state, configuration }: CaseVisit): string | undefined => {
  if (isFreeForCarers(configuration))
    return 'This is a carer’s own case. The council makes no charge for support to carers, so nothing is asked about their money.';
  return state.state === 'closed' ? 'This case is closed, so there is nothing to pay for.' : undefined;
};

export const financesView = (props: PageProps): Html => {
  const { visit, preview, errors } = props;
  const nothing = nothingToAsk(visit);
  return (
    <CaseFrame visit={visit} title={`What ${visit.case.person.name} pays`} errors={errors}>
      {nothing ? (
        <p class="govuk-body">{nothing}</p>
      ) : (
        <p class="govuk-body">
          Nothing waits for this: not the assessment, not the plan, not help that is needed now. An estimate is enough before they
          choose a plan.
        </p>
      )}
      {isFreeForCarers(visit.configuration) ? null : preview ? (
        <Preview visit={visit} content={preview} />
      ) : (
        <Recorded visit={visit} />
      )}
      {nothing ? null : <Fields {...props} />}
    </CaseFrame>
  );
};

export const financesPage = staffPage('record-finances', {
  path: '/cases/:caseId/finances',
  get: async (visit) => show(financesView({ visit })),
  post: async (visit, typed) => {
    if (nothingToAsk(visit)) return show(financesView({ visit }), 409);
    const again = (errors: FieldErrors): Html => financesView({ visit, typed, errors });
    const read = readFinances(typed);
    if ('errors' in read) return show(again(read.errors), 422);
    if (text(typed, 'action') === 'propose') return show(financesView({ visit, typed, preview: read.value }));
    const to = caseHref(visit, PATH);
    return askCase(visit, { type: 'record-finances', content: read.value }, { to, again, field: 'kind', typed });
  },
});
