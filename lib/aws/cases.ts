/** Committing a change to a case, in one transaction: the only writer of events and snapshots. Loading one is `case-load.ts`. */
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Cases, Commit } from '../app/ports.ts';
import { toIsoDate } from '../domain/calendar.ts';
import { actsForThem, type Grant, MOST_PEOPLE, standingOf } from '../domain/circle.ts';
import type { CaseEvent, EventType } from '../domain/event.ts';
import { leadOn } from '../domain/lead.ts';
import { load } from './case-load.ts';
import { TableName, toItem } from './dynamodb.ts';
import {
  caseKey,
  eventKey,
  grantIndexKeys,
  grantKey,
  householdKey,
  indexKeys,
  outboxKey,
  replyIndexKeys,
  replyKey,
} from './keys.ts';
import { commitAll } from './transaction.ts';

/** Only these change whether somebody waits for a word from us, and by when. */
const HEARD: readonly EventType[] = [
  'MessageWritten',
  'ChallengeRaised',
  'ChallengeAcknowledged',
  'ChallengeAnswered',
  'AuditRecorded',
];

/** And these set or settle a day on which we look at something again. */
const LOOKED_AT_AGAIN: readonly EventType[] = [
  'UrgentSupportStarted',
  'UrgentSupportEnded',
  'LeadArranged',
  'PersonRemoved',
  'PlanApproved',
  'CaseClosed',
];

/**
 * The row by which a case is found while somebody waits on it. It is written or taken away only by a commit that has one of those
 * events, so that no other change of a case costs a write more; what it says of the case itself may be as old as that.
 */
const replyRow = ({ after, events, summary, team, reply }: Commit): TransactWriteItem[] => {
  const cannotWait = reply?.urgent && events.some(({ type }) => type === 'AnswerGiven' || type === 'AnswersConfirmed');
  if (!cannotWait && !events.some(({ type }) => HEARD.includes(type) || LOOKED_AT_AGAIN.includes(type))) return [];
  const key = replyKey(after.id);
  if (!reply) return [{ Delete: { TableName, Key: toItem(key) } }];
  const Item = toItem({ ...key, ...replyIndexKeys(after.id, reply.dueOn, team), summary: { ...summary, reply } });
  return [{ Put: { TableName, Item } }];
};

/** These change nothing that a line on anybody’s list says, and come most often. */
const UNLISTED: readonly EventType[] = [...HEARD, 'AnswerGiven', 'AnswersConfirmed', 'PlanSaved'];

/** What somebody who was let in has on their list: whose it is and until when; more only where they act for the person, or lead for now. */
const lineFor = ({ summary, after, events }: Commit, grant: Grant) => {
  const { caseId, person, state, openedAt } = summary;
  const today = toIsoDate(new Date(events.at(-1)?.at ?? openedAt));
  const acts = actsForThem(grant) || leadOn(after.lead, today).who?.id === grant.id;
  return { ...(acts ? summary : { caseId, person, state, openedAt }), helping: { until: grant.until } };
};

/** When a grant was over: the moment it was taken back, or the end of its last day. */
const overAt = ({ ended, until }: Grant): string => ended?.at ?? `${until}~`;

/**
 * A line for everybody who is let in. Whoever is not any more loses theirs by a row without index keys, so that nothing here needs the
 * right to delete, which would be the right to delete events. No more can have become over since the last such commit than can be in.
 */
const grantRows = (commit: Commit): TransactWriteItem[] => {
  const { after, events } = commit;
  // A name that is given late is on everybody's line.
  const listed = (event: CaseEvent) =>
    !UNLISTED.includes(event.type) || (event.type === 'AnswerGiven' && event.question === 'about.name');
  const at = events.find(listed)?.at;
  if (!at) return [];
  const standing = (grant: Grant) => standingOf(grant, toIsoDate(new Date(at)));
  const over = after.circle.filter((grant) => standing(grant) === 'over');
  const lately = over.sort((one, other) => (overAt(one) < overAt(other) ? 1 : -1)).slice(0, MOST_PEOPLE);
  const rows = [
    ...lately.map(({ id }) => grantKey(after.id, id)),
    ...after.circle
      .filter((grant) => standing(grant) === 'in')
      .map((grant) => ({ ...grantKey(after.id, grant.id), ...grantIndexKeys(after, grant.id), summary: lineFor(commit, grant) })),
  ];
  return rows.map((row) => ({ Put: { TableName, Item: toItem(row) } }));
};

const writes = (commit: Commit): TransactWriteItem[] => {
  const { expected, after, events, requests, summary, team, entries } = commit;
  const snapshot = {
    ...caseKey(after.id),
    ...indexKeys(after, summary, team),
    version: after.version,
    case: after,
    requests,
    summary,
  };
  // The case must still be at the version it was decided on, or not exist yet.
  const unchanged = expected === 0 ? 'attribute_not_exists(pk)' : '#version = :expected';
  const guarded =
    expected === 0
      ? { ConditionExpression: unchanged }
      : {
          ConditionExpression: unchanged,
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: toItem({ ':expected': expected }),
        };
  return [
    { Put: { TableName, Item: toItem(snapshot), ...guarded } },
    ...events.map((event, place): TransactWriteItem => {
      const version = expected + place + 1;
      const Item = toItem({ ...eventKey(after.id, version), version, configuration: after.configuration, event });
      // An event is written once and never over another.
      return { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
    }),
    ...entries.map(
      (entry): TransactWriteItem => ({ Put: { TableName, Item: toItem({ ...outboxKey(after.id, entry), entry }) } }),
    ),
    ...replyRow(commit),
    ...grantRows(commit),
    ...restsOn(commit),
  ];
};

/** What the decision rests on must still be as it was read; it is looked at and not written. */
const restsOn = ({ households = [] }: Commit): TransactWriteItem[] =>
  households.map(({ id, version }) => ({
    ConditionCheck: {
      TableName,
      Key: toItem(householdKey(id)),
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: toItem({ ':version': version }),
    },
  }));

export const cases: Cases = { load, commit: async (change) => commitAll(writes(change)) };
