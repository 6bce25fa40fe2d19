import { type Config, ConfigError, readConfig } from '../../config.ts';
import { type Finding, ok, problem } from '../../features/workspaces/finding.ts';

const OLDEST = { major: 22, minor: 20 };

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const isOldEnough = major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
  if (isOldEnough) return ok('Node', version);
  return problem('Node', `${version} is too old; install Node 24 or at least ${OLDEST.major}.${OLDEST.minor}.`);
}

/** The configuration, where it can be read at all. */
export function checkConfiguration(env: Readonly<Record<string, string | undefined>>): {
  config: Config | undefined;
  findings: Finding[];
} {
  try {
    const config = readConfig(env);
    const { connection } = config.slack;
    const parts = [
      connection.mode === 'socket' ? 'Socket Mode' : 'HTTP',
      config.database.kind === 'server' ? 'PostgreSQL server' : `embedded database in ${config.database.directory}`,
    ];
    return { config, findings: [ok('Configuration', parts.join(', '))] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const findings = error.problems.map(({ name, found, expected }) =>
      problem('Configuration', `Set ${name}: ${expected}. Found ${found}.`),
    );
    return { config: undefined, findings };
  }
}
