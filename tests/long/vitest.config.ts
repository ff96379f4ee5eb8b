import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const MINUTE_MS = 60_000;

/** `npm run test:long`: what takes too long for every change, one file at a time. `npm run test:long -- reference` runs some of it. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    env: { TZ: 'America/St_Johns' },
    testTimeout: 120 * MINUTE_MS,
    setupFiles: ['tests/languages.ts'],
    hookTimeout: 10 * MINUTE_MS,
    projects: [
      {
        extends: true,
        test: { name: 'long', include: ['tests/long/core/**/*.test.ts'], fileParallelism: false, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { name: 'fuzz', include: ['tests/core/import/fuzz.test.ts'], env: { FUZZ: '20000' }, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'long built',
          include: ['tests/long/**/*.test.ts'],
          exclude: ['tests/long/core/**'],
          globalSetup: 'tests/built.ts',
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          expect: { poll: { timeout: MINUTE_MS } },
        },
      },
    ],
  },
});
