/**
 * Writing the plan: what matters, what helps and its price, how every other need is looked after, what happens if something goes
 * wrong. Each save is a version of its own. Nothing here keeps a plan below the up-front figure.
 */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { NeedCode } from '../../../lib/domain/eligibility.ts';
import { holdsThePen } from '../../../lib/domain/lead.ts';
import type { Plan } from '../../../lib/domain/plan.ts';
import { kindOf } from '../../../lib/domain/stage.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import { Details, InsetText, NotificationBanner } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Textarea, TextInput } from '../kit/text-fields.tsx';
import { type CaseVisit, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { needsToMeet } from '../shared/needs-to-meet.ts';
import { PlanView } from '../shared/plan-view.tsx';
import { PlanCost } from './budget-words.tsx';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';
import { drawWhenDue, showWhenDue, withForm } from './due.tsx';
import { draftFrom, draftOf, EMPTY_LINE, EMPTY_RISK, type PlanDraft } from './plan-draft.ts';
import { LineFields, type Offers, RiskFields, WayFields } from './plan-fields.tsx';
import { readPlan } from './plan-form.ts';
import { offersFor } from './plan-offers.ts';
import { SentBackNotice } from './summary-parts.tsx';

const WANTED = withForm('plan');

type PlanEditProps = {
  readonly visit: CaseVisit;
  readonly draft: PlanDraft;
  readonly offers: Offers;
  /** The version the writer had before them: another save in between is noticed by it. */
  readonly basedOn: number;
  readonly errors?: FieldErrors;
  readonly saved?: boolean;
};

/** What somebody else saved meanwhile, to be read before one's own is saved over it. */
const TheirVersion = ({ plan, visit }: { readonly plan: Plan; readonly visit: CaseVisit }) => (
  <InsetText>
    <p class="govuk-body">
      {plan.writtenBy.name} saved version {plan.version} on {readableTime(plan.writtenAt)}, after you opened this page. What you
      typed is below and is not saved yet. Read theirs, then save: yours takes its place as the next version.
    </p>
    <Details summary={`Version ${plan.version}, by ${plan.writtenBy.name}`}>
      <PlanView plan={plan} configuration={visit.configuration} />
    </Details>
  </InsetText>
);

type PartProps = Required<Pick<PlanEditProps, 'visit' | 'draft' | 'errors' | 'offers'>>;

const Lines = ({ visit, draft, errors, offers }: PartProps) => {
  const needs = needsToMeet(visit.case, kindOf(visit.configuration.route));
  return (
    <>
      <h2 class="govuk-heading-m">What will help, and what it costs</h2>
      {[...draft.lines, EMPTY_LINE].map((line, place) => (
        <LineFields
          line={line}
          place={place}
          needs={needs}
          offers={offers}
          errors={errors}
          removable={place < draft.lines.length}
        />
      ))}
    </>
  );
};

const OtherNeeds = ({ visit, draft, errors }: Omit<PartProps, 'offers'>) => {
  const eligible: readonly NeedCode[] = visit.case.assessment?.findings.unable ?? [];
  const begun = (code: string) => draft.ways.some(({ outcome }) => outcome === code);
  const met = (code: string) => draft.lines.some(({ meets }) => meets.includes(code));
  const open = eligible.filter((code) => !met(code) || begun(code));
  if (open.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Needs no line meets yet</h2>
      <p class="govuk-body">
        Every eligible need is met by a line, or it is said here how else it is looked after. None is left out.
      </p>
      {open.map((code) => (
        <WayFields outcome={code} way={draft.ways.find(({ outcome }) => outcome === code)} errors={errors} />
      ))}
    </>
  );
};

/** Risks worth taking, each with what it is for; one empty to begin another. */
const Risks = ({ draft, errors }: Pick<PartProps, 'draft' | 'errors'>) => (
  <Details summary={`Risks worth taking (${draft.risks.length})`}>
    {[...draft.risks, EMPTY_RISK].map((risk, place) => (
      <RiskFields risk={risk} place={place} errors={errors} removable={place < draft.risks.length} />
    ))}
  </Details>
);

/** A worker who does not lead reads the plan and proposes; the page says so instead of a form that cannot be saved. */
const NotTheirPen = ({ visit }: { readonly visit: CaseVisit }) => (
  <CaseFrame visit={visit} title={`${visit.case.person.name} leads this plan`}>
    <p class="govuk-body">
      Somebody else holds the pen now. You can propose a change; whoever leads takes it up or says why not.
    </p>
    <div class="govuk-button-group">
      <Button text="Propose a change" href={caseHref(visit, '/your-plan/propose')} />
      <Button text="Read the plan" href={caseHref(visit, '/plan')} kind="secondary" />
    </div>
  </CaseFrame>
);

export const PlanEditView = ({ visit, draft, basedOn, offers, errors = {}, saved = false }: PlanEditProps) => {
  const { case: state, csrf, request, actor, now } = visit;
  if (!holdsThePen(state.lead, { id: actor.id, role: 'assessor' }, toIsoDate(now))) return <NotTheirPen visit={visit} />;
  const { plan, person } = state;
  const theirs = plan && plan.version !== basedOn ? plan : undefined;
  return (
    <CaseFrame visit={visit} title={`Write the plan with ${person.name}`} errors={errors}>
      {saved && plan ? <NotificationBanner success>Version {plan.version} is saved.</NotificationBanner> : null}
      {theirs ? <TheirVersion plan={theirs} visit={visit} /> : null}
      <SentBackNotice state={state} configuration={visit.configuration} />
      {plan ? <PlanCost state={state} /> : null}
      <Form action={caseHref(visit, '/plan/edit')} csrf={csrf} request={request} submit={false}>
        <input type="hidden" name="basedOn" value={String(plan?.version ?? 0)} />
        <Button text="Save" kind="secondary" name="action" value="save" />
        <Textarea
          name="goals"
          label={`What matters most to ${person.name}?`}
          hint="A good life as they see it, in their words."
          value={draft.goals}
          error={errors.goals}
          rows={6}
        />
        <Textarea
          name="strengths"
          label="What is strong already?"
          hint="What they are good at, who is there, what works."
          value={draft.strengths}
          error={errors.strengths}
          rows={3}
        />
        <Lines visit={visit} draft={draft} errors={errors} offers={offers} />
        {offers.rules ? (
          <TextInput
            name="forNowUntil"
            label="Does the council arrange something for now? When do we look again?"
            hint="A day, such as 30 January 2027. It is a choice like the others."
            value={draft.forNowUntil}
            error={errors.forNowUntil}
            width={20}
          />
        ) : null}
        <OtherNeeds visit={visit} draft={draft} errors={errors} />
        <Textarea
          name="backUp"
          label="If something goes wrong"
          hint="Who steps in when support does not turn up, or someone is ill?"
          value={draft.backUp}
          error={errors.backUp}
        />
        <Textarea
          name="advice"
          label="What else helps?"
          hint="Advice on what can meet a need without support, make it smaller or keep it from growing. The law asks for it in every plan."
          value={draft.advice}
          error={errors.advice}
          rows={3}
        />
        <Risks draft={draft} errors={errors} />
        <div class="govuk-button-group">
          <Button text="Save and check it" name="action" value="check" />
          <Button text="Save and add another line" kind="secondary" name="action" value="add" />
        </div>
      </Form>
    </CaseFrame>
  );
};

const AFTER: Readonly<Record<string, (lines: number) => string>> = {
  add: (lines) => `/plan/edit?saved=yes#line-${lines + 1}`,
  check: () => '/plan/offer',
};

const version = (typed: Typed): number => {
  const sent = text(typed, 'basedOn');
  return /^\d{1,6}$/.test(sent) ? Number(sent) : -1;
};

export const planEdit = staffPage('save-plan', {
  path: '/cases/:caseId/plan/edit',
  get: async (visit) => {
    const basedOn = visit.case.plan?.version ?? 0;
    const saved = visit.c.req.query('saved') === 'yes';
    const offers = await offersFor(visit);
    return showWhenDue(visit, WANTED, ({ state }) => (
      <PlanEditView visit={visit} draft={draftOf(state)} basedOn={basedOn} offers={offers} saved={saved} />
    ));
  },
  post: async (visit, typed) => {
    const draft = draftFrom(typed);
    const basedOn = version(typed);
    const offers = await offersFor(visit);
    const draw = (errors: FieldErrors) => (
      <PlanEditView visit={visit} draft={draft} basedOn={basedOn} offers={offers} errors={errors} />
    );
    const read = readPlan(draft, offers.shares);
    if ('errors' in read) return showWhenDue(visit, WANTED, () => draw(read.errors), 422);
    const after = AFTER[text(typed, 'action')] ?? (() => '/plan/edit?saved=yes');
    const to = caseHref(visit, after(draft.lines.length));
    const again = (errors: FieldErrors) => drawWhenDue(visit, WANTED, () => draw(errors));
    return askCase(visit, { type: 'save-plan', content: read.value, basedOn }, { to, again, typed });
  },
});
