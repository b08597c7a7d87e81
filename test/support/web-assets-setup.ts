/** Runs once before all tests: the pages need the precompiled templates and the names of the style sheets. */
import ensureWebAssets from '../../lib/cdk/assets/ensure-web-assets.ts';

export default async (): Promise<void> => {
  await ensureWebAssets();
};
