/** Every environment variable we read, once: the reader, `.env.example` and the README are checked against this table. */
export interface ConfigVariable {
  name: string;
  meaning: string;
  example: string;
  /** Never printed, not even in an error about it. */
  isSecret?: true;
  default?: string;
}

export const configVariables = [
  {
    name: 'SLACK_BOT_TOKEN',
    meaning: 'Bot token of the installed app (OAuth & Permissions in the app settings).',
    example: 'xoxb-...',
    isSecret: true,
  },
  {
    name: 'SLACK_APP_TOKEN',
    meaning: 'Socket Mode, no public address needed: app-level token with the scope connections:write.',
    example: 'xapp-...',
    isSecret: true,
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    meaning: 'HTTP instead of Socket Mode: signing secret (Basic Information in the app settings).',
    example: '',
    isSecret: true,
  },
  {
    name: 'SLACK_API_URL',
    meaning: 'Another Slack-compatible API, for tests; Slack itself unless set. https, or http on this machine.',
    example: 'http://127.0.0.1:4000/api/',
    default: 'https://slack.com/api/',
  },
  {
    name: 'MESSAGES_PER_SECOND',
    meaning:
      'How fast people are written to, all copies together: prompts of one minute are spread so far, no further.',
    example: '5',
    default: '5',
  },
  {
    name: 'PORT',
    meaning: 'Serves health and metrics, and Slack itself over HTTP.',
    example: '3000',
    default: '3000',
  },
  {
    name: 'PUBLIC_URL',
    meaning:
      'Where clients reach this service with a browser, for the links of forms. Without it only this machine does.',
    example: 'https://voice.example.com',
  },
  {
    name: 'LINK_SECRET',
    meaning: 'Signs the links of forms. Without it a key kept in the database does; changed, old links are dead.',
    example: '',
    isSecret: true,
  },
  {
    name: 'DATABASE_URL',
    meaning: 'A PostgreSQL server. Without it an embedded one keeps its files in DATA_DIR.',
    example: 'postgresql://throughline:secret@localhost:5432/throughline',
    isSecret: true,
  },
  {
    name: 'DATA_DIR',
    meaning: 'Where the embedded database lives. Back it up.',
    example: './data',
    default: './data',
  },
  {
    name: 'LOG_LEVEL',
    meaning: 'fatal, error, warn, info, debug, trace or silent. trace prints what people typed.',
    example: 'info',
    default: 'info',
  },
] as const satisfies readonly ConfigVariable[];
