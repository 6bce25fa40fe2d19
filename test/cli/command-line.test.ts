import { describe, expect, it } from 'vitest';
import { run } from './run-command-line.ts';

describe('help', () => {
  it('lists the commands', async () => {
    const { code, said } = await run(['--help']);
    expect(code).toBe(0);
    expect(said).toMatch(/apply .*put a workspace file in force/);
    expect(said).toMatch(/doctor .*check everything/);
  });

  it.each(['apply', 'doctor'])('of %s shows how it is really used', async (command) => {
    const { code, said } = await run([command, '--help']);
    expect(code).toBe(0);
    expect(said).toContain(`npm run cli -- ${command}`);
    expect(said).toContain('--json');
  });
});

describe('wrong usage ends with 2 and says what is wrong', () => {
  it.each([
    [['aply'], "error: unknown command 'aply'\n(Did you mean apply?)"],
    [['apply'], "error: missing required argument 'FILE'"],
    [['apply', 'a.yaml', '--dry'], "error: unknown option '--dry'"],
    [['doctor', 'now'], 'error: too many arguments'],
  ])('%j', async (args, complaint) => {
    const { code, said, complained } = await run(args);
    expect(code).toBe(2);
    expect(said).toBe('');
    expect(complained).toContain(complaint);
  });

  it('and so does no command at all, with the list of commands', async () => {
    const { code, complained } = await run([]);
    expect(code).toBe(2);
    expect(complained).toContain('put a workspace file in force');
  });
});
