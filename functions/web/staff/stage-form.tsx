/**
 * A stage a council added: its own form, filled in by whom the pathway says. Mostly staff; a form that waits for the person is theirs
 * at the same address, without the frame of a case.
 */

import type { Value } from '../../../lib/domain/answer.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { type Configuration, formOf } from '../../../lib/domain/configuration.ts';
import { type QuestionsForm, questionsOf } from '../../../lib/domain/form.ts';
import { questionsShown, readAnswers } from '../../../lib/domain/form-answers.ts';
import { fillingRole, isStaff } from '../../../lib/domain/permission.ts';
import { bankOf, type Question } from '../../../lib/domain/question.ts';
import type { HumanStageDef, StageDef } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { type Answer, type CaseVisit, casePage, count, goTo, show, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { PlanView } from '../shared/plan-view.tsx';
import { fieldOf, readField } from '../shared/read-field.ts';
import { CaseFrame, caseHref } from './case-frame.tsx';
import { WHO_WORDS } from './case-words.ts';
import { due, NotDue } from './due.tsx';
import { written } from './read-plainly.ts';
import { FormFields, outcomesOf } from './stage-form-fields.tsx';

const questionsForm = (def: StageDef | undefined, configuration: Configuration): QuestionsForm | undefined => {
  const form = def?.kind === 'form' ? formOf(configuration, def.form) : undefined;
  return form?.page === 'questions' ? form : undefined;
};

/** A form stage, and the form it asks for. */
type Asked = { readonly def: HumanStageDef; readonly form: QuestionsForm };

type StageFormProps = Asked & {
  readonly visit: CaseVisit;
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
};

/** Staff see what the form is about: the plan, where there is one. */
const Body = ({ visit, def, form, typed = {}, errors = {} }: StageFormProps) => {
  const { csrf, request, configuration, actor } = visit;
  const forStaff = isStaff(actor);
  const { plan } = visit.case;
  const outcomes = outcomesOf({ form, def });
  const only = outcomes.length === 1 ? form.outcomes[outcomes[0] ?? '']?.text : undefined;
  const mine = fillingRole(actor, def.who, visit.subject) !== undefined;
  return (
    <>
      {form.intro ? <p class="govuk-body">{say(form.intro)}</p> : null}
      {forStaff && plan ? <PlanView plan={plan} configuration={configuration} /> : null}
      {mine && forStaff && plan ? <h2 class="govuk-heading-m">{say(form.title)}</h2> : null}
      {mine ? (
        <Form action={caseHref(visit, `/form/${def.id}`)} csrf={csrf} request={request} submit={only ?? 'Send'}>
          <input type="hidden" name="arrival" value={String(visit.case.arrivals)} />
          <FormFields
            questions={shownOn(visit, form, typed)}
            form={form}
            def={def}
            configuration={configuration}
            typed={typed}
            errors={errors}
            forStaff={forStaff}
          />
        </Form>
      ) : (
        <InsetText>This waits for {WHO_WORDS[def.who]}.</InsetText>
      )}
    </>
  );
};

export const StageFormView = (props: StageFormProps) => {
  const { visit, form, errors } = props;
  if (isStaff(visit.actor)) {
    return (
      <CaseFrame visit={visit} title={say(form.title)} errors={errors}>
        <Body {...props} />
      </CaseFrame>
    );
  }
  return (
    <Page {...visit.frame} title={say(form.title)} errors={errors} back={caseHref(visit, '/me')}>
      <Body {...props} />
    </Page>
  );
};

type Read = { readonly answers: Readonly<Record<string, Value>>; readonly errors: FieldErrors };

/** What was typed, as answers, with one message for each field that is not in order. */
export const readStageForm = (visit: CaseVisit, { def, form }: Asked, typed: Typed): Read => {
  const { configuration, now, case: state } = visit;
  const { answers, errors } = typedOn(visit, form, typed);
  const complete = readAnswers(form, answers, { configuration, facts: state.facts, today: toIsoDate(now) });
  if ('gaps' in complete) for (const { question, message } of complete.gaps) errors[fieldOf(question)] ??= message;
  const outcome = text(typed, 'outcome');
  if (!outcomesOf({ form, def }).includes(outcome)) errors.outcome = 'Choose how this ends.';
  const reasons = written(typed, 'reasons').trim();
  if (errors.outcome === undefined && form.outcomes[outcome]?.needsReasons && reasons === '')
    errors.reasons = 'Say why, so that the next person and the person this is about can see it.';
  if (reasons.length > 4000) errors.reasons = 'Make this shorter: at most 4000 characters.';
  return { answers, errors };
};

/** Everything that was typed on the page, question by question, whether it shows now or not. */
const typedOn = ({ configuration, now }: CaseVisit, form: QuestionsForm, typed: Typed) => {
  const bank = bankOf(configuration.questions);
  const rules = { bank, model: configuration.model, today: toIsoDate(now) };
  const errors: Record<string, string> = {};
  const answers: Record<string, Value> = {};
  for (const question of questionsOf(form).flatMap((id) => bank.get(id) ?? [])) {
    const read = readField(question, typed, rules);
    if ('errors' in read) Object.assign(errors, read.errors);
    else if ('value' in read) answers[question.id] = read.value;
  }
  return { answers, errors };
};

/** The questions that show, given what is held and what was just typed. */
const shownOn = (visit: CaseVisit, form: QuestionsForm, typed: Typed): Question[] =>
  questionsShown(form, typedOn(visit, form, typed).answers, bankOf(visit.configuration.questions), visit.case.facts);

/** The form in the address. A person finds only forms that are theirs to fill in; nobody fills in one of their own as staff. */
const formIn = (visit: CaseVisit): Asked | { readonly answer: Answer } => {
  const { route } = visit.configuration;
  const staff = isStaff(visit.actor);
  if (staff && visit.actor.id === visit.case.person.id) return { answer: goTo(caseHref(visit, '/me')) };
  const def = route.stages.find(({ id }) => id === visit.c.req.param('stage'));
  const form = questionsForm(def, visit.configuration);
  if (def?.kind === 'form' && form && (staff || def.who === 'person')) return { def, form };
  return { answer: show(<NotFoundPage frame={visit.frame} />, 404) };
};

/** The case is not at this form: it has moved on, or has not come to it. */
const Elsewhere = ({ visit }: { readonly visit: CaseVisit }) =>
  isStaff(visit.actor) ? (
    <NotDue visit={visit} />
  ) : (
    <Page {...visit.frame} title="You do not need to fill this in now">
      <p class="govuk-body">We have it already, or it is not time for it yet. Nothing was changed.</p>
      <p class="govuk-body">
        <a class="govuk-link" href={caseHref(visit, '/me')}>
          See what is next
        </a>
      </p>
    </Page>
  );

const isAt = (visit: CaseVisit, { def }: Asked): boolean => due(visit, ({ id }) => id === def.id) !== undefined;

export const stageForm = casePage('fill-form', {
  path: '/cases/:caseId/form/:stage',
  get: async (visit) => {
    const found = formIn(visit);
    if ('answer' in found) return found.answer;
    return isAt(visit, found) ? show(<StageFormView visit={visit} {...found} />) : show(<Elsewhere visit={visit} />, 409);
  },
  post: async (visit, typed) => {
    const found = formIn(visit);
    if ('answer' in found) return found.answer;
    const { def } = found;
    const here = isAt(visit, found);
    const draw = (errors: FieldErrors): Html =>
      here ? <StageFormView visit={visit} {...found} typed={typed} errors={errors} /> : <Elsewhere visit={visit} />;
    const { answers, errors } = readStageForm(visit, found, typed);
    if (Object.keys(errors).length > 0) return show(draw(errors), here ? 422 : 409);
    const outcome = text(typed, 'outcome');
    const reasons = written(typed, 'reasons');
    const to = caseHref(visit, isStaff(visit.actor) ? '' : '/me');
    const arrival = count(typed, 'arrival');
    return askCase(visit, { type: 'fill-form', stage: def.id, outcome, answers, reasons, arrival }, { to, again: draw, typed });
  },
});
