/** Who may use whom. A room is a folder or a file directly below `src`; every room may use itself. */
export const rooms: Record<string, { uses: readonly string[]; is: string }> = {
  main: { uses: ['app', 'config', 'failure', 'platform'], is: 'starts and stops the service' },
  app: { uses: ['product', 'features', 'platform'], is: 'starts everything and wires it together' },
  product: { uses: ['features', 'platform'], is: 'what the product says and answers, from every feature' },
  config: { uses: ['config-variables', 'platform'], is: 'environment to configuration' },
  failure: { uses: ['platform'], is: 'what failed and what to do, in one sentence' },
  'config-variables': { uses: [], is: 'every environment variable' },
  features: { uses: ['platform'], is: 'what the product does' },
  platform: { uses: [], is: 'what every feature stands on' },
  simulator: { uses: [], is: 'a little Slack; knows nothing of the product' },
  demo: { uses: ['app', 'features', 'platform', 'simulator'], is: 'a company and a story to try the product with' },
  cli: {
    uses: ['app', 'config', 'config-variables', 'demo', 'failure', 'features', 'platform', 'product', 'simulator'],
    is: 'one file per command',
  },
};

/** What one room may take of another besides, and why. */
export const doors: Record<string, readonly string[]> = {
  // The simulator refuses what Slack refuses; two lists of limits would drift apart.
  simulator: ['src/platform/slack/block-kit-limits.ts'],
};

/** Lowest first, inside a room: each may use those before it. */
export const floors: Record<string, readonly string[]> = {
  platform: ['time', 'logging', 'csv', 'web', 'storage', 'pictures', 'slack', 'jobs'],
  simulator: ['clock', 'workspace', 'wire', 'person', 'control', 'page'],
};

export function roomOf(path: string): string {
  return /^src\/([^/]+?)(?:\.ts$|\/)/.exec(path)?.[1] ?? '';
}

export function floorOf(path: string): string {
  return /^src\/[^/]+\/([^/]+?)(?:\.ts$|\/)/.exec(path)?.[1] ?? '';
}
