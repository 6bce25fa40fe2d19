import { runCommandLine } from '../../src/cli/command-line.ts';

interface Ended {
  code: number;
  said: string;
  complained: string;
}

/** Runs a command in this process, as somebody who typed it would see it. */
export async function run(
  args: string[],
  env: Record<string, string> = {},
  wait: () => Promise<void> = async () => {},
): Promise<Ended> {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runCommandLine(args, {
    env,
    clock: { now: () => new Date('2026-03-02T09:00:00Z') },
    say: (line) => said.push(line),
    wait,
    complain: (line) => complained.push(line),
  });
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}
