/**
 * What a case holds about its person after one more event: answers given, confirmed, or filled in on a council's own form. Part of
 * `evolve`; what a fact is, is `fact.ts`.
 */
import type { Value } from './answer.ts';
import type { Case } from './case.ts';
import type { CaseEvent, EventOf, Signed } from './event.ts';
import { type Statement, statementOf, voiceOf, withConfirmation, withStatement } from './fact.ts';
import type { QuestionId } from './question-id.ts';

const signer = ({ by }: CaseEvent): Signed => ({ id: by.id, name: by.name });
const isFromStaff = ({ by }: CaseEvent): boolean => voiceOf(by.role) === 'staff';

const statement = (state: Case, event: EventOf<'AnswerGiven'>): Statement => ({
  value: event.value,
  by: signer(event),
  role: event.by.role,
  at: event.at,
  form: event.form,
  configuration: state.configuration,
});

/** The name of the person a case is about, where it was opened before anybody had asked. */
const NAME: QuestionId = 'about.name';

/**
 * Help needed now, or not feeling safe: somebody has to look before the story is sent (s.19(3), s.42). Said again it counts again, and
 * whoever wrote it down: a paper form is as good as a page.
 */
const cannotWait = (question: QuestionId, value: Value | undefined): boolean =>
  (question === 'about.urgent' && (value === 'today' || value === 'this-week')) || (question === 'about.safe' && value === false);

const raised = (state: Case, event: CaseEvent): Case => ({
  ...state,
  unanswered: { at: event.at, by: signer(event), urgent: true },
});

export const withAnswer = (state: Case, event: EventOf<'AnswerGiven'>): Case => {
  const held = { ...state, facts: withStatement(state.facts, event.question, statement(state, event)) };
  const told = cannotWait(event.question, event.value) ? raised(held, event) : held;
  const named = event.question === NAME && typeof event.value === 'string';
  return named ? { ...told, person: { ...state.person, name: event.value } } : told;
};

export const withConfirmed = (state: Case, event: EventOf<'AnswersConfirmed'>): Case => {
  const by = { by: signer(event), at: event.at };
  const facts = event.questions.reduce((held, question) => withConfirmation(held, question, by), state.facts);
  const still = event.questions.some((question) => cannotWait(question, statementOf(facts, question)?.value));
  return still ? raised({ ...state, facts }, event) : { ...state, facts };
};

/** What was written in a council's own form is held like any other answer, so that no later form asks it again. */
export const withFilledForm = (state: Case, event: EventOf<'FormFilled'>): Case => {
  const { filled } = event;
  const said = { by: signer(event), role: event.by.role, at: event.at, form: filled.form, configuration: state.configuration };
  const facts = Object.entries(filled.answers).reduce(
    (held, [question, value]) => withStatement(held, question, { ...said, value }),
    state.facts,
  );
  return { ...state, facts, forms: [...state.forms.filter(({ stage }) => stage !== filled.stage), filled] };
};

/** Who waits for a word after one more message. Something that cannot wait stays so until somebody of the council has written back. */
export const unansweredAfter = (before: Case['unanswered'], event: EventOf<'MessageWritten'>): Case['unanswered'] => {
  if (isFromStaff(event)) return undefined;
  return before?.urgent ? before : { at: event.at, by: signer(event) };
};
