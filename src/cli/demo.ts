import { Command, InvalidArgumentError } from 'commander';
import { runDemo } from '../demo/run-demo.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

interface DemoCommandOptions {
  exit?: true;
  dataDir?: string;
  port?: number;
}

export function defineDemo(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  return new Command('demo')
    .summary('play a quarter of an invented company, without a Slack account')
    .description(
      'Starts an embedded database, a built-in Slack with 25 invented people, and the service between them; plays ' +
        'thirteen weeks in fast time, shows what people see, and checks that everything happened as it must. A browser ' +
        'can watch. Then the company is yours to act in until Ctrl-C.',
    )
    .option('--exit', 'end when the story is told')
    .option('--data-dir <DIR>', 'keep the database in this new folder; without it nothing is left behind')
    .option('--port <N>', 'port of the built-in Slack on 127.0.0.1; without it any that is free', port)
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  npm run demo',
        '  npm run demo -- --exit',
        '',
        'Needs no configuration and reads none. Ends with 0 when everything held, else with 1.',
      ].join('\n'),
    )
    .action(async (options: DemoCommandOptions) => {
      // Whoever can reach the little Slack may act as anybody in it.
      if (surroundings.env['NODE_ENV'] === 'production') {
        throw new Error('The demo does not start where NODE_ENV is production: it is for trying Throughline out.');
      }
      const stopping = new AbortController();
      const stop = () => stopping.abort();
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      for (const signal of signals) process.on(signal, stop);
      try {
        const held = await runDemo({
          say: surroundings.say,
          realClock: surroundings.clock,
          colour: process.stdout.isTTY === true && !surroundings.env['NO_COLOR'],
          signal: stopping.signal,
          exit: options.exit === true,
          ...(options.dataDir !== undefined && { dataDir: options.dataDir }),
          ...(options.port !== undefined && { port: options.port }),
        });
        end(held ? 0 : 1);
      } finally {
        for (const signal of signals) process.off(signal, stop);
      }
    });
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535) throw new InvalidArgumentError('Expected a port, 0 to 65535.');
  return number;
}
