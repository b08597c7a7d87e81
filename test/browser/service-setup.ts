/** Once before the browser tests: Chromium must be there, and the service must be up with an empty table. Called by vitest. */
import type { TestProject } from 'vitest/node';
import { chromiumMissing } from './chromium.ts';
import { startService } from './running-service.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly serviceUrl: string;
  }
}

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const missing = chromiumMissing();
  if (missing) {
    console.error(`\n${missing}\n`);
    process.exit(1);
  }
  const service = await startService({ SEED: 'none' });
  project.provide('serviceUrl', service.url);
  return service.stop;
};
