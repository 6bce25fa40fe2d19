import { defineConfig } from 'vitest/config';

// No test may depend on the host's zone. Kathmandu (+05:45, no daylight saving) is odd enough to expose one that does;
// TEST_TZ runs the suite elsewhere.
process.env['TZ'] = process.env['TEST_TZ'] ?? 'Asia/Kathmandu';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/postgres.ts', 'test/setup/browser.ts'],
    // Most tests wait for PostgreSQL or a process most of the time, so two share a core well.
    maxWorkers: '100%',
    // Generous, for busy machines: a limit here tells a hang from a wait, it does not measure speed.
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
