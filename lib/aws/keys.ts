/**
 * Every key in the table, in one place; `docs/data-model.md` explains them. An id is checked where it enters (`CaseId` and friends)
 * and the separator `#` is in none of them, so no id can reach into another partition.
 */
import { createHash } from 'node:crypto';
import type { WatchKind } from '../app/ports.ts';
import type { Summary } from '../app/summary.ts';
import type { Case } from '../domain/case.ts';

/** Bulk lists are spread over this many partitions, so that none is hot. Changing it needs a move of the stored keys. */
export const SHARDS = 8;
export const shards = Array.from({ length: SHARDS }, (_, shard) => shard);
export const shardOf = (caseId: string): number => (createHash('sha256').update(caseId).digest()[0] ?? 0) % SHARDS;

const padded = (version: number): string => String(version).padStart(8, '0');

export const caseKey = (caseId: string) => ({ pk: `CASE#${caseId}`, sk: 'CASE' });
export const eventKey = (caseId: string, version: number) => ({ pk: `CASE#${caseId}`, sk: `EVENT#${padded(version)}` });
export const outboxKey = (caseId: string, entry: { filedAt: string; id: string }) => {
  return { pk: `OUTBOX#${shardOf(caseId)}`, sk: `${entry.filedAt}#${entry.id}` };
};
export const outboxPartition = (shard: number) => `OUTBOX#${shard}`;
export const configurationKey = (version: string) => ({ pk: `CONFIGURATION#${version}`, sk: 'BUNDLE' });
/** What a bundle was read from. Apart from it, because only administrators need it. */
export const documentsKey = (version: string) => ({ pk: `CONFIGURATION#${version}`, sk: 'DOCUMENTS' });
export const CURRENT_CONFIGURATION = { pk: 'CONFIGURATION', sk: 'CURRENT' };
export const PUBLISHED_IDS = { pk: 'CONFIGURATION', sk: 'IDS' };
export const publicationKey = (at: string, version: string) => ({ pk: 'CONFIGURATION', sk: `PUBLISHED#${at}#${version}` });
/** The line of a draft on the list of drafts, and all of it. */
export const DRAFTS = 'DRAFTS';
export const draftLineKey = (id: string) => ({ pk: DRAFTS, sk: id });
export const draftKey = (id: string) => ({ pk: `DRAFT#${id}`, sk: 'DRAFT' });
/** What an administrator who publishes needs to know of the deployment. */
export const DEPLOYMENT = { pk: 'CONFIGURATION', sk: 'DEPLOYMENT' };
export const sessionKey = (hash: string) => ({ pk: `SESSION#${hash}`, sk: 'SESSION' });
/** A link by the hash of its address, where somebody's links go by the hash of whose, what was sent by the hash of where to. */
export const accessKey = (hash: string, sk: 'LINK' | 'DESTINATION' | 'SENDS') => ({ pk: `ACCESS#${hash}`, sk });
export const MAILBOX = 'MAILBOX';
export const messageKey = (at: string, id: string) => ({ pk: MAILBOX, sk: `${at}#${id}` });

/** That somebody waits for a word. Apart from the case, so that no role that may take it away can take an event away. */
export const replyKey = (caseId: string) => ({ pk: `REPLY#${caseId}`, sk: 'REPLY' });
export const readKey = (caseId: string, on: string, actorId: string) => ({ pk: `READS#${caseId}`, sk: `${on}#${actorId}` });
export const readsPartition = (caseId: string) => readKey(caseId, '', '').pk;

/** People who plan together, all in one item; and that a case is among them, apart, so that only that can be deleted. */
export const householdKey = (id: string) => ({ pk: `HOUSEHOLD#${id}`, sk: 'HOUSEHOLD' });
export const membershipKey = (caseId: string, id: string) => ({ pk: membershipPartition(caseId), sk: id });
export const membershipPartition = (caseId: string) => `HOUSEHOLDS#${caseId}`;

/** Jobs that move cases to another version, which of them is at work, and what came of each case of one. */
export const movesPartition = 'MOVE';
export const moveKey = (id: string) => ({ pk: movesPartition, sk: `JOB#${id}` });
export const MOVE_AT_WORK = { pk: movesPartition, sk: 'AT-WORK' };
export const moveResultKey = (id: string, caseId: string) => ({ pk: `MOVE#${id}`, sk: caseId });

/** The line of a case on the list of somebody who was let in on it. */
export const grantKey = (caseId: string, grantId: string) => ({ pk: `CASE#${caseId}`, sk: `GRANT#${grantId}` });

export const workPartition = (team: string, who: string) => `WORK#${team}#${who}`;
export const replyPartition = (team: string) => `REPLY#${team}`;
export const personPartition = (personId: string) => `PERSON#${personId}`;
export const reviewPartition = (shard: number) => `REVIEW#${shard}`;
export const watchPartition = (shard: number) => `WATCH#${shard}`;
export const closedPartition = (shard: number) => `CLOSED#${shard}`;

/** Whether a machine should have opened the stage, has, or could not go on. */
const watchKind = (state: Extract<Case, { state: 'underway' }>): WatchKind =>
  state.at.attention ? 'attention' : state.at.token ? 'waiting' : 'arriving';

/**
 * The index keys of a case's snapshot (`indexes.ts`): `work` by team and role, the soonest promise first; `people` by person;
 * `dates` for machines to watch while it is underway, for the review once support is in place, and for when it was closed.
 */
export const indexKeys = (state: Case, summary: Summary, team: string): Record<string, string> => {
  const shard = shardOf(state.id);
  const own = { peoplePk: personPartition(state.person.id), peopleSk: `${state.openedAt}#${state.id}` };
  if (state.state === 'closed') return { ...own, datesPk: closedPartition(shard), datesSk: `${state.closedAt}#${state.id}` };
  if (state.state === 'supported') {
    return { ...own, datesPk: reviewPartition(shard), datesSk: `${state.agreed.reviewDueOn}#${state.id}` };
  }
  const watched = { datesPk: watchPartition(shard), datesSk: `${watchKind(state)}#${state.at.since}#${state.id}` };
  const who = summary.stage?.who;
  if (!who) return { ...own, ...watched };
  return { ...own, ...watched, workPk: workPartition(team, who), workSk: `${summary.dueOn ?? '9999-12-31'}#${state.id}` };
};

/** Where a case is listed for somebody who was let in on it: among their own, the newest first. */
export const grantIndexKeys = ({ id, openedAt }: Case, grantId: string): Record<string, string> => ({
  peoplePk: personPartition(grantId),
  peopleSk: `${openedAt}#${id}`,
});

/** Where a case that somebody waits on is listed: by team, the soonest promise first. */
export const replyIndexKeys = (caseId: string, dueOn: string, team: string): Record<string, string> => ({
  workPk: replyPartition(team),
  workSk: `${dueOn}#${caseId}`,
});
