/**
 * The one way a draft changes and goes live, for the browser and the command line: load → decide → save. What may be done is decided in
 * `decide-draft.ts`; how something goes live is `publish.ts`. Nothing here changes a case.
 */
import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import {
  authorsOf,
  type DraftCommand,
  type DraftRefusal,
  type DraftSetting,
  decideDraft,
  documentsOf,
  isDraftRefusal,
  OUT_OF_DATE,
  startDraft,
  type ToldFault,
} from './decide-draft.ts';
import { type Documents, versionOf } from './documents.ts';
import type { Draft } from './draft.ts';
import type { Drafts, Publications } from './ports.ts';
import { type PublishPorts, publishDocuments, SOMEBODY_WAS_FIRST } from './publish.ts';
import { TooLargeToKeep } from './too-large.ts';

export type ConfigurePorts = PublishPorts & { readonly drafts: Drafts; readonly publications: Publications };

export type Configured =
  | { readonly done: true; readonly draft: Draft }
  | {
      readonly done: false;
      readonly why:
        | DraftRefusal['refused']
        | 'not-allowed'
        | 'absent'
        | 'conflict'
        | 'second-person'
        | 'faults'
        | 'same'
        | 'cannot';
      readonly message: string;
      readonly faults?: readonly ToldFault[] | undefined;
    };

export type AskedOfDraft = {
  readonly draftId: string;
  readonly by: Actor;
  /** The revision the page was drawn from: somebody else's change in between is told, not overwritten. */
  readonly revision?: number | undefined;
};

const no = (why: Exclude<Configured, { done: true }>['why'], message: string, faults?: readonly ToldFault[]): Configured => ({
  done: false,
  why,
  message,
  ...(faults && { faults }),
});
const refusal = ({ refused, message, faults }: DraftRefusal): Configured => no(refused, message, faults);

const ABSENT = 'There is no such draft.';
const CHANGED_MEANWHILE = 'Somebody else changed this draft since you opened it, so nothing of yours was kept. Look at it again.';
const NOT_YOURS = 'Only people who look after what the council decides can do this.';

/** The id of a draft or a change: the same form sent twice makes the same one. */
export const idFrom = (request: string, letter: 'D' | 'N'): string => {
  const hash = createHash('sha256').update(request).digest('hex').toUpperCase();
  return `${letter}-${hash.slice(0, 10)}`;
};

/** What is live, with its documents. Throws before anything was ever published. */
export const liveDocuments = async ({ publishing, publications }: Pick<ConfigurePorts, 'publishing' | 'publications'>) => {
  const live = await publishing.live();
  const documents = live && (await publications.documents(live.version));
  if (!live || !documents) throw new Error('no configuration is published');
  return { version: live.version, documents };
};

const NO_ROOM =
  'This is more than one draft can hold, so nothing of it was kept. Make it smaller, or publish what is in the draft first.';

/** Saves it, or says why not. */
const keep = async ({ drafts }: Pick<ConfigurePorts, 'drafts'>, draft: Draft, expected: number): Promise<Configured> => {
  try {
    return (await drafts.save(draft, expected)) === 'conflict' ? no('conflict', CHANGED_MEANWHILE) : { done: true, draft };
  } catch (cause) {
    if (cause instanceof TooLargeToKeep) return no('no-room', NO_ROOM);
    throw cause;
  }
};

const settingFor = async (ports: ConfigurePorts, by: Actor, base: string | undefined, id: string): Promise<DraftSetting> => {
  const live = await liveDocuments(ports);
  const [documents, ids] = await Promise.all([
    base === undefined || base === live.version ? live.documents : ports.publications.documents(base),
    ports.publications.ids(),
  ]);
  if (!documents) throw new Error(`version ${base} is gone`);
  return { by: { id: by.id, name: by.name }, now: ports.clock(), id, base: documents, live, ids };
};

/** Begins a draft on what is live. Asked twice with the same request it is the same draft. */
export const beginDraft = async (
  ports: ConfigurePorts,
  asked: { by: Actor; title: string; request: string },
): Promise<Configured> => {
  const { by, title, request } = asked;
  if (!may(by, 'configure')) return no('not-allowed', NOT_YOURS);
  const id = idFrom(request, 'D');
  const already = await ports.drafts.load(id);
  if (already) return { done: true, draft: already };
  const decided = startDraft(title, await settingFor(ports, by, undefined, id));
  if (isDraftRefusal(decided)) return refusal(decided);
  return keep(ports, decided, 0);
};

/** Does `command` to a draft. `request`: the form's id, by which a change that is sent twice is made once. */
export const configure = async (
  ports: ConfigurePorts,
  {
    draftId,
    by,
    revision,
    command,
    request,
  }: AskedOfDraft & { command: Exclude<DraftCommand, { type: 'start-draft' }>; request: string },
): Promise<Configured> => {
  if (!may(by, 'configure')) return no('not-allowed', NOT_YOURS);
  const draft = await ports.drafts.load(draftId);
  if (!draft) return no('absent', ABSENT);
  const id = idFrom(request, 'N');
  if (command.type === 'change-draft' && draft.changes.some((change) => change.id === id)) return { done: true, draft };
  if (revision !== undefined && revision !== draft.revision) return no('conflict', CHANGED_MEANWHILE);
  const decided = decideDraft(command, draft, await settingFor(ports, by, draft.base, id));
  if (isDraftRefusal(decided)) return refusal(decided);
  if (decided.revision === draft.revision) return { done: true, draft };
  return keep(ports, decided, draft.revision);
};

/** The documents a draft amounts to, beside those it changes and those that are live. */
export type DraftView = {
  readonly draft: Draft;
  readonly before: Documents;
  readonly after: Documents;
  readonly upToDate: boolean;
};

export const viewDraft = async (
  ports: Pick<ConfigurePorts, 'drafts' | 'publications' | 'publishing'>,
  draftId: string,
): Promise<DraftView | (DraftRefusal & { readonly draft: Draft }) | undefined> => {
  const draft = await ports.drafts.load(draftId);
  if (!draft) return undefined;
  const [live, before] = await Promise.all([ports.publishing.live(), ports.publications.documents(draft.base)]);
  if (!before) throw new Error(`version ${draft.base} is gone`);
  const so = documentsOf(before, draft);
  if ('refused' in so) return { ...so, draft };
  return { draft, before, after: so.documents, upToDate: live?.version === draft.base };
};

const SECOND = 'Somebody else has to publish this: whoever made or handed over a change does not publish it.';

const cannotPublish = (draft: Draft, by: Actor, revision: number | undefined): Configured | undefined => {
  if (draft.state === 'published') return { done: true, draft };
  if (draft.state !== 'checked') return no('draft-is-done', 'This draft was not handed over for publishing.');
  if (revision !== undefined && revision !== draft.revision) return no('conflict', CHANGED_MEANWHILE);
  return authorsOf(draft).some(({ id }) => id === by.id) ? no('second-person', SECOND) : undefined;
};

/**
 * Makes a draft live. Refuses `second-person` to whoever had a hand in it, `out-of-date` where something else went live, `faults`,
 * `conflict`, and `cannot` where a machine could not be published: in every case what is live stays as it was.
 */
export const publishDraft = async (
  ports: ConfigurePorts,
  {
    draftId,
    by,
    revision,
    council,
    difference,
  }: AskedOfDraft & {
    readonly council: string;
    readonly difference: (before: Documents, after: Documents) => string;
  },
): Promise<Configured> => {
  if (!may(by, 'publish-configuration')) return no('not-allowed', NOT_YOURS);
  const view = await viewDraft(ports, draftId);
  if (!view) return no('absent', ABSENT);
  const stopped = cannotPublish(view.draft, by, revision);
  if (stopped) return stopped;
  if ('refused' in view) return refusal(view);
  const { draft, before, after, upToDate } = view;
  if (!upToDate) return no('out-of-date', OUT_OF_DATE);
  const person = { id: by.id, name: by.name };
  const record = { authors: authorsOf(draft), by: person, from: 'draft', draft: draft.id, title: draft.title } as const;
  const published: Draft = { ...draft, state: 'published', revision: draft.revision + 1, published: versionOf(after) };
  const done = await publishDocuments(ports, {
    documents: after,
    council,
    record: { ...record, difference: difference(before, after) },
    expected: draft.base,
    draft: { after: published, expected: draft.revision },
  });
  if (done.done) return { done: true, draft: published };
  if (done.why === 'faults') return no('faults', 'This cannot be published as it is.', done.faults);
  return no(done.why, done.why === 'conflict' ? SOMEBODY_WAS_FIRST : done.message);
};
