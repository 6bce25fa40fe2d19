import { checkMessage, type LimitViolation } from '../../platform/slack/block-kit-limits.ts';
import { keepAttachment, keepBlocks } from '../workspace/block-elements.ts';
import type { Ids } from '../workspace/ids.ts';
import { asText, isJsonList, type Json, type JsonObject } from '../workspace/json.ts';
import type { ApiArguments } from './api-arguments.ts';
import { ApiError, refuseViolations } from './api-error.ts';

/** What an app may say in one message. An absent field was not sent; an empty list was. */
export interface MessageContent {
  text?: string;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: JsonObject;
}

/** Errors Slack has a name of its own for; every other broken limit is `invalid_blocks`. */
const namedErrors = ['msg_blocks_too_long', 'only_one_table_allowed'];
/** Slack names no number; the smaller of those people have met. */
const mostMetadataCharacters = 8000;
const mostAttachments = 100;

/** Reads and checks it as Slack does before anything happens. Blocks come back as Slack would keep them. */
export function readMessageContent(args: ApiArguments, ids: Ids): MessageContent {
  const markdown = args.text('markdown_text');
  if (markdown !== undefined) {
    if (args.has('text') || args.has('blocks')) throw new ApiError('markdown_text_conflict');
    if (markdown.length > 12_000) throw new ApiError('msg_too_long');
    return { text: markdown };
  }
  const content: MessageContent = {};
  const text = args.text('text');
  const blocks = args.json('blocks', 'invalid_blocks_format');
  const attachments = args.json('attachments', 'invalid_attachments');
  if (text !== undefined) content.text = text;
  if (blocks !== undefined && !isJsonList(blocks)) throw new ApiError('invalid_blocks_format');
  if (attachments !== undefined && !isJsonList(attachments)) throw new ApiError('invalid_attachments');
  if (attachments && attachments.length > mostAttachments) throw new ApiError('too_many_attachments');
  const metadata = args.has('metadata') ? readMetadata(args) : undefined;
  refuseBadBlocks(checkMessage({ text: 'said elsewhere', blocks: blocks ?? [], attachments: attachments ?? [] }));
  if (blocks) content.blocks = keepBlocks(blocks, ids);
  if (attachments) content.attachments = attachments.map((attachment) => keepAttachment(attachment, ids));
  if (metadata) content.metadata = metadata;
  return content;
}

/** A message must say something. */
export function requireContent(content: MessageContent): void {
  if (!content.text && !content.blocks?.length && !content.attachments?.length) throw new ApiError('no_text');
}

function refuseBadBlocks(violations: LimitViolation[]): void {
  const named = namedErrors.find((name) => violations.some(({ message }) => message.startsWith(name)));
  refuseViolations(named ?? 'invalid_blocks', violations);
}

/** An empty object is allowed: it clears the metadata of an updated message. */
function readMetadata(args: ApiArguments): JsonObject {
  const metadata = args.jsonObject('metadata', 'invalid_metadata_format') ?? {};
  if (Object.keys(metadata).length === 0) return metadata;
  if (JSON.stringify(metadata).length > mostMetadataCharacters) throw new ApiError('metadata_too_large');
  if (asText(metadata['event_type']) === '') throw new ApiError('invalid_metadata_format');
  const violations = checkMessage({ text: 'said elsewhere', metadata });
  refuseViolations('invalid_metadata_format', violations);
  return { event_type: metadata['event_type'] ?? '', event_payload: metadata['event_payload'] ?? {} };
}
