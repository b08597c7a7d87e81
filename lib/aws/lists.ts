/** The lists people look at. Each page is one Query; its cost does not grow with the number of open cases. */
import * as z from 'zod';
import type { Lists } from '../app/ports.ts';
import type { Summary } from '../app/summary.ts';
import { fromItem, type Item, toItem } from './dynamodb.ts';
import { personPartition, workPartition } from './keys.ts';
import { queryAll, queryPage } from './query.ts';

const PAGE = 25;

/** Where a page ended, for a link. It is checked when it comes back: it names keys, so a forged one must not be obeyed. */
const KeyPart = z.string().min(1).max(120);
const Cursor = z.object({ pk: KeyPart, sk: KeyPart, workPk: KeyPart, workSk: KeyPart }).strict();

const write = (last: Item): string => Buffer.from(JSON.stringify(fromItem(last))).toString('base64url');

/** The key a cursor stands for; `undefined` (the first page) for one that is not ours or belongs to another list. */
const read = (text: string | undefined, partition: string): Item | undefined => {
  if (!text) return undefined;
  try {
    const cursor = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return cursor.workPk === partition ? toItem(cursor) : undefined;
  } catch {
    return undefined;
  }
};

const summaries = (rows: readonly Record<string, unknown>[]): Summary[] => rows.map(({ summary }) => summary as Summary);

export const lists: Lists = {
  work: async (team, who, after) => {
    const partition = workPartition(team, who);
    const page = await queryPage({ index: 'work', partition }, PAGE, read(after, partition));
    return { rows: summaries(page.rows), next: page.last && write(page.last) };
  },
  ofPerson: async (personId) =>
    summaries(await queryAll({ index: 'people', partition: personPartition(personId), newestFirst: true })),
};
