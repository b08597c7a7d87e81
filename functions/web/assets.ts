/** Styles, scripts and the icon, from this function's own folder. Names carry a hash of the content, so a browser asks once. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const NAME = /^[a-z0-9-]+\.(css|js|svg)$/;
const read = new Map<string, Buffer>();

export const asset = async (c: Context): Promise<Response> => {
  const name = c.req.param('name') ?? '';
  if (!NAME.test(name)) return c.text('Not found', 404);
  try {
    const content = read.get(name) ?? (await readFile(new URL(`./assets/${name}`, import.meta.url)));
    read.set(name, content);
    return c.body(new Uint8Array(content), 200, {
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  } catch {
    return c.text('Not found', 404);
  }
};
