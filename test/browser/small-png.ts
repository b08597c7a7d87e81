/**
 * Makes a screenshot a third of its size by naming its colours once: pages have few. Not an image library: it reads only the
 * 8-bit PNGs that Chromium writes. Called by `pictures.ts`.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Of a PNG's colour types: three or four bytes a pixel, or one that names a colour of the palette. */
const BYTES: Readonly<Record<number, number>> = { 2: 3, 6: 4 };
const PALETTE = 3;

const chunksOf = (png: Buffer): { type: string; data: Buffer }[] => {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
};

/** What a PNG's filter foretold for a byte, from the bytes to the left, above, and above left. */
const foretold = (filter: number, left: number, up: number, corner: number): number => {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

/** The rows as plain bytes, one after the other. */
const unfiltered = (data: Buffer, height: number, wide: number, bytes: number): Buffer => {
  const plain = Buffer.alloc(height * wide);
  for (let row = 0; row < height; row += 1) {
    const filter = data[row * (wide + 1)] ?? 0;
    for (let x = 0; x < wide; x += 1) {
      const at = row * wide + x;
      const left = x >= bytes ? (plain[at - bytes] ?? 0) : 0;
      const up = row > 0 ? (plain[at - wide] ?? 0) : 0;
      const corner = row > 0 && x >= bytes ? (plain[at - wide - bytes] ?? 0) : 0;
      plain[at] = (data[row * (wide + 1) + 1 + x] ?? 0) + foretold(filter, left, up, corner);
    }
  }
  return plain;
};

const apart = (one: number, other: number): number =>
  [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);

/** The 256 colours used most, and for every colour the place of the nearest of them. */
const paletteOf = (colours: Uint32Array): { kept: number[]; place: Map<number, number> } => {
  const times = new Map<number, number>();
  for (const colour of colours) times.set(colour, (times.get(colour) ?? 0) + 1);
  const byUse = [...times].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const kept = byUse.slice(0, 256);
  const nearest = (colour: number) =>
    kept.reduce((best, each, index) => (apart(each, colour) < apart(kept[best] ?? 0, colour) ? index : best), 0);
  return { kept, place: new Map(byUse.map((colour, index) => [colour, index < 256 ? index : nearest(colour)])) };
};

const coloursOf = (plain: Buffer, bytes: number): Uint32Array =>
  Uint32Array.from({ length: plain.length / bytes }, (_none, pixel) => plain.readUIntBE(pixel * bytes, 3));

/** The same picture with at most 256 colours. Refuses what Chromium does not write. */
export const smallPng = (png: Buffer): Buffer => {
  const chunks = chunksOf(png);
  const header = chunks[0]?.data ?? Buffer.alloc(13);
  const bytes = BYTES[header[9] ?? 0];
  if (header[8] !== 8 || header[12] !== 0 || !bytes) throw new Error('this is not a PNG as Chromium writes them');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((each) => each.data)));
  const colours = coloursOf(unfiltered(data, height, width * bytes, bytes), bytes);
  const { kept, place } = paletteOf(colours);
  // Each row begins with its filter: none, which is best where one byte is one colour.
  const rows = Buffer.alloc(height * (width + 1));
  colours.forEach((colour, pixel) => {
    rows[pixel + Math.floor(pixel / width) + 1] = place.get(colour) ?? 0;
  });
  const named = Buffer.from(header);
  named[9] = PALETTE;
  const palette = Buffer.from(kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const image = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', named),
    chunk('PLTE', palette),
    chunk('IDAT', image),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
