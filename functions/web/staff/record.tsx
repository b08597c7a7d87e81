/**
 * A form within a stage, filled in by staff: everything on one page, each question beside what the person said about it in their own
 * words. Staff add beside them and never overwrite. What is held and still right is confirmed in one action.
 */
import { createHash } from 'node:crypto';
import { type Value, writtenOut } from '../../../lib/domain/answer.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { AskingForm, Section } from '../../../lib/domain/form.ts';
import { leftToDo, type Shown } from '../../../lib/domain/form-walk.ts';
import { openForms, shownOf } from '../../../lib/domain/open-forms.ts';
import { bankOf, type Question } from '../../../lib/domain/question.ts';
import { say } from '../../../lib/domain/text.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Details, InsetText } from '../kit/messages.tsx';
import { type CaseVisit, show, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { AnswerText, whoSaid } from '../shared/answer-words.tsx';
import { typedFrom } from '../shared/held-fields.ts';
import { QuestionField } from '../shared/question-field.tsx';
import { fieldOf, readField } from '../shared/read-field.ts';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';
import { NotDue } from './due.tsx';

/** The staff's forms that are open on this case now. */
export const recordsOf = ({ case: state, configuration }: CaseVisit): AskingForm[] =>
  openForms(state, configuration, 'staff').filter((form) => form.for === 'staff');

const shownFor = (visit: CaseVisit, form: AskingForm): Shown[] =>
  shownOf(visit.case, visit.configuration, [form], visit.now).filter(({ question }) => question.type !== 'finding');

/** How many questions of a form are still open, for the case's first page. */
export const openQuestions = (visit: CaseVisit, form: AskingForm): number => leftToDo(shownFor(visit, form)).length;

/** What the person's side says of a question, attributed. Only to read: a worker's answer stands beside it. */
const TheirWords = ({ visit, shown: { question } }: { readonly visit: CaseVisit; readonly shown: Shown }) => {
  const { case: state, configuration, actor } = visit;
  const theirs = state.facts[question.id]?.person;
  if (!theirs) return null;
  return (
    <InsetText>
      <AnswerText question={question} value={theirs.value} configuration={configuration} reader={{ about: true }} />
      <p class="govuk-body-s">
        {whoSaid({ said: theirs, actorId: actor.id, personId: state.person.id, personName: state.person.name })}
      </p>
    </InsetText>
  );
};

/** Why it is asked and on what law, for whoever has to decide whether it is still needed. */
const Basis = ({ shown: { question } }: { readonly shown: Shown }) => (
  <Details summary="Why this is asked">
    <p class="govuk-body">{say(question.why.reason, { about: true })}</p>
    {question.withheld ? <p class="govuk-body">It is kept off the person’s own pages and copies.</p> : null}
    <p class="govuk-body-s">
      Used by: {question.why.usedBy.map(({ kind, ref }) => `${kind} (${ref})`).join(', ')}.
      {question.why.basis.length > 0 ? ` ${question.why.basis.join('; ')}.` : ''}
    </p>
  </Details>
);

type RecordProps = { readonly visit: CaseVisit; readonly form: AskingForm; readonly typed: Typed; readonly errors?: FieldErrors };

const Part = ({
  visit,
  section,
  shown,
  typed,
  errors,
}: RecordProps & { readonly section: Section; readonly shown: readonly Shown[] }) => (
  <>
    <h2 class="govuk-heading-m">{say(section.title)}</h2>
    {section.intro ? <p class="govuk-body">{say(section.intro)}</p> : null}
    {shown.map((each) => (
      <>
        {each.item.confirmOnly ? (
          <p class="govuk-body">Is “{say(each.question.ask, { about: true })}” still right? Ask, and then confirm it below.</p>
        ) : null}
        <TheirWords visit={visit} shown={each} />
        {each.item.confirmOnly ? null : (
          <>
            <input type="hidden" name={drawnField(each.question)} value={markOf(visit, each.question)} />
            <QuestionField
              question={each.question}
              configuration={visit.configuration}
              reader={{ about: true }}
              typed={typed}
              errors={errors ?? {}}
              rows={each.question.type === 'group' ? 3 : undefined}
            >
              <Basis shown={each} />
            </QuestionField>
          </>
        )}
      </>
    ))}
  </>
);

export const RecordView = ({ visit, form, typed, errors = {} }: RecordProps) => {
  const { csrf, request, case: state } = visit;
  const shown = shownFor(visit, form);
  const stale = shown.filter(({ standing }) => standing === 'confirm').length;
  return (
    <CaseFrame visit={visit} title={say(form.title)} errors={errors}>
      {form.intro ? <p class="govuk-body">{say(form.intro)}</p> : null}
      <p class="govuk-body">What you leave empty stays open. You can come back until the stage is finished.</p>
      <Form action={caseHref(visit, `/record/${form.id}`)} csrf={csrf} request={request} submit={false}>
        {form.sections.map((section) => {
          const here = shown.filter((each) => each.section === section);
          return here.length > 0 ? (
            <Part visit={visit} form={form} section={section} shown={here} typed={typed} errors={errors} />
          ) : null;
        })}
        <div class="govuk-button-group">
          <Button text="Save" name="way" value="save" />
          {stale > 0 ? <Button text={`Confirm all ${stale} unchanged`} kind="secondary" name="way" value="confirm" /> : null}
        </div>
      </Form>
      <p class="govuk-body">
        {state.person.name} can read what you write here, except where it says that it is kept off their pages.
      </p>
    </CaseFrame>
  );
};

const formIn = (visit: CaseVisit): AskingForm | undefined => recordsOf(visit).find(({ id }) => id === visit.c.req.param('form'));
const exists = ({ configuration, c }: CaseVisit): boolean => configuration.forms.some(({ id }) => id === c.req.param('form'));

/** A worker's boxes hold what a worker said; what the person said is beside them. */
const held = (visit: CaseVisit, form: AskingForm): Typed =>
  Object.assign(
    {},
    ...shownFor(visit, form).map(({ question }) =>
      typedFrom(question, visit.case.facts[question.id]?.staff?.value, visit.configuration),
    ),
  );

/** What a question's boxes held when the page was drawn, in a few letters: so that a colleague's later answer is not written over. */
const drawnField = ({ id }: Question): string => `drawn-${fieldOf(id)}`;
const markOfValue = (value: Value | undefined): string =>
  createHash('sha256').update(writtenOut(value)).digest('base64url').slice(0, 12);
const markOf = ({ case: state }: CaseVisit, { id }: Question): string => markOfValue(state.facts[id]?.staff?.value);

const CHANGED_SINCE = 'A colleague answered this after you opened the page. Load the page again to see it, then write yours.';
const NOT_DELETED = 'An answer here is not taken out. Write what is right now.';

const read = (visit: CaseVisit, form: AskingForm, typed: Typed) => {
  const { configuration, now } = visit;
  const rules = { bank: bankOf(configuration.questions), model: configuration.model, today: toIsoDate(now) };
  const errors: Record<string, string> = {};
  const answers: Record<string, Value> = {};
  for (const { question, item } of shownFor(visit, form)) {
    if (item.confirmOnly) continue;
    const field = readField(question, typed, rules);
    if ('errors' in field) Object.assign(errors, field.errors);
    else {
      const drawn = text(typed, drawnField(question));
      const current = markOf(visit, question);
      const typedMark = 'value' in field ? markOfValue(field.value) : markOfValue(undefined);
      if (typedMark === drawn || typedMark === current) continue;
      if (drawn !== current) errors[fieldOf(question.id)] = CHANGED_SINCE;
      else if ('value' in field) answers[question.id] = field.value;
      else errors[fieldOf(question.id)] = NOT_DELETED;
    }
  }
  return { answers, errors };
};

const notHere = (visit: CaseVisit) =>
  exists(visit) ? show(<NotDue visit={visit} />, 409) : show(<NotFoundPage frame={visit.frame} />, 404);

export const record = staffPage('take-work', {
  path: '/cases/:caseId/record/:form',
  get: async (visit) => {
    const form = formIn(visit);
    return form ? show(<RecordView visit={visit} form={form} typed={held(visit, form)} />) : notHere(visit);
  },
  post: async (visit, typed) => {
    const form = formIn(visit);
    if (!form) return notHere(visit);
    const { answers, errors } = read(visit, form, typed);
    const draw = (wrong: FieldErrors): Html => <RecordView visit={visit} form={form} typed={typed} errors={wrong} />;
    if (Object.keys(errors).length > 0) return show(draw(errors), 422);
    const next = { to: caseHref(visit, `/record/${form.id}`), again: draw, typed };
    if (text(typed, 'way') === 'confirm') {
      const questions = shownFor(visit, form).flatMap(({ standing, question }) => (standing === 'confirm' ? [question.id] : []));
      const confirmed = await askCase(visit, { type: 'confirm-answers', questions }, next);
      if (!('goTo' in confirmed) || Object.keys(answers).length === 0) return confirmed;
    }
    return askCase(visit, { type: 'answer-question', answers }, { ...next, to: caseHref(visit) });
  },
});
