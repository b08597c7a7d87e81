/**
 * Where a page of the `work` index ended, as text for a link. It is checked when it comes back: it names keys, so a forged one must
 * not be obeyed.
 */
import * as z from 'zod';
import { fromItem, type Item, toItem } from './dynamodb.ts';

const KeyPart = z.string().min(1).max(120);
const Cursor = z.object({ pk: KeyPart, sk: KeyPart, workPk: KeyPart, workSk: KeyPart }).strict();

export const writeCursor = (last: Item): string => Buffer.from(JSON.stringify(fromItem(last))).toString('base64url');

/** The key a cursor stands for; `undefined` (the first page) for one that is not ours or belongs to another list. */
export const readCursor = (text: string | undefined, partition: string): Item | undefined => {
  if (!text) return undefined;
  try {
    const cursor = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return cursor.workPk === partition ? toItem(cursor) : undefined;
  } catch {
    return undefined;
  }
};
