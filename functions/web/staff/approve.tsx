/**
 * Agreeing a plan or sending it back. What is asked is shown before anybody presses: who wrote it, what it costs against this
 * approver's limit, each need and how it is met. Nothing in the plan can be changed here, and no lower figure can be put in.
 */
import { approvalRefusal, limitOn, tierFor } from '../../../lib/domain/approval.ts';
import { atOnceCriteria } from '../../../lib/domain/at-once.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import type { Command } from '../../../lib/domain/command.ts';
import { budgetOf } from '../../../lib/domain/decisions/budget.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { type Plan, uncoveredNeeds } from '../../../lib/domain/plan.ts';
import { dearestWeekPence, planWeeklyPence } from '../../../lib/domain/plan-cost.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import type { Words } from '../kit/html.ts';
import { SummaryList } from '../kit/lists.tsx';
import { Details, InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { WhoPays } from '../shared/budget-view.tsx';
import { PlanView } from '../shared/plan-view.tsx';
import { PlanCost } from './budget-words.tsx';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';
import { type Due, drawWhenDue, ofKind, showWhenDue } from './due.tsx';
import { ForItsCost, readForItsCost } from './for-its-cost.tsx';
import { NeedsMet } from './needs-met.tsx';
import { written } from './read-plainly.ts';

const WANTED = ofKind('plan-approval');

type ApproveProps = { readonly visit: CaseVisit; readonly at: Due; readonly typed?: Typed; readonly errors?: FieldErrors };

/** The cost, whose tier it is in, and what this approver may agree today: on their own account or in somebody's place. */
const limitWords = (plan: Plan, { actor, configuration, now }: CaseVisit): string => {
  const weekly = dearestWeekPence(plan);
  const scheme = configuration.council.approval;
  const { pence: limit = 0, coverFor } = limitOn(actor, scheme, toIsoDate(now));
  const within = weekly <= limit ? 'within' : 'above';
  const tier = tierFor(plan, scheme);
  const standIn = coverFor ? ', in place of a colleague' : '';
  const week = weekly === planWeeklyPence(plan) ? 'a week' : 'in its dearest week';
  return `${formatPence(weekly)} ${week}, ${within} what you can agree (up to ${formatPence(limit)} a week${standIn})${tier ? `. It is for: ${tier.title}` : ''}`;
};

const agreesWords = ({ offered }: Case, plan: Plan): Words => {
  if (!offered || offered.planVersion !== plan.version) return 'Nobody has written down whether they do';
  if (offered.agrees) return 'Yes';
  return (
    <>
      Not with all of it: <span class="ow-typed">{offered.words}</span>
    </>
  );
};

/** What agreeing rests on, each with its answer, before the buttons. */
const Criteria = ({ plan, visit }: { readonly plan: Plan; readonly visit: CaseVisit }) => {
  const { case: state, actor } = visit;
  const open = uncoveredNeeds(plan, state.assessment?.findings.unable ?? []).length;
  const wrote = plan.authors.includes(actor.id);
  return (
    <SummaryList
      card="What agreeing rests on"
      rows={[
        { key: 'Someone else wrote it', value: wrote ? 'No: you wrote some of it' : `Yes: last saved by ${plan.writtenBy.name}` },
        { key: `${state.person.name} agrees`, value: agreesWords(state, plan) },
        { key: 'The cost', value: limitWords(plan, visit) },
        { key: 'Every eligible need is answered for', value: open === 0 ? 'Yes' : `No: ${open} not yet` },
      ]}
    />
  );
};

/** Why nobody's word was not enough here: what of the council's own limits for agreeing at once is not so. */
const WhyItCame = ({ plan, visit }: { readonly plan: Plan; readonly visit: CaseVisit }) => {
  const open = (atOnceCriteria(visit.case, plan, visit.configuration) ?? []).filter(({ met }) => !met);
  if (open.length === 0) return null;
  return (
    <Details summary="Why it was not agreed at once">
      <p class="govuk-body">Plans that are all of this need nobody’s second look. Here this is not so:</p>
      <ul class="govuk-list govuk-list--bullet">
        {open.map(({ sentence }) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Details>
  );
};

const Decide = ({ visit, plan, typed = {}, errors = {} }: Omit<ApproveProps, 'at'> & { readonly plan: Plan }) => {
  const { csrf, request, actor, case: state, configuration } = visit;
  const scheme = configuration.council.approval;
  const refusal = approvalRefusal(plan, actor, { scheme, today: toIsoDate(visit.now) });
  if (refusal?.refused === 'own-plan' || refusal?.refused === 'needs-panel') return <InsetText>{refusal.message}</InsetText>;
  const differs = state.allocation !== undefined && planWeeklyPence(plan) !== state.allocation.weeklyPence;
  const needed = differs ? 'Needed here, because the cost is not the up-front figure, and' : 'Needed';
  return (
    <Form action={caseHref(visit, '/approve')} csrf={csrf} request={request} submit={false}>
      {refusal ? <InsetText>{refusal.message}</InsetText> : null}
      <input type="hidden" name="planVersion" value={String(plan.version)} />
      <input type="hidden" name="totalPence" value={String(planWeeklyPence(plan))} />
      <Textarea
        name="reasons"
        label="Your reasons"
        hint={`${needed} whenever you send a plan back. The person and the worker read them.`}
        value={text(typed, 'reasons')}
        error={errors.reasons}
        limit={4000}
      />
      <ForItsCost
        needs={state.assessment?.findings.unable ?? []}
        panel={tierFor(plan, scheme)?.panel !== undefined}
        typed={typed}
        error={errors.forCost}
      />
      <div class="govuk-button-group">
        {refusal ? null : <Button text="Agree the plan" name="decision" value="agree" />}
        <Button text="Send it back with reasons" kind="secondary" name="decision" value="return" />
      </div>
    </Form>
  );
};

export const ApproveView = ({ visit, at: { state }, typed, errors }: ApproveProps) => {
  const { plan, person, assessment, returned } = state;
  if (!plan) {
    return (
      <CaseFrame visit={visit} title={`Decide on ${person.name}’s plan`}>
        <p class="govuk-body">There is no plan to agree. Ask the team that writes plans.</p>
      </CaseFrame>
    );
  }
  return (
    <CaseFrame visit={visit} title={`Decide on ${person.name}’s plan`} errors={errors}>
      <PlanCost state={state} />
      <p class="govuk-body">
        {state.allocation ? 'The up-front figure is a guide and never a limit. ' : ''}The budget is what it costs to meet the
        needs.
      </p>
      {returned ? (
        <InsetText>
          <p class="govuk-body">
            {returned.by.name} sent version {returned.planVersion} back on {readableTime(returned.at, 'date')}:
          </p>
          <p class="govuk-body ow-typed">{returned.reasons}</p>
        </InsetText>
      ) : null}
      <PlanView plan={plan} configuration={visit.configuration} />
      <NeedsMet plan={plan} eligible={assessment?.findings.unable ?? []} />
      <h2 class="govuk-heading-m">The budget it makes: {formatPence(planWeeklyPence(plan))} a week</h2>
      <WhoPays budget={budgetOf({ state, configuration: visit.configuration, now: visit.now }, plan)} audience="staff" />
      <Criteria plan={plan} visit={visit} />
      <WhyItCame plan={plan} visit={visit} />
      <Decide visit={visit} plan={plan} {...(typed && { typed })} {...(errors && { errors })} />
    </CaseFrame>
  );
};

/** The weekly budget that stood on the page; the case refuses any that is not what the plan costs. */
const pence = (typed: Typed): number | undefined => {
  const sent = text(typed, 'totalPence');
  return /^\d{1,10}$/.test(sent) ? Number(sent) : undefined;
};

/** The two buttons are one form; which was pressed is a value, so that it works without scripts. */
export const approve = staffPage('approve-plan', {
  path: '/cases/:caseId/approve',
  get: async (visit) => showWhenDue(visit, WANTED, (at) => <ApproveView visit={visit} at={at} />),
  post: async (visit, typed) => {
    const draw = (at: Due, errors: FieldErrors) => <ApproveView visit={visit} at={at} typed={typed} errors={errors} />;
    const reasons = written(typed, 'reasons').trim();
    const pressed = text(typed, 'decision');
    const errors: Record<string, string> = {};
    if (reasons.length > 4000) errors.reasons = 'Make this shorter: at most 4000 characters.';
    if (pressed === 'return' && reasons === '') errors.reasons = 'Say what needs to change, so the person and the worker know.';
    if (pressed !== 'agree' && pressed !== 'return') errors.reasons = 'Press one of the two buttons: agree, or send back.';
    if (Object.keys(errors).length > 0) return showWhenDue(visit, WANTED, (at) => draw(at, errors), 422);
    const planVersion = Number(text(typed, 'planVersion'));
    const command: Command =
      pressed === 'agree'
        ? { type: 'approve-plan', planVersion, reasons, totalPence: pence(typed) }
        : { type: 'return-plan', planVersion, reasons, ...readForItsCost(typed) };
    const again = (refused: FieldErrors) => drawWhenDue(visit, WANTED, (at) => draw(at, refused));
    return askCase(visit, command, { to: caseHref(visit), again, field: 'reasons', typed });
  },
});
