/** Sessions: found while they last, by nobody without the cookie, and gone when ended. */
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { ada, morag } from '../../support/small-council.ts';
import type { Adapters } from './adapters.ts';

const AT = new Date('2026-11-21T09:00:00Z');
const later = (hours: number) => new Date(AT.getTime() + hours * 3_600_000);

/** Only a test may read the whole table; the product never does. */
const everything = async ({ dynamodb }: Adapters) => {
  const rows: Record<string, AttributeValue>[] = [];
  let from: Record<string, AttributeValue> | undefined;
  do {
    const page = await dynamodb.send(new ScanCommand({ TableName: process.env.TABLE_NAME, ExclusiveStartKey: from }));
    rows.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return rows;
};

export const sessionsContract = (of: () => Adapters): void => {
  test('one that was begun is found, with who it is and what they may agree', async () => {
    const begun = await of().sessions.begin(morag, AT);
    expect(begun.until).toBe('2026-11-21T21:00:00.000Z');
    expect(await of().sessions.find(begun.id, AT)).toEqual({ id: begun.id, actor: morag, until: begun.until });
  });

  test('it lasts twelve hours and not a moment longer', async () => {
    const { id } = await of().sessions.begin(ada, AT);
    expect(await of().sessions.find(id, new Date(later(12).getTime() - 1))).toBeDefined();
    expect(await of().sessions.find(id, later(12))).toBeUndefined();
  });

  test('ended, it is gone at once; ended twice, it stays gone', async () => {
    const { id } = await of().sessions.begin(ada, AT);
    await of().sessions.end(id);
    expect(await of().sessions.find(id, AT)).toBeUndefined();
    await of().sessions.end(id);
  });

  test('each is another, and long enough that nobody guesses it', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, async () => (await of().sessions.begin(ada, AT)).id));
    expect(new Set(ids).size).toBe(5);
    for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(32);
  });

  test.each(['', 'nobody', '#', 'SESSION', '../..', 'ü'.repeat(99)])('no session is called %j', async (id) => {
    expect(await of().sessions.find(id, AT)).toBeUndefined();
  });

  test('the table never holds what the cookie holds, and lets go of a session by itself', async () => {
    const { id } = await of().sessions.begin(ada, AT);
    const rows = await everything(of());
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(id);
    const sessions = rows.filter(({ pk }) => pk?.S?.startsWith('SESSION#'));
    expect(sessions.length).toBeGreaterThan(0);
    for (const { ttl } of sessions) expect(Number(ttl?.N)).toBe(later(12).getTime() / 1000);
  });
};
