/** JSON too long for an item as it is: a whole bundle is a tenth of its size packed, and an item holds 400 KB. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { TooLargeToKeep } from '../app/configuring/too-large.ts';

/** The most one item takes, less room for its keys and what else is in it. */
const MOST_BYTES = 390_000;

/** Throws `TooLargeToKeep`. */
export const pack = (json: unknown): Uint8Array => {
  const packed = gzipSync(JSON.stringify(json), { level: 9 });
  if (packed.length > MOST_BYTES)
    throw new TooLargeToKeep(`It is ${packed.length} bytes packed, and ${MOST_BYTES} is the most that can be kept.`);
  return packed;
};
export const unpack = (packed: unknown): unknown => JSON.parse(gunzipSync(packed as Uint8Array).toString('utf8'));
