/** The first page of a case for staff: what is next and whose turn it is, then the person's own words, then what was decided. */
import { randomUUID } from 'node:crypto';
import { isStaff, may } from '../../../lib/domain/permission.ts';
import { isHuman } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { TaskList } from '../kit/lists.tsx';
import { WarningText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { type CaseVisit, casePage, goTo, show } from '../page.ts';
import { CaseFrame, caseHref } from './case-frame.tsx';
import { stageAt, whereWords } from './case-words.ts';
import { nextStep } from './next-step.ts';
import { openQuestions, recordsOf } from './record.tsx';
import { Decided, FilledForms, OwnWords, SentBackNotice } from './summary-parts.tsx';
import { UrgentNow } from './urgent-now.tsx';
import { WhoLeads } from './who-leads-now.tsx';

type OfVisit = { readonly visit: CaseVisit };

type DeedProps = OfVisit & {
  readonly path: string;
  readonly stage: string;
  readonly text: string;
  /** Drawn before the button. */
  readonly before?: Html | undefined;
};

/** A form of one button. Each has an id of its own, so that a second button on an old page is never taken for the first. */
const Deed = ({ visit, path, stage, text, before }: DeedProps) => (
  <Form action={caseHref(visit, path)} csrf={visit.csrf} request={randomUUID()} submit={false}>
    <input type="hidden" name="stage" value={stage} />
    <div class="govuk-button-group">
      {before}
      <Button text={text} kind="secondary" />
    </div>
  </Form>
);

/** The forms within this stage, each with how much of it is open. */
const Records = ({ visit }: OfVisit) => {
  const forms = may(visit.actor, 'answer-question', visit.subject) ? recordsOf(visit) : [];
  if (forms.length === 0) return null;
  return (
    <TaskList
      name="record"
      tasks={forms.map((form) => {
        const open = openQuestions(visit, form);
        const status = open === 0 ? 'Nothing left' : { tag: open === 1 ? '1 question open' : `${open} questions open` };
        return { title: say(form.title), href: caseHref(visit, `/record/${form.id}`), status };
      })}
    />
  );
};

/** The one thing to do next, and beside it taking the work or putting it back, so that nothing hangs on one person's holiday. */
const Actions = ({ visit }: OfVisit) => {
  const { case: state, configuration, actor } = visit;
  const { action, instead } = nextStep(state, configuration, actor);
  const links = (
    <>
      {action ? <Button text={action.text} href={action.href} /> : null}
      {instead ? <Button text={instead.text} href={instead.href} kind="secondary" /> : null}
    </>
  );
  const def = stageAt(state, configuration);
  const theirs = state.state === 'underway' && def && isHuman(def) && actor.roles.includes(def.who);
  // Whoever wrote a plan has nothing to do while it is looked at, so there is nothing to take either.
  if (!theirs || !(action || state.at.takenBy)) return action || instead ? <div class="govuk-button-group">{links}</div> : null;
  const holding = state.at.takenBy
    ? { path: '/put-back', text: 'Put it back for the team' }
    : { path: '/take', text: 'Put my name to it' };
  return <Deed visit={visit} stage={def.id} before={links} {...holding} />;
};

const Next = ({ visit }: OfVisit) => {
  const { case: state, configuration, actor } = visit;
  const where = whereWords(state, configuration);
  return (
    <>
      <h2 class="govuk-heading-m">{state.state === 'underway' ? `Next: ${where}` : where}</h2>
      <SentBackNotice state={state} configuration={configuration} />
      <p class="govuk-body">{nextStep(state, configuration, actor).sentence}</p>
      <Records visit={visit} />
      <Actions visit={visit} />
    </>
  );
};

const Attention = ({ visit }: OfVisit) => {
  const { case: state, actor } = visit;
  if (state.state !== 'underway' || !state.at.attention) return null;
  const { error, at } = state.at.attention;
  return (
    <>
      <h2 class="govuk-heading-m">Needs attention</h2>
      <WarningText>
        What moves this case on stopped on {readableTime(at)}. The error was {error}. Nothing anybody wrote is lost.
      </WarningText>
      {may(actor, 'restart-run', visit.subject) ? (
        <Deed visit={visit} path="/restart" stage={state.at.stage} text="Start again" />
      ) : (
        <p class="govuk-body">Ask someone who assesses and plans to start it again.</p>
      )}
    </>
  );
};

export const CaseSummary = ({ visit, errors }: OfVisit & { readonly errors?: FieldErrors }) => {
  const { case: state, configuration } = visit;
  return (
    <CaseFrame visit={visit} title={`${state.person.name}: summary`} part="Summary" errors={errors}>
      <Attention visit={visit} />
      <Next visit={visit} />
      <UrgentNow visit={visit} />
      <WhoLeads visit={visit} />
      <OwnWords state={state} configuration={configuration} />
      <Decided state={state} configuration={configuration} />
      <FilledForms state={state} configuration={configuration} />
      <p class="govuk-body">
        <a class="govuk-link" href={caseHref(visit, '/me')}>
          See what {state.person.name} sees
        </a>
      </p>
    </CaseFrame>
  );
};

/** The person's own address of their case is `/me`; whoever follows a link to this one is led there. */
export const caseSummary = casePage('view-case', {
  path: '/cases/:caseId',
  get: async (visit) => {
    const own = visit.actor.id === visit.case.person.id || !isStaff(visit.actor);
    return own ? goTo(caseHref(visit, '/me')) : show(<CaseSummary visit={visit} />);
  },
});
