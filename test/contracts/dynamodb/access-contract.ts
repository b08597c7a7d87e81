/** Links, codes and messages: kept by hash, changed one at a time, gone by themselves. */
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { countSend, destinationOf, LINKS_AN_HOUR, type Link, newCode, newLink, TRIES, tryCode } from '../../../lib/app/access.ts';
import type { Adapters } from './adapters.ts';
import { newId } from './commits.ts';

const AT = new Date('2026-11-21T09:00:00Z');
const later = (days: number) => new Date(AT.getTime() + days * 86_400_000);

const linkOf = (caseId = newId('C')): Link =>
  newLink({ caseId, actor: { id: 'P-ADA', name: 'Ada' }, kind: 'return', contact: { by: 'email', to: 'ada@example.org' } }, AT);

/** Only a test may read the whole table; the product never does. */
const everything = async ({ dynamodb }: Adapters, beginning: string) => {
  const rows: Record<string, AttributeValue>[] = [];
  let from: Record<string, AttributeValue> | undefined;
  do {
    const page = await dynamodb.send(new ScanCommand({ TableName: process.env.TABLE_NAME, ExclusiveStartKey: from }));
    rows.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return rows.filter(({ pk }) => pk?.S?.startsWith(beginning));
};

const withCode = async (of: () => Adapters, hash: string): Promise<string> => {
  const token = await of().access.issue(linkOf());
  expect(await of().access.change(token, (link) => newCode(link, hash, AT))).toBe('made');
  return token;
};
const trying = (of: () => Adapters, token: string, hash: string) => of().access.change(token, (link) => tryCode(link, hash, AT));

export const accessContract = (of: () => Adapters): void => {
  test('a link is found by what was given out for it, and by nothing else', async () => {
    const link = linkOf();
    const token = await of().access.issue(link);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await of().access.find(token)).toEqual(link);
    for (const other of [
      token.slice(1),
      `${token}A`,
      token.toLowerCase().replace(/^./, '_'),
      '',
      '#',
      'LINK',
      '../..',
      'ü'.repeat(43),
    ])
      expect(await of().access.find(other), other).toBeUndefined();
  });

  test('what is not there is changed by nobody', async () => {
    let asked = 0;
    const rule = () => {
      asked += 1;
      return { answer: 'asked', next: linkOf() };
    };
    expect(await of().access.change('A'.repeat(43), rule)).toBeUndefined();
    expect(await of().access.change('short', rule)).toBeUndefined();
    expect([asked, await of().access.find('A'.repeat(43))]).toEqual([0, undefined]);
  });

  test('twenty wrong codes at the same moment are five tries, and then the link is dead', async () => {
    const token = await withCode(of, 'right');
    const answers = await Promise.all(Array.from({ length: 20 }, () => trying(of, token, 'wrong')));
    expect(answers.flatMap((answer) => (answer?.is === 'wrong' ? [answer.left] : [])).sort()).toEqual([1, 2, 3, 4]);
    expect(answers.filter((answer) => answer?.is === 'dead')).toHaveLength(20 - (TRIES - 1));
    expect(await of().access.find(token)).toMatchObject({ wrong: TRIES, dead: true });
    expect(await trying(of, token, 'right')).toEqual({ is: 'dead' });
  });

  test('among many at the same moment the right code lets one in', async () => {
    const token = await withCode(of, 'right');
    const answers = await Promise.all(Array.from({ length: 12 }, () => trying(of, token, 'right')));
    expect(answers.filter((answer) => answer?.is === 'right')).toHaveLength(1);
    expect(answers.filter((answer) => answer?.is === 'no-code')).toHaveLength(11);
  });

  test('links to one contact are counted, however many are asked for at once', async () => {
    const contact = `email:${newId('x')}@example.org`;
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => of().access.count(contact, (sent) => countSend(sent, 'C-1', AT))),
    );
    expect(answers.filter((answer) => answer === 'may-send')).toHaveLength(LINKS_AN_HOUR.forOneCase);
    expect(await of().access.count(`${contact}.uk`, (sent) => countSend(sent, 'C-1', AT))).toBe('may-send');
  });

  test('where the links of somebody go is theirs alone, and the newest counts', async () => {
    const caseId = newId('C');
    const first = destinationOf(linkOf(caseId), AT);
    const second = { ...first, contact: { by: 'text' as const, to: '07700 900123' } };
    expect(await of().access.destination(caseId, 'P-ADA')).toBeUndefined();
    await of().access.direct(caseId, 'P-ADA', first);
    await of().access.direct(caseId, 'P-ADA', second);
    expect(await of().access.destination(caseId, 'P-ADA')).toEqual(second);
    expect(await of().access.destination(caseId, 'P-BEN')).toBeUndefined();
    expect(await of().access.destination(`${caseId} P-ADA`, '')).toBeUndefined();
  });

  test('the table never holds what was given out, and lets go of all of it by itself', async () => {
    const link = linkOf();
    const token = await of().access.issue(link);
    const rows = await everything(of(), 'ACCESS#');
    expect(rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(rows)).not.toContain(token);
    // Who and where to stand in the item, never in its key.
    for (const { pk, sk } of rows) expect([pk?.S, sk?.S].join(' ')).toMatch(/^ACCESS#[0-9a-f]{64} (LINK|DESTINATION|SENDS)$/);
    for (const { ttl } of rows) expect(Number(ttl?.N)).toBeGreaterThan(AT.getTime() / 1000);
    const ttls = rows.filter(({ sk }) => sk?.S === 'LINK').map(({ ttl }) => Number(ttl?.N));
    expect(new Set(ttls)).toEqual(new Set([later(28).getTime() / 1000]));
  });

  test('messages are read newest first, as many as are asked for, and go after a month', async () => {
    const to = { by: 'email' as const, to: 'ada@example.org' };
    for (const day of [1, 3, 2])
      await of().mailbox.send(
        { to, subject: `day ${day}`, body: 'Words.', about: { caseId: 'C-1', kind: 'return' } },
        later(day),
      );
    const newest = await of().mailbox.newest(2);
    expect(newest.map(({ subject, at }) => [subject, at])).toEqual([
      ['day 3', later(3).toISOString()],
      ['day 2', later(2).toISOString()],
    ]);
    const rows = await everything(of(), 'MAILBOX');
    expect(rows.map(({ ttl }) => Number(ttl?.N)).sort()).toEqual([31, 32, 33].map((day) => later(day).getTime() / 1000));
  });
};
