/**
 * The usual call of `buildWebAssets`: makes sure the generated module of the page kit is there and current. It is vitest's
 * global set-up (its default export takes no notice of vitest), and the CDK app calls it before it bundles the web function.
 */
import path from 'node:path';
import { buildWebAssets } from './build-web-assets.ts';

const CACHE = path.resolve(import.meta.dirname, '../../../.cache/web-assets');

export const ASSETS_DIR = path.join(CACHE, 'assets');

/** Answers the folder of static files and their names. Quick when nothing changed. */
export default async function ensureWebAssets() {
  const { manifest } = await buildWebAssets({ outDir: ASSETS_DIR, cacheDir: CACHE });
  return { assetsDir: ASSETS_DIR, manifest };
}
