/**
 * What was ever published, newest first: who changed what, who published it, and why. Any version can be had as files and handed over
 * again; restoring is publishing, so it needs a second person like everything else and stands in the list like everything else.
 */
import { beginDraft, configure } from '../../../lib/app/configuring/configure.ts';
import { fileText } from '../../../lib/app/configuring/documents.ts';
import { replacing } from '../../../lib/app/configuring/operation.ts';
import type { Publication } from '../../../lib/app/configuring/ports.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import { Page } from '../kit/layout.tsx';
import { SummaryList } from '../kit/lists.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { type Answer, download, goTo, type SignedInVisit, show, signedInPage, text } from '../page.ts';
import { ports } from './draft-page.tsx';

const MOST = 100;
const VERSION = /^[0-9a-f]{16}$/;

const whoWords = ({ by, authors }: Publication): string => {
  if (!by) return 'The deployment';
  const others = authors.map(({ name }) => name).join(', ');
  return others ? `${by.name}; changed by ${others}` : by.name;
};

const rowsOf = (records: readonly Publication[], live: string | undefined) =>
  records.map((record, place) => [
    <a class="govuk-link" href={`/admin/versions/${record.version}`}>
      {readableTime(record.at)}
      {place === 0 && record.version === live ? ' (live)' : ''}
    </a>,
    record.title,
    record.difference,
    whoWords(record),
  ]);

export const versions = signedInPage('configure', {
  path: '/admin/versions',
  get: async (visit) => {
    const [records, live] = await Promise.all([ports.publications.newest(MOST), ports.publishing.live()]);
    return show(
      <Page {...visit.frame} title="What was published" back="/admin" wide>
        <Table
          caption="The newest first"
          head={[{ text: 'When' }, { text: 'What' }, { text: 'The difference' }, { text: 'Who' }]}
          rowHeads
          rows={rowsOf(records, live?.version)}
          empty="Nothing was published yet."
        />
        {records.length === MOST ? <p class="govuk-body">Only the newest {String(MOST)} are shown.</p> : null}
      </Page>,
    );
  },
});

type VersionProps = {
  readonly visit: SignedInVisit;
  readonly record: Publication;
  readonly live: boolean;
  readonly errors?: FieldErrors | undefined;
  readonly reason?: string | undefined;
};

const VersionView = ({ visit, record, live, errors = {}, reason }: VersionProps) => (
  <Page {...visit.frame} title={record.title} caption={`Version ${record.version}`} back="/admin/versions" errors={errors}>
    <SummaryList
      rows={[
        { key: 'Published', value: readableTime(record.at) },
        { key: 'By', value: whoWords(record) },
        { key: 'The difference', value: record.difference || 'Not recorded' },
        { key: 'Before it', value: record.before ?? 'Nothing' },
      ]}
    />
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href={`/admin/versions/${record.version}/files.json`}>
          Download it as files
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`/admin/versions/${record.version}/move`}>
          Open cases and this version
        </a>
      </li>
    </ul>
    {live ? (
      <p class="govuk-body">New cases start on this version.</p>
    ) : (
      <>
        <h2 class="govuk-heading-m">Go back to it</h2>
        <p class="govuk-body">
          This hands it over for publishing. Somebody else publishes it. Cases that were begun since stay as they are until
          somebody moves them.
        </p>
        <Form action={`/admin/versions/${record.version}`} csrf={visit.csrf} request={visit.request} submit="Hand it over">
          <TextInput name="reason" label="Why?" value={reason} error={errors.reason} />
        </Form>
      </>
    )}
  </Page>
);

/** The publication a page is about: of several of one version, the newest. */
const found = async (visit: SignedInVisit): Promise<{ record: Publication; live: boolean } | undefined> => {
  const version = visit.c.req.param('version') ?? '';
  const records = VERSION.test(version) ? await ports.publications.newest(1_000) : [];
  const record = records.find((each) => each.version === version);
  return record && { record, live: (await ports.publishing.live())?.version === version };
};
const absent = (visit: SignedInVisit): Answer => show(<NotFoundPage frame={visit.frame} />, 404);

/** A draft with everything as it was then, handed over. Answers its id, or why not. */
const handOver = async (
  visit: SignedInVisit,
  { version }: Publication,
  reason: string,
): Promise<string | { readonly message: string }> => {
  const documents = await ports.publications.documents(version);
  if (!documents) return { message: 'That version cannot be found any more.' };
  const { actor: by, request } = visit;
  const begun = await beginDraft(ports, { by, title: `Back to version ${version}`, request: `${request}-restore` });
  if (!begun.done) return begun;
  const { id } = begun.draft;
  const command = { type: 'change-draft', operation: replacing(documents), reason } as const;
  const changed = await configure(ports, { draftId: id, by, command, request: `${request}-replace` });
  if (!changed.done) return changed;
  await configure(ports, { draftId: id, by, command: { type: 'check-draft' }, request: `${request}-check` });
  return id;
};

export const version = signedInPage('configure', {
  path: '/admin/versions/:version',
  get: async (visit) => {
    const about = await found(visit);
    return about ? show(<VersionView visit={visit} {...about} />) : absent(visit);
  },
  post: async (visit, typed) => {
    const about = await found(visit);
    if (!about) return absent(visit);
    const reason = text(typed, 'reason').trim();
    const again = (errors: FieldErrors, status: 409 | 422): Answer =>
      show(<VersionView visit={visit} {...about} errors={errors} reason={reason} />, status);
    if (reason === '') return again({ reason: 'Say why, in a few words. It is kept in the history.' }, 422);
    const made = await handOver(visit, about.record, reason);
    return typeof made === 'string' ? goTo(`/admin/drafts/${made}`) : again({ reason: made.message }, 409);
  },
});

export const versionFiles = signedInPage('configure', {
  path: '/admin/versions/:version/files.json',
  get: async (visit) => {
    const wanted = visit.c.req.param('version') ?? '';
    const documents = VERSION.test(wanted) ? await ports.publications.documents(wanted) : undefined;
    if (!documents) return absent(visit);
    return download({ name: `ownway-${wanted}.json`, type: 'application/json', body: fileText({ version: wanted, documents }) });
  },
});
