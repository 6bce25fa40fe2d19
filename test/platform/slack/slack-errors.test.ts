import { expect, test } from 'vitest';
import { meaningOf } from '../../../src/platform/slack/slack-errors.ts';

test.each([
  ['not_in_channel', 'refused', 'Invite the app to the channel: /invite @Throughline.'],
  [
    'missing_scope (needed: im:history)',
    'blocked',
    'Compare the scopes of the app with the manifest, add what is missing and install it again.',
  ],
  [
    'token_revoked',
    'blocked',
    'Install the app again in the workspace and give Throughline the new bot token (SLACK_BOT_TOKEN). Where that is right, SLACK_APP_TOKEN is not: `npm run cli -- doctor` tells.',
  ],
  ['an_error_of_tomorrow', 'refused', 'Look up "an_error_of_tomorrow" in the reference of the Slack method.'],
  ['constructor', 'refused', 'Look up "constructor" in the reference of the Slack method.'],
])('%s is %s: what an administrator can do', (error, verdict, remedy) => {
  expect(meaningOf(error)).toEqual({ verdict, remedy });
});
