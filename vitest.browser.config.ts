import { defineConfig } from 'vitest/config';

/**
 * The browser tier: one running service and one Chromium for all files, so they take turns. Not part of `npm test`: it needs Chromium.
 */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['./test/support/web-assets-setup.ts', './test/browser/service-setup.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
