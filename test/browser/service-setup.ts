/** Once before the browser tests: Chromium must be there, and the service must be up with an empty table. Called by vitest. */
import type { TestProject } from 'vitest/node';
import { provideService } from '../support/running-service.ts';
import { chromiumMissing } from './chromium.ts';

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const missing = chromiumMissing();
  if (missing) {
    console.error(`\n${missing}\n`);
    process.exit(1);
  }
  return provideService(project);
};
