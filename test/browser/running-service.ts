/**
 * The whole service as `npm start` starts it, on a free port with a data folder of its own that goes when it stops. Called by the
 * tests' set-up and by `take-screenshots.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, says } from '../local/processes.ts';

export type RunningService = { readonly url: string; readonly stop: () => Promise<void> };

export const startService = async (env: NodeJS.ProcessEnv): Promise<RunningService> => {
  const folder = mkdtempSync(join(tmpdir(), 'ownway-browser-'));
  // Under npm a start leaves with whoever started it, so a test run that is killed leaves nothing behind.
  const own = { PORT: '0', DATA_DIR: join(folder, 'data'), DAYS_AHEAD: '', npm_lifecycle_event: 'browser' };
  const running = run('bin/start.ts', [], { ...own, ...env });
  const stop = async () => {
    running.child.kill('SIGTERM');
    await running.ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const health = await says(running, /http:\/\/127\.0\.0\.1:\d+\/health/);
    await says(running, /Stop with Ctrl-C/);
    return { url: health.replace('/health', ''), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
};
