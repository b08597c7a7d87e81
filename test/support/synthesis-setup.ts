/**
 * Runs once before the tests that need a deployment: synthesises what they share, through the same cache as `npm start`, so a run on
 * unchanged sources makes nothing. `closed` is checked against CloudFormation's rules; `demo` is what `npm start` runs; `fixture` is the
 * local runner's small one.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { cachedSynthesis } from '../../lib/local/synth-cache.ts';

declare module 'vitest' {
  interface ProvidedContext {
    synthesis: { readonly closed: string; readonly demo: string; readonly fixture: string };
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIXTURE = join(ROOT, 'test/local/fixture');

/** The cache looks at the product's sources only. */
const fixtureHash = (): string => {
  const hash = createHash('sha256');
  for (const name of readdirSync(FIXTURE).sort()) hash.update(name).update(readFileSync(join(FIXTURE, name)));
  return hash.digest('hex');
};

const cached = async (settings: object, synthesise: (outDir: string) => Promise<unknown>): Promise<string> =>
  (await cachedSynthesis({ root: ROOT, settings, synthesise: async (outDir) => void (await synthesise(outDir)) })).folder;

/** CDK is loaded only if something has to be made. */
export default async (project: TestProject): Promise<void> => {
  const ownway = (signIn: 'closed' | 'demo', check: boolean) => async (outDir: string) =>
    (await import('../../bin/app.ts')).synthesiseOwnway({ outDir, signIn, check });
  // The settings of `demo` are those of `npm start`.
  const demo = await cached({ signIn: 'demo' }, ownway('demo', false));
  const closed = await cached({ signIn: 'closed', check: true }, ownway('closed', true));
  const fixture = await cached({ fixture: fixtureHash() }, async (outDir) =>
    (await import('../local/fixture/stack.ts')).fixtureTemplate(outDir),
  );
  project.provide('synthesis', { closed, demo, fixture });
};
