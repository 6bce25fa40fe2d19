import { z } from 'zod';
import { anyBlock } from './block-kit/any-block.ts';
import { attachments, messageMetadata } from './block-kit/attachments-and-metadata.ts';
import { plainText } from './block-kit/composition-objects.ts';
import { BLOCK_TEXT_LIMIT, findAcrossBlocks } from './block-kit/rules-across-blocks.ts';
import { type Finding, inSlackWords } from './block-kit/slack-wording.ts';
import { textLengthOf } from './block-kit/text-length.ts';

/** One thing Slack would refuse. The pointer is a JSON pointer as in Slack's answers: `/view/title/text`, `/blocks/0`. */
export interface LimitViolation {
  pointer: string;
  message: string;
}

// chat.postMessage cuts a text above 40,000 characters, chat.update refuses one above 4,000. Every message of ours may
// be updated later, so the smaller number holds for both.
const MESSAGE_TEXT_LIMIT = 4000;
const VIEW_BYTE_LIMIT = 250_000;

const messageShape = z.strictObject({
  text: z.string().max(MESSAGE_TEXT_LIMIT).optional(),
  blocks: z.array(anyBlock).max(50).optional(),
  attachments: attachments.optional(),
  metadata: messageMetadata.optional(),
});

const anyView = {
  blocks: z.array(anyBlock).max(100),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

const viewShape = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    ...anyView,
  }),
  z.strictObject({ type: z.literal('home'), ...anyView }),
]);

/** Everything Slack would refuse about a message, or cut without a word. Empty: it may be sent. */
export function checkMessage(message: {
  text?: string;
  blocks?: unknown;
  attachments?: unknown;
  metadata?: unknown;
}): LimitViolation[] {
  const sent = asSent(message);
  const findings = findIn(messageShape, sent);
  const { text, blocks, attachments: secondary } = fieldsOf(sent);
  if (!text && !hasItems(blocks) && !hasItems(secondary)) findings.push({ path: ['text'], message: 'no_text' });
  findings.push(...findAcrossBlocks(blocks, 'message', ['blocks']));
  if (textLengthOf(blocks) > BLOCK_TEXT_LIMIT) {
    const message = `msg_blocks_too_long: the text of all blocks must be less than ${BLOCK_TEXT_LIMIT + 1} characters`;
    findings.push({ path: ['blocks'], message });
  }
  for (const [index, attachment] of (Array.isArray(secondary) ? secondary : []).entries()) {
    findings.push(...findAcrossBlocks(fieldsOf(attachment)['blocks'], 'message', ['attachments', index, 'blocks']));
  }
  return findings.map((finding) => violation('', finding));
}

/** The same for a modal or a Home tab. */
export function checkView(view: unknown): LimitViolation[] {
  const sent = asSent(view);
  const findings = findIn(viewShape, sent);
  const { type, blocks, submit } = fieldsOf(sent);
  if (type === 'modal' || type === 'home') findings.push(...findAcrossBlocks(blocks, type, ['blocks']));
  if (type === 'modal' && submit === undefined && hasInput(blocks)) {
    findings.push({ path: [], message: 'missing required field: submit' });
  }
  if (Buffer.byteLength(JSON.stringify(sent) ?? '') > VIEW_BYTE_LIMIT) {
    findings.push({ path: [], message: 'view_too_large: must be less than 250 KB' });
  }
  return findings.map((finding) => violation('/view', finding));
}

/** What reaches Slack is JSON: undefined fields are gone by then. */
function asSent(payload: unknown): unknown {
  const json = JSON.stringify(payload);
  return json === undefined ? undefined : JSON.parse(json);
}

function findIn(shape: z.ZodType, payload: unknown): Finding[] {
  const parsed = shape.safeParse(payload);
  return parsed.success ? [] : inSlackWords(parsed.error.issues, payload);
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function hasItems(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

function hasInput(blocks: unknown): boolean {
  return Array.isArray(blocks) && blocks.some((block) => fieldsOf(block)['type'] === 'input');
}

function violation(root: string, { path, message }: Finding): LimitViolation {
  const steps = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return { pointer: `${root}${steps.join('')}`, message };
}
