import { expect, test } from 'vitest';
import { run } from './run-command-line.ts';

test('the demo, where anybody may be anybody, does not start in production', async () => {
  const { code, complained } = await run(['demo', '--exit'], { NODE_ENV: 'production' });
  expect(code).toBe(1);
  expect(complained).toContain('does not start where NODE_ENV is production');
});
