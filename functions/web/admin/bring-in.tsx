/**
 * Bringing in a configuration from a file that was downloaded here or elsewhere. It becomes a draft and nothing more: nobody lives by it
 * before it has no faults and a second person has published it. Whatever is in the file is looked at as data, never run.
 */
import * as z from 'zod';
import { beginDraft, configure } from '../../../lib/app/configuring/configure.ts';
import { fileText, ownDocuments } from '../../../lib/app/configuring/documents.ts';
import { draftDocuments } from '../../../lib/app/configuring/draft.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import { Page } from '../kit/layout.tsx';
import { Textarea, TextInput } from '../kit/text-fields.tsx';
import { download, goTo, type SignedInVisit, show, signedInPage, type Typed, text } from '../page.ts';
import { draftPage, ports } from './draft-page.tsx';
import { councilOf } from './draft-reading.ts';

/** A download of ours, or the documents alone. */
const Brought = z.union([
  z.object({ documents: z.record(z.string(), z.record(z.string(), z.unknown())) }).transform(({ documents }) => documents),
  z.record(z.string(), z.record(z.string(), z.unknown())),
]);

/** Deeper than anything a council writes, and shallow enough that no reader of it runs out of room. */
const MOST_DEEP = 40;
const tooDeep = (json: unknown, left = MOST_DEEP): boolean => {
  if (typeof json !== 'object' || json === null) return false;
  return left === 0 || Object.values(json).some((each) => tooDeep(each, left - 1));
};

type ReadFile = { readonly documents: Record<string, Record<string, unknown>> } | { readonly wrong: string };

const readBrought = (content: string): ReadFile => {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return {
      wrong: 'This is not a file of a configuration: it is not JSON. Use one that was downloaded from a page of versions.',
    };
  }
  if (tooDeep(json)) return { wrong: 'This file is nested deeper than any configuration. Nothing of it was kept.' };
  const read = Brought.safeParse(json);
  if (read.success && Object.keys(read.data).length > 0) return { documents: read.data };
  return { wrong: 'There are no documents in this file. It has to hold {"documents": {"pathways/….json": {…}}}.' };
};

type BringInProps = {
  readonly visit: SignedInVisit;
  readonly errors?: FieldErrors | undefined;
  readonly typed?: Typed | undefined;
};

const BringInView = ({ visit, errors = {}, typed = {} }: BringInProps) => (
  <Page {...visit.frame} title="Bring in a configuration" back="/admin" errors={errors}>
    <p class="govuk-body">
      It becomes a draft. You see what it would change, and what keeps it from being published, before anything happens.
    </p>
    <Form action="/admin/bring-in" csrf={visit.csrf} request={visit.request} submit="Make a draft of it">
      <TextInput name="title" label="What do you call the draft?" value={text(typed, 'title')} error={errors.title} />
      <TextInput name="reason" label="Why?" value={text(typed, 'reason')} error={errors.reason} />
      <Textarea
        name="content"
        label="The file"
        hint="Open the file, choose all of it, and paste it here."
        rows={8}
        value={text(typed, 'content').slice(0, 20_000)}
        error={errors.content}
      />
    </Form>
  </Page>
);

const wrongIn = (typed: Typed): FieldErrors => ({
  ...(text(typed, 'title').trim() === '' ? { title: 'Give the draft a name that says what is to change.' } : {}),
  ...(text(typed, 'reason').trim() === '' ? { reason: 'Say why, in a few words. It is kept with the change.' } : {}),
});

export const bringIn = signedInPage('configure', {
  path: '/admin/bring-in',
  get: async (visit) => show(<BringInView visit={visit} />),
  post: async (visit, typed) => {
    const read = readBrought(text(typed, 'content'));
    const errors = { ...wrongIn(typed), ...('wrong' in read ? { content: read.wrong } : {}) };
    if (Object.keys(errors).length > 0 || 'wrong' in read)
      return show(<BringInView visit={visit} errors={errors} typed={typed} />, 422);
    const documents = ownDocuments(read.documents, councilOf(visit)) as typeof read.documents;
    const again = (message: string) => show(<BringInView visit={visit} errors={{ content: message }} typed={typed} />, 409);
    const { actor: by, request } = visit;
    const operation = { type: 'replace-documents', documents } as const;
    // Tried before a draft is made, so that a file that cannot be taken leaves nothing behind.
    const tried = draftDocuments({}, { changes: [{ id: 'tried', at: '', by, reason: '', operation }] });
    if ('cannot' in tried && typeof tried.cannot === 'string') return again(tried.cannot);
    const begun = await beginDraft(ports, { by, title: text(typed, 'title'), request });
    if (!begun.done) return again(begun.message);
    const command = { type: 'change-draft', operation, reason: text(typed, 'reason') } as const;
    const changed = await configure(ports, { draftId: begun.draft.id, by, command, request: `${request}-replace` });
    return changed.done ? goTo(`/admin/drafts/${begun.draft.id}`) : again(changed.message);
  },
});

export const draftFiles = draftPage({
  path: '/files.json',
  get: async ({ view: { draft, after } }) =>
    download({
      name: `ownway-${draft.id}.json`,
      type: 'application/json',
      body: fileText({ draft: draft.id, documents: after }),
    }),
});
