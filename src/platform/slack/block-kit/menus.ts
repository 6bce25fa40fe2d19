import { z } from 'zod';
import {
  action,
  confirmable,
  focusable,
  formattedOption,
  optionGroup,
  placeholdable,
  plainOption,
} from './composition-objects.ts';

const menu = { ...action, ...confirmable, ...focusable, ...placeholdable };
const multi = { max_selected_items: z.int().min(1).optional() };
const responseUrl = { response_url_enabled: z.boolean().optional() };
const ids = z.array(z.string().min(1));
const minQueryLength = z.int().min(0).optional();

const staticOptions = {
  options: z.array(plainOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};

interface Chooser {
  options?: unknown[] | undefined;
  option_groups?: { options: unknown[] }[] | undefined;
  initial_option?: unknown;
  initial_options?: unknown[] | undefined;
}

/** Slack compares whole options, so an initial option with another description is refused too. */
function checkOptions(chooser: Chooser, context: z.RefinementCtx): void {
  if ((chooser.options === undefined) === (chooser.option_groups === undefined)) {
    context.addIssue({ code: 'custom', message: 'must have either options or option_groups, not both' });
    return;
  }
  const offered = [...(chooser.options ?? []), ...(chooser.option_groups ?? []).flatMap((group) => group.options)];
  const known = new Set(offered.map((option) => JSON.stringify(option)));
  const message = 'must be one of the options, with the same text and description';
  if (chooser.initial_option !== undefined && !known.has(JSON.stringify(chooser.initial_option))) {
    context.addIssue({ code: 'custom', message, path: ['initial_option'] });
  }
  for (const [index, option] of (chooser.initial_options ?? []).entries()) {
    if (!known.has(JSON.stringify(option))) {
      context.addIssue({ code: 'custom', message, path: ['initial_options', index] });
    }
  }
}

const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((filter) => Object.keys(filter).length > 0, { error: 'must have at least one field' });

const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};

export const selectMenus = [
  z
    .strictObject({
      type: z.literal('static_select'),
      initial_option: plainOption.optional(),
      ...staticOptions,
      ...menu,
    })
    .superRefine(checkOptions),
  z.strictObject({
    type: z.literal('external_select'),
    initial_option: plainOption.optional(),
    min_query_length: minQueryLength,
    ...menu,
  }),
  z.strictObject({ type: z.literal('users_select'), initial_user: z.string().min(1).optional(), ...menu }),
  z.strictObject({
    type: z.literal('conversations_select'),
    initial_conversation: z.string().min(1).optional(),
    ...conversations,
    ...responseUrl,
    ...menu,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    initial_channel: z.string().min(1).optional(),
    ...responseUrl,
    ...menu,
  }),
] as const;

export const multiSelectMenus = [
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      initial_options: z.array(plainOption).min(1).max(100).optional(),
      ...staticOptions,
      ...multi,
      ...menu,
    })
    .superRefine(checkOptions),
  z.strictObject({
    type: z.literal('multi_external_select'),
    initial_options: z.array(plainOption).min(1).max(100).optional(),
    min_query_length: minQueryLength,
    ...multi,
    ...menu,
  }),
  z.strictObject({ type: z.literal('multi_users_select'), initial_users: ids.optional(), ...multi, ...menu }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    initial_conversations: ids.optional(),
    ...conversations,
    ...multi,
    ...menu,
  }),
  z.strictObject({ type: z.literal('multi_channels_select'), initial_channels: ids.optional(), ...multi, ...menu }),
] as const;

export const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    options: z.array(formattedOption).min(1).max(10),
    initial_options: z.array(formattedOption).min(1).max(10).optional(),
    ...action,
    ...confirmable,
    ...focusable,
  })
  .superRefine(checkOptions);

export const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    options: z.array(formattedOption).min(1).max(10),
    initial_option: formattedOption.optional(),
    ...action,
    ...confirmable,
    ...focusable,
  })
  .superRefine(checkOptions);
