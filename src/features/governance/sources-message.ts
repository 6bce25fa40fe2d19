import { context, header, section } from '../../platform/slack/block-kit.ts';
import type { Message } from '../../platform/slack/message.ts';
import { cut, escapeMrkdwn } from '../../platform/slack/mrkdwn.ts';
import { slackTime } from '../../platform/slack/slack-time.ts';
import type { Source } from './source.ts';

/** A message takes fifty blocks. */
const MOST_SHOWN = 40;

/** For administrators: the systems that send to us. */
export function sourcesMessage(sources: Source[]): Message {
  const inForce = sources.filter(({ revokedAt }) => revokedAt === null).length;
  const more = sources.length - MOST_SHOWN;
  return {
    text: `Sources: ${inForce} in force`,
    blocks: [
      header('Sources'),
      ...(sources.length === 0 ? [section('No system sends to Throughline yet.')] : []),
      ...sources.slice(0, MOST_SHOWN).map((source) => section(readable(source))),
      ...(more > 0 ? [section(`…and ${more} more: \`npm run cli -- sources list\`.`)] : []),
      context(
        'On the command line, where a token is shown once: `npm run cli -- sources add KEY --name "Its name" --may observations`, `sources rotate KEY`, `sources revoke KEY`. What comes in files: `npm run cli -- import observations FILE --source KEY`, and `import voice` for the answers of customers to a survey.',
      ),
    ],
  };
}

function readable(source: Source): string {
  const { key, name, maySend, revokedAt } = source;
  const sends = maySend.map((permission) => permission.replaceAll('_', ' ')).join(', ') || 'nothing';
  const state = revokedAt ? `*revoked* ${slackTime(revokedAt)}` : readableToken(source);
  return `*${cut(escapeMrkdwn(name), 120)}* (\`${key}\`): sends ${sends}\n${state}`;
}

function readableToken({ tokenFrom, lastUsedAt }: Source): string {
  if (!tokenFrom) return 'No token: it sends in files only.';
  return `Token since ${slackTime(tokenFrom)}, ${lastUsedAt ? `used last ${slackTime(lastUsedAt)}` : 'not used yet'}.`;
}
