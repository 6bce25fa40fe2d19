import { z } from 'zod';

const manifestSchema = z.looseObject({
  display_information: z.looseObject({ name: z.string().min(1).max(35) }),
  features: z
    .looseObject({
      bot_user: z.looseObject({ display_name: z.string().min(1).max(80) }).optional(),
      app_home: z
        .looseObject({
          home_tab_enabled: z.boolean().optional(),
          messages_tab_enabled: z.boolean().optional(),
          messages_tab_read_only_enabled: z.boolean().optional(),
        })
        .optional(),
      slash_commands: z
        .array(
          z.looseObject({
            command: z.string().regex(/^\/\S{1,31}$/),
            description: z.string().min(1).max(2000),
            usage_hint: z.string().max(1000).optional(),
            should_escape: z.boolean().optional(),
          }),
        )
        .max(50)
        .optional(),
      shortcuts: z
        .array(
          z.looseObject({
            name: z.string().min(1).max(24),
            type: z.enum(['message', 'global']),
            callback_id: z.string().min(1).max(255),
            description: z.string().max(150),
          }),
        )
        .max(10)
        .optional(),
    })
    .optional(),
  oauth_config: z
    .looseObject({
      scopes: z
        .looseObject({
          bot: z.array(z.string()).max(255).optional(),
          user: z.array(z.string()).max(255).optional(),
        })
        .optional(),
      redirect_urls: z.array(z.string()).max(1000).optional(),
    })
    .optional(),
  settings: z
    .looseObject({
      event_subscriptions: z.looseObject({ bot_events: z.array(z.string()).max(100).optional() }).optional(),
      interactivity: z
        .looseObject({ is_enabled: z.boolean(), message_menu_options_url: z.string().optional() })
        .optional(),
      socket_mode_enabled: z.boolean().optional(),
      token_rotation_enabled: z.boolean().optional(),
    })
    .optional(),
});

interface SlashCommand {
  command: string;
  description: string;
  usageHint: string;
  /** Slack turns @name and #channel into ids before the app sees the text. */
  escapes: boolean;
}

interface Shortcut {
  name: string;
  kind: 'message' | 'global';
  callbackId: string;
}

/** What Slack learns about the app from its manifest. */
export interface AppManifest {
  name: string;
  botName: string;
  scopes: string[];
  userScopes: string[];
  redirectUrls: string[];
  /** Tokens live twelve hours and are renewed with a refresh token. */
  rotatesTokens: boolean;
  commands: SlashCommand[];
  shortcuts: Shortcut[];
  botEvents: string[];
  interactive: boolean;
  homeTab: boolean;
  messagesTab: boolean;
  /** People cannot write in the app's Messages tab. */
  messagesTabReadOnly: boolean;
  socketMode: boolean;
}

/** Refuses a manifest Slack would refuse; what it leaves unsaid is off, the stricter of the readings. */
export function readAppManifest(manifest: unknown): AppManifest {
  const { display_information, features, oauth_config, settings } = manifestSchema.parse(manifest);
  const scopes = oauth_config?.scopes?.bot ?? [];
  const commands = features?.slash_commands ?? [];
  const shortcuts = features?.shortcuts ?? [];
  if (commands.length + shortcuts.length > 0 && !scopes.includes('commands')) {
    throw new Error('The manifest has slash commands or shortcuts but not the bot scope "commands"');
  }
  return {
    name: display_information.name,
    botName: features?.bot_user?.display_name ?? display_information.name,
    scopes,
    userScopes: oauth_config?.scopes?.user ?? [],
    redirectUrls: oauth_config?.redirect_urls ?? [],
    rotatesTokens: settings?.token_rotation_enabled ?? false,
    commands: commands.map(({ command, description, usage_hint = '', should_escape = false }) => ({
      command,
      description,
      usageHint: usage_hint,
      escapes: should_escape,
    })),
    shortcuts: shortcuts.map(({ name, type, callback_id }) => ({ name, kind: type, callbackId: callback_id })),
    botEvents: settings?.event_subscriptions?.bot_events ?? [],
    interactive: settings?.interactivity?.is_enabled ?? false,
    homeTab: features?.app_home?.home_tab_enabled ?? false,
    messagesTab: features?.app_home?.messages_tab_enabled ?? false,
    messagesTabReadOnly: features?.app_home?.messages_tab_read_only_enabled ?? true,
    socketMode: settings?.socket_mode_enabled ?? false,
  };
}
