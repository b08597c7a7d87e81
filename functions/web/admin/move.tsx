/**
 * One move of open cases: how far it is, what came of each case, and what can be done: stop, go on, undo, say where a case goes that needs a
 * person. Each is only asked for here; the work goes on by itself. Cases are known by their numbers.
 */
import type { Bundle } from '../../../lib/app/configuration.ts';
import { isMoved, type MoveJob, type MoveResult } from '../../../lib/app/configuring/move-job.ts';
import {
  choosePlace,
  isMoveRefusal,
  type MoveAnswer,
  MoveId,
  moveProgress,
  resumeMove,
  stopMove,
  undoMove,
} from '../../../lib/app/configuring/moving.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import { Page } from '../kit/layout.tsx';
import { SummaryList } from '../kit/lists.tsx';
import { InsetText, Tag } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { type Answer, goTo, type SignedInVisit, show, signedInPage, type Typed, text } from '../page.ts';
import { WHOLE_PAGE } from '../typed-rows.ts';
import { StageChoice, stagesTyped } from './move-form.tsx';
import { askPorts, previewPorts } from './move-ports.ts';
import { COUNTS, nextWords, OUTCOMES, STATES } from './move-words.ts';

export type Progress = {
  readonly job: MoveJob;
  readonly results: readonly MoveResult[];
  /** For the titles of its stages; nothing where it is gone. */
  readonly to: Bundle | undefined;
};
const href = ({ id }: Pick<MoveJob, 'id'>): string => `/admin/moves/${id}`;

const stageTitle = (to: Bundle | undefined, id: string | undefined): string =>
  to?.pathways.flatMap(({ stages }) => stages).find((each) => each.id === id)?.title ?? id ?? '';

const About = ({ job }: { readonly job: MoveJob }) => (
  <SummaryList
    rows={[
      { key: 'State', value: <Tag text={STATES[job.state].text} colour={STATES[job.state].colour} /> },
      { key: 'To', value: `Version ${job.to}` },
      { key: 'Why', value: job.reason },
      { key: 'Begun', value: `${job.by.name}, ${readableTime(job.startedAt)}` },
      { key: 'Can be undone until', value: readableTime(job.until, 'date') },
      ...(job.undo ? [{ key: 'Undone', value: `${job.undo.by.name}, ${readableTime(job.undo.at)}: ${job.undo.reason}` }] : []),
      ...COUNTS.filter(({ of }) => of === 'total' || job.counts[of] > 0).map(({ of, words }) => ({
        key: words,
        value: String(job.counts[of]),
      })),
    ]}
  />
);

const resultWords = ({ outcome, why, undone }: MoveResult): string => {
  const back = undone ? (undone.back ? ' Put back.' : ` Not put back: ${undone.why ?? 'it has gone on.'}`) : '';
  return `${OUTCOMES[outcome]}.${why ? ` ${why}` : ''}${back}`;
};

const MOST = 200;
const Results = ({ results, to }: Pick<Progress, 'results' | 'to'>) => (
  <>
    <Table
      caption="What came of each case"
      head={[{ text: 'Case' }, { text: 'What' }, { text: 'Was at' }, { text: 'Is at' }]}
      rowHeads
      rows={results
        .slice(0, MOST)
        .map((result) => [result.caseId, resultWords(result), stageTitle(to, result.was), stageTitle(to, result.now)])}
      empty="No case was looked at yet."
    />
    {results.length > MOST ? <p class="govuk-body">Only {String(MOST)} of them are shown.</p> : null}
  </>
);

type ViewProps = {
  readonly visit: SignedInVisit;
  readonly progress: Progress;
  readonly errors?: FieldErrors | undefined;
  readonly typed?: Typed | undefined;
};

const Deeds = ({ visit, progress: { job } }: ViewProps) => {
  const deed = (name: string, words: string, kind?: 'secondary') => (
    <Form action={href(job)} csrf={visit.csrf} request={visit.request} submit={false}>
      <Button text={words} kind={kind} name="deed" value={name} />
    </Form>
  );
  return (
    <div class="govuk-button-group">
      {job.state === 'running' || job.state === 'undoing' ? deed('stop', 'Stop it', 'secondary') : null}
      {job.state === 'stopped' ? deed('go-on', 'Go on') : null}
    </div>
  );
};

/** Not yet asked for; or it was, and a case that was on its way then is still where this move has put it. */
const canBeUndone = ({ job, results }: Progress): boolean => {
  if (job.state === 'undone') return results.some((result) => isMoved(result) && !result.undone);
  return !job.undo && (job.state === 'done' || job.state === 'stopped');
};

const Undo = ({ visit, progress, errors = {}, typed }: ViewProps) => {
  const { job } = progress;
  if (!canBeUndone(progress) || visit.now.toISOString() > job.until) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Undo it</h2>
      <p class="govuk-body">Every case that has not gone on since goes back to exactly where it was. No answer is lost.</p>
      <Form action={href(job)} csrf={visit.csrf} request={visit.request} submit={false}>
        <TextInput name="reason" label="Why?" value={typed && text(typed, 'reason')} error={errors.reason} />
        <Button text="Undo this move" kind="warning" name="deed" value="undo" />
      </Form>
    </>
  );
};

const Choose = ({ visit, progress: { job, results, to }, typed }: ViewProps) => {
  const open = job.undo ? [] : results.filter(({ outcome, choices = [] }) => outcome === 'needs-person' && choices.length > 0);
  if (open.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Cases that need a person</h2>
      <Form action={href(job)} csrf={visit.csrf} request={visit.request} submit={false}>
        {open.slice(0, 50).map(({ caseId, why = '', choices = [] }) => (
          <StageChoice
            choosing={{ caseId, why, choices: choices.map((id) => ({ id, title: stageTitle(to, id) })) }}
            typed={typed}
          />
        ))}
        <Button text="Keep these choices" name="deed" value="choose" />
      </Form>
    </>
  );
};

export const MoveProgress = (props: ViewProps) => {
  const { visit, progress, errors = {} } = props;
  const { job } = progress;
  return (
    <Page
      {...visit.frame}
      title={job.title || 'A move of open cases'}
      caption="Moving open cases"
      back="/admin/moves"
      errors={errors}
      wide
    >
      <InsetText>
        {nextWords(job)}{' '}
        <a class="govuk-link" href={href(job)}>
          Look again
        </a>
      </InsetText>
      <About job={job} />
      <Deeds {...props} />
      <Choose {...props} />
      <Results {...progress} />
      <Undo {...props} />
    </Page>
  );
};

const progressOf = async ({ c }: SignedInVisit): Promise<Progress | undefined> => {
  const id = c.req.param('move') ?? '';
  const found = MoveId.safeParse(id).success ? await moveProgress(askPorts, id) : undefined;
  return found && { ...found, to: (await previewPorts.configurations.version(found.job.to))?.bundle };
};

/** Every choice is asked for; the first that is refused is told, and those before it are kept. */
const choose = async (visit: SignedInVisit, { job }: Progress, typed: Typed): Promise<MoveAnswer> => {
  let answer: MoveAnswer = job;
  for (const [caseId, stage] of Object.entries(stagesTyped(typed))) {
    answer = await choosePlace(askPorts, { id: job.id, by: visit.actor, caseId, stage });
    if (isMoveRefusal(answer)) return answer;
  }
  return answer;
};

const ask = (visit: SignedInVisit, progress: Progress, typed: Typed): Promise<MoveAnswer> | undefined => {
  const asked = { id: progress.job.id, by: visit.actor };
  switch (text(typed, 'deed')) {
    case 'stop':
      return stopMove(askPorts, asked);
    case 'go-on':
      return resumeMove(askPorts, asked);
    case 'undo':
      return undoMove(askPorts, { ...asked, reason: text(typed, 'reason') });
    case 'choose':
      return choose(visit, progress, typed);
    default:
      return undefined;
  }
};

const absent = ({ frame }: SignedInVisit): Answer => show(<NotFoundPage frame={frame} />, 404);

export const move = signedInPage('configure', {
  path: '/admin/moves/:move',
  get: async (visit) => {
    const progress = await progressOf(visit);
    return progress ? show(<MoveProgress visit={visit} progress={progress} />) : absent(visit);
  },
  post: async (visit, typed) => {
    const progress = await progressOf(visit);
    if (!progress) return absent(visit);
    const answer = await ask(visit, progress, typed);
    if (!answer || !isMoveRefusal(answer)) return goTo(href(progress.job));
    const field = answer.refused === 'reasons-needed' ? 'reason' : WHOLE_PAGE;
    const status = answer.refused === 'reasons-needed' ? 422 : 409;
    const now = (await progressOf(visit)) ?? progress;
    return show(<MoveProgress visit={visit} progress={now} errors={{ [field]: answer.message }} typed={typed} />, status);
  },
});
