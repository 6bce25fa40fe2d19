import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { quiet } from './start-little-slack.ts';

/** A real Bolt app over Socket Mode, connected when this resolves. Cut off, it waits one ping timeout to come back. */
export async function startSocketModeApp(
  simulator: Simulator,
  register: (app: App) => void,
  clientPingTimeout = 5000,
): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: simulator.appToken,
    installerOptions: { clientOptions: { slackApiUrl: simulator.apiUrl } },
    clientPingTimeout,
    logger: quiet,
  });
  const app = await createApp(simulator, receiver, register);
  await app.start();
  onTestFinished(async () => {
    await app.stop();
  });
  return app;
}

/** A real Bolt app behind HTTP, to which the simulator now delivers; answers its request URL. */
export async function startHttpApp(
  simulator: Simulator,
  register: (app: App) => void,
  signingSecret = simulator.signingSecret,
): Promise<string> {
  const receiver = new HTTPReceiver({ signingSecret, logger: quiet });
  const app = await createApp(simulator, receiver, register);
  const server = await app.start({ host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    await app.stop();
  });
  const address = 'address' in server ? server.address() : null;
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}/slack/events`;
  simulator.deliverBySignedHttp({ url });
  return url;
}

async function createApp(
  simulator: Simulator,
  receiver: HTTPReceiver | SocketModeReceiver,
  register: (app: App) => void,
): Promise<App> {
  const app = new App({
    token: simulator.botToken,
    receiver,
    deferInitialization: true,
    logger: quiet,
    convoStore: false,
    clientOptions: { slackApiUrl: simulator.apiUrl },
  });
  await app.init();
  register(app);
  return app;
}
