/**
 * The whole service as `npm start` starts it, with a data folder of its own that goes when it stops. Called by the set-up of journeys
 * and browser tests, and by the screenshots.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { endOwnway, startOwnway } from './own-way.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly serviceUrl: string;
  }
}

export type RunningService = { readonly url: string; readonly stop: () => Promise<void> };

export const startService = async (env: Record<string, string>): Promise<RunningService> => {
  const folder = mkdtempSync(join(tmpdir(), 'ownway-service-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    // Under npm a start leaves with whoever started it, so a test run that is killed leaves nothing behind.
    const own = { PORT: '0', DATA_DIR: join(folder, 'data'), DAYS_AHEAD: '', npm_lifecycle_event: 'test' };
    const running = await startOwnway({ ...own, ...env });
    const stop = async () => {
      await endOwnway(running, 'SIGTERM');
      remove();
    };
    return { url: running.url, stop };
  } catch (cause) {
    remove();
    throw cause;
  }
};

/** For vitest: an empty service for all files of a project. */
export const provideService = async (project: TestProject): Promise<() => Promise<void>> => {
  const service = await startService({ SEED: 'none' });
  project.provide('serviceUrl', service.url);
  return service.stop;
};
