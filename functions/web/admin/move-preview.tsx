/**
 * What moving the open cases to a version would do, case by case, before anybody decides it; then a second look, and the job is filed.
 * Cases are known by their numbers here: administrators read none. The work is done by a function on a clock (`functions/move-cases.ts`).
 */

import { type MovePreview, type PreviewedCase, previewMove } from '../../../lib/app/configuring/move-preview.ts';
import { isMoveRefusal, startMove } from '../../../lib/app/configuring/moving.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { Pagination } from '../kit/pagination.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { type Answer, goTo, type SignedInVisit, show, signedInPage, type Typed, text } from '../page.ts';
import { WHOLE_PAGE } from '../typed-rows.ts';
import { MoveForm, type Moving, moveHref, SecondLook, stagesTyped } from './move-form.tsx';
import { previewPorts, startPorts } from './move-ports.ts';
import { counted, VERDICTS, verdictWords } from './move-words.ts';

const KINDS = ['needs-person', 'better-left', 'moves', 'same-place', 'on-it-already'] as const;

const stageWords = ({ stage, state }: PreviewedCase): string =>
  stage?.title ?? (state === 'supported' ? 'Support is in place' : 'Not at a stage');

const Counts = ({ preview }: { readonly preview: MovePreview }) => (
  <Table
    caption="What would become of the open cases"
    head={[{ text: 'What' }, { text: 'Cases', numeric: true }]}
    rowHeads
    rows={KINDS.map((kind) => [VERDICTS[kind], String(preview.counts[kind])])}
  />
);

const Rows = ({ preview }: { readonly preview: MovePreview }) => (
  <Table
    caption="Case by case, those that need somebody first"
    head={[{ text: 'Case' }, { text: 'Stage now' }, { text: 'Opened' }, { text: 'What would become of it' }]}
    rowHeads
    rows={preview.rows.map((row) => [row.caseId, stageWords(row), readableTime(row.openedAt, 'date'), verdictWords(row)])}
    empty="There is no open case."
  />
);

type ViewProps = {
  readonly visit: SignedInVisit;
  readonly moving: Moving;
  readonly errors?: FieldErrors | undefined;
  readonly typed?: Typed | undefined;
};

/** Those that the job would change. */
const toMove = ({ counts }: MovePreview): number => counts.moves + counts['same-place'] + counts['needs-person'];

export const MoveView = ({ visit, moving, errors = {}, typed }: ViewProps) => {
  const { to, live, preview } = moving;
  return (
    <Page
      {...visit.frame}
      title="Open cases and this version"
      caption={`Version ${to.version}`}
      back={`/admin/versions/${to.version}`}
      errors={errors}
      wide
    >
      <p class="govuk-body">
        A case stays on the version it was begun on until somebody moves it. No answer is lost, nothing is asked again that is
        known, and no duty is skipped. Nothing is moved yet.
      </p>
      <Counts preview={preview} />
      {preview.more ? (
        <InsetText>Only the first {String(preview.looked)} cases were looked at here. A move looks at every one.</InsetText>
      ) : null}
      {live ? (
        <MoveForm visit={visit} moving={moving} errors={errors} typed={typed} />
      ) : (
        <p class="govuk-body">Cases are moved to the version in force only. Publish this one first.</p>
      )}
      <Rows preview={preview} />
      <Pagination page={preview.page} pages={preview.pages} href={(page) => `${moveHref(to.version)}?page=${page}`} />
    </Page>
  );
};

const VERSION = /^[0-9a-f]{16}$/;

const movingOf = async ({ c, bundle }: SignedInVisit): Promise<Moving | undefined> => {
  const version = c.req.param('version') ?? '';
  const published = VERSION.test(version) ? await previewPorts.configurations.version(version) : undefined;
  if (!published) return undefined;
  const preview = await previewMove(previewPorts, published.bundle, Number(c.req.query('page')) || 1);
  return { to: published.bundle, live: bundle.version === version, preview };
};

const missing = (typed: Typed): FieldErrors => ({
  ...(text(typed, 'title').trim() === '' ? { title: 'Give the move a name, such as what was taken out.' } : {}),
  ...(text(typed, 'reason').trim() === '' ? { reason: 'Say why the cases are moved. It is kept with the move.' } : {}),
});

const begin = async (visit: SignedInVisit, moving: Moving, typed: Typed): Promise<Answer> => {
  const { version } = moving.to;
  const [title, reason] = [text(typed, 'title').trim(), text(typed, 'reason').trim()];
  const [by, choices] = [visit.actor, stagesTyped(typed)];
  const begun = await startMove(startPorts, { to: version, title, reason, by, request: visit.request, choices });
  if (!isMoveRefusal(begun)) return goTo(`/admin/moves/${begun.id}`);
  const status = begun.refused === 'not-allowed' ? 403 : 409;
  return show(<MoveView visit={visit} moving={moving} errors={{ [WHOLE_PAGE]: begun.message }} typed={typed} />, status);
};

export const versionMove = signedInPage('configure', {
  path: '/admin/versions/:version/move',
  get: async (visit) => {
    const moving = await movingOf(visit);
    return moving ? show(<MoveView visit={visit} moving={moving} />) : show(<NotFoundPage frame={visit.frame} />, 404);
  },
  post: async (visit, typed) => {
    const moving = await movingOf(visit);
    if (!moving) return show(<NotFoundPage frame={visit.frame} />, 404);
    const errors = missing(typed);
    if (Object.keys(errors).length > 0)
      return show(<MoveView visit={visit} moving={moving} errors={errors} typed={typed} />, 422);
    if (text(typed, 'sure') === 'yes') return begin(visit, moving, typed);
    return show(<SecondLook visit={visit} moving={moving} typed={typed} words={counted(toMove(moving.preview))} />);
  },
});
