/** Once before the journeys: the whole service on a free port with an empty table. Called by vitest. */
import type { TestProject } from 'vitest/node';
import { startService } from '../browser/running-service.ts';

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const service = await startService({ SEED: 'none' });
  project.provide('serviceUrl', service.url);
  return service.stop;
};
