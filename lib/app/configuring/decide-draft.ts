/**
 * What may be done to a draft, and what comes of it. Pure: the published documents and the time come in. Changing one is free, because
 * nobody lives by it; handing it over asks for a draft without faults, and publishing for a second person.
 */
import type * as z from 'zod';
import type { Signed } from '../../domain/event.ts';
import { type DocumentFault, type Documents, documentsFaults, idOf, inRoom, versionOf } from './documents.ts';
import { Change, type Draft, draftDocuments } from './draft.ts';
import { droppedQuestions, type IdFault, type IdLedger, reusedIds } from './kept-ids.ts';
import { type CannotDo, isCannot, type Operation, touches } from './operation.ts';

export type DraftCommand =
  | { readonly type: 'start-draft'; readonly title: string }
  | { readonly type: 'change-draft'; readonly operation: Operation; readonly reason: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'rename-draft'; readonly title: string }
  /** Hands it over: from here a second person can publish it. */
  | { readonly type: 'check-draft' }
  /** Takes it back for more changes. */
  | { readonly type: 'reopen-draft' }
  | { readonly type: 'drop-draft' }
  /** Puts the changes onto what is live by now. */
  | { readonly type: 'bring-up-to-date' };

/** What keeps a draft from being handed over, as far as it is told: where, and what to do. */
export type ToldFault = DocumentFault | IdFault;

export type DraftRefusal = {
  readonly refused:
    | 'draft-is-done'
    | 'draft-is-handed-over'
    | 'cannot-do'
    | 'nothing-changed'
    | 'nothing-to-undo'
    | 'has-faults'
    | 'out-of-date'
    | 'no-room'
    | 'needs-title';
  readonly message: string;
  readonly faults?: readonly ToldFault[];
};
export type DraftDecision = Draft | DraftRefusal;
export const isDraftRefusal = (decided: DraftDecision): decided is DraftRefusal => 'refused' in decided;

export type DraftSetting = {
  readonly by: Signed;
  readonly now: Date;
  /** The id a new change or draft gets. */
  readonly id: string;
  /** Every id that was ever published. */
  readonly ids: IdLedger;
  /** What the draft is a change to, and what is live now with its version. */
  readonly base: Documents;
  readonly live: { readonly version: string; readonly documents: Documents };
};

/** Far more than one publication should be, and few enough that a draft is always read whole. */
export const MOST_CHANGES = 500;

const refuse = (refused: DraftRefusal['refused'], message: string, faults?: readonly ToldFault[]): DraftRefusal => ({
  refused,
  message,
  ...(faults && { faults }),
});
const saved = (draft: Draft, change: Partial<Draft>): Draft => ({ ...draft, ...change, revision: draft.revision + 1 });

/** With whoever does this among those who had a hand in it. */
const touched = (draft: Draft, { by }: DraftSetting): Draft =>
  draft.hands.some(({ id }) => id === by.id) ? draft : { ...draft, hands: [...draft.hands, by] };

/** The documents of the draft, or the refusal that names the change that no longer fits. */
export const documentsOf = (base: Documents, draft: Pick<Draft, 'changes'>): { readonly documents: Documents } | DraftRefusal => {
  const documents = draftDocuments(base, draft);
  if (!isCannot(documents)) return { documents };
  const { cannot, change } = documents as CannotDo & { change: Change };
  return refuse(
    'out-of-date',
    `The change of ${touches(change.operation)} (${change.reason || 'no reason given'}) cannot be made any more: ${cannot} Undo it first.`,
  );
};

const whyNot = ({ issues: [first] }: z.ZodError): string => {
  if (first?.path[0] === 'reason') return 'The reason is too long. Say it in 500 characters or fewer.';
  const place = first?.path.slice(1).map(String).join(', ');
  return `This cannot be taken in${place ? ` (${place})` : ''}: ${first?.message ?? 'it is not a change that can be made'}. Nothing was kept.`;
};

const changed = (draft: Draft, operation: Operation, reason: string, setting: DraftSetting): DraftDecision => {
  if (draft.changes.length >= MOST_CHANGES)
    return refuse('no-room', `A draft holds ${MOST_CHANGES} changes. Publish this one and go on in another.`);
  const so = documentsOf(setting.base, draft);
  if ('refused' in so) return so;
  const before = so.documents;
  const read = Change.safeParse({
    id: setting.id,
    at: setting.now.toISOString(),
    by: setting.by,
    reason: reason.trim(),
    operation,
  });
  // What could not be read again would shut the draft for good.
  if (!read.success) return refuse('cannot-do', whyNot(read.error));
  const change = read.data;
  const after = draftDocuments(before, { changes: [change] });
  if (isCannot(after)) return refuse('cannot-do', after.cannot);
  if (versionOf(after) === versionOf(before))
    return refuse('nothing-changed', 'That is how it is already, so nothing was changed.');
  return saved(draft, { changes: [...draft.changes, change], undone: [] });
};

/**
 * Ids keep what they ever meant. A whole version that is put back has none of the questions that came after it, and need not: their ids
 * stay in the ledger, and answers to them stay with the version they were given on.
 */
const idsBroken = ({ changes }: Draft, { base, ids }: DraftSetting, documents: Documents): IdFault[] => {
  const whole = changes.some(({ operation }) => operation.type === 'replace-documents');
  return [...(whole ? [] : droppedQuestions(base, documents)), ...reusedIds(ids, documents)];
};

/** The file of the council itself cannot go: everything else is read beside it. */
const councilGone = ({ live }: DraftSetting, documents: Documents): DocumentFault[] => {
  const councils = (of: Documents) => inRoom(of, 'councils').flatMap(([, json]) => idOf(json) ?? []);
  const left = councils(documents);
  return councils(live.documents)
    .filter((id) => !left.includes(id))
    .map((id) => {
      const message = `There is no file of the council “${id}” any more. Put it back into councils/.`;
      return { file: 'councils', code: 'unreadable', where: 'councils', message };
    });
};

const checked = (draft: Draft, setting: DraftSetting): DraftDecision => {
  if (draft.base !== setting.live.version) return refuse('out-of-date', OUT_OF_DATE);
  const so = documentsOf(setting.base, draft);
  if ('refused' in so) return so;
  const { documents } = so;
  if (versionOf(documents) === draft.base)
    return refuse('nothing-changed', 'Nothing differs from what is live, so there is nothing to publish.');
  const faults = [...documentsFaults(documents), ...councilGone(setting, documents), ...idsBroken(draft, setting, documents)];
  if (faults.length > 0) {
    const many = faults.length === 1 ? 'One thing keeps' : `${faults.length} things keep`;
    return refuse('has-faults', `${many} this from being published. Put them right, or undo what led to them.`, faults);
  }
  return saved(draft, { state: 'checked', checkedAt: setting.now.toISOString(), checkedBy: setting.by });
};

export const OUT_OF_DATE =
  'Something else was published since this draft was begun. Bring it up to date, and read the difference again before you go on.';

const broughtUpToDate = (draft: Draft, { live }: DraftSetting): DraftDecision => {
  if (draft.base === live.version) return refuse('nothing-changed', 'This draft is up to date already.');
  if (draft.changes.some(({ operation }) => operation.type === 'replace-documents')) return refuse('cannot-do', WHOLE);
  const so = documentsOf(live.documents, draft);
  return 'refused' in so ? so : saved(draft, { base: live.version });
};

const WHOLE =
  'This draft replaces everything at once, so bringing it up to date would take back what was published since. Drop it, and begin again from what is live.';

/** A new draft on what is live. Refuses `needs-title`. */
export const startDraft = (title: string, { by, now, id, live }: DraftSetting): DraftDecision => {
  if (title.trim() === '') return refuse('needs-title', 'Give it a name that says what is to change.');
  const started = { startedAt: now.toISOString(), startedBy: by };
  return {
    id,
    revision: 1,
    title: title.trim().slice(0, 120),
    base: live.version,
    ...started,
    changes: [],
    undone: [],
    hands: [by],
    state: 'open',
  };
};

const ENDED = { published: 'This draft was published.', dropped: 'This draft was dropped.' } as const;

const whileOpen = (
  command: Exclude<DraftCommand, { type: 'start-draft' }>,
  draft: Draft,
  setting: DraftSetting,
): DraftDecision => {
  const last = draft.changes.at(-1);
  const [undone, ...others] = draft.undone;
  switch (command.type) {
    case 'change-draft':
      return changed(draft, command.operation, command.reason, setting);
    case 'undo':
      if (!last) return refuse('nothing-to-undo', 'There is no change to undo.');
      return saved(draft, { changes: draft.changes.slice(0, -1), undone: [last, ...draft.undone] });
    case 'redo':
      if (!undone) return refuse('nothing-to-undo', 'Nothing was undone that could be done again.');
      return saved(draft, { changes: [...draft.changes, undone], undone: others });
    case 'rename-draft':
      if (command.title.trim() === '') return refuse('needs-title', 'Give it a name that says what is to change.');
      return saved(draft, { title: command.title.trim().slice(0, 120) });
    case 'check-draft':
      return checked(draft, setting);
    case 'bring-up-to-date':
      return broughtUpToDate(draft, setting);
    case 'drop-draft':
      return saved(draft, { state: 'dropped' });
    case 'reopen-draft':
      return draft;
  }
};

/** What `command` makes of `draft`. A draft that is published or dropped never changes again. */
export const decideDraft = (
  command: Exclude<DraftCommand, { type: 'start-draft' }>,
  before: Draft,
  setting: DraftSetting,
): DraftDecision => {
  const draft = touched(before, setting);
  if (draft.state === 'published' || draft.state === 'dropped')
    return refuse('draft-is-done', `${ENDED[draft.state]} Begin another.`);
  if (draft.state === 'open') return whileOpen(command, draft, setting);
  const takenBack = () => {
    const { checkedAt: _, checkedBy: __, ...others } = draft;
    return saved({ ...others, state: 'open' }, {});
  };
  if (command.type === 'reopen-draft' || command.type === 'bring-up-to-date')
    return command.type === 'reopen-draft' ? takenBack() : broughtUpToDate({ ...takenBack(), revision: draft.revision }, setting);
  if (command.type === 'drop-draft') return saved(draft, { state: 'dropped' });
  return refuse('draft-is-handed-over', 'This draft was handed over for publishing. Take it back first, and then change it.');
};

/** Who has had a hand in it, also in what was undone: none of them publishes it. */
export const authorsOf = ({ hands }: Draft): readonly Signed[] => hands;
