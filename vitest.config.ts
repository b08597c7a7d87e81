import { defineConfig } from 'vitest/config';

/**
 * Four tiers. `fast` is pure code and handlers without servers; `laws` tries what must always hold on ten thousand made-up cases each;
 * `emulators` starts parts of the local stack or synthesises the deployment; `journeys` talks to the whole service. The browser has a
 * configuration of its own, because it needs Chromium.
 */
const EMULATED = [
  'test/contracts/**/*.test.ts',
  'test/cdk/**/*.test.ts',
  'test/local/**/*.test.ts',
  'test/**/*.emulated.test.ts',
];
/** Whatever tries ten thousand cases; tables beside such a law come with it. */
const LAWS = [
  'test/**/*-laws.test.ts',
  'test/pathway/laws.test.ts',
  'test/domain/pool.test.ts',
  'test/domain/allocation-changes.test.ts',
];
const JOURNEYS = ['test/journeys/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['./test/support/web-assets-setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...EMULATED, ...JOURNEYS, ...LAWS, 'test/browser/**'],
          // Pure code keeps nothing between files, and loading it once a worker is half the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'laws', include: LAWS, testTimeout: 180_000 } },
      { extends: true, test: { name: 'emulators', include: EMULATED, globalSetup: ['./test/support/synthesis-setup.ts'] } },
      { extends: true, test: { name: 'journeys', include: JOURNEYS, globalSetup: ['./test/journeys/service-setup.ts'] } },
    ],
  },
});
