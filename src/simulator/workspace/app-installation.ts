import type { AppManifest } from './app-manifest.ts';
import type { Ids } from './ids.ts';

/** The app as installed in this one workspace. */
export interface AppInstallation {
  manifest: AppManifest;
  appId: string;
  botId: string;
  botUserId: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  verificationToken: string;
  clientId: string;
  clientSecret: string;
  /** The bot scopes this team granted; those of the manifest until somebody installs it with others. */
  scopes: string[];
  /** Falls to false at uninstall or when the token is revoked; every call is then refused. */
  state: 'installed' | 'uninstalled' | 'token-revoked';
}

export function installApp(manifest: AppManifest, ids: Ids): AppInstallation {
  return {
    manifest,
    appId: ids.next('A'),
    botId: ids.next('B'),
    botUserId: ids.next('U'),
    botToken: `xoxb-${ids.nextDigits(12)}-${ids.nextDigits(13)}-${ids.nextHex(24)}`,
    appToken: `xapp-1-${ids.next('A')}-${ids.nextDigits(13)}-${ids.nextHex(64)}`,
    signingSecret: ids.nextHex(32),
    verificationToken: ids.nextHex(24),
    clientId: `${ids.nextDigits(12)}.${ids.nextDigits(13)}`,
    clientSecret: ids.nextHex(32),
    scopes: [...manifest.scopes],
    state: 'installed',
  };
}
