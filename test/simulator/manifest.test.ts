import { expect, test } from 'vitest';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { manifestOf, startLittleSlack } from './start-little-slack.ts';

test.each([
  ['no name', { display_information: {} }],
  ['a name over 35 characters', { display_information: { name: 'x'.repeat(36) } }],
  ['a command without its slash', withFeatures({ slash_commands: [{ command: 'send', description: 'Send' }] })],
  ['a shortcut name over 24 characters', withFeatures({ shortcuts: [shortcut('x'.repeat(25))] })],
  ['eleven shortcuts', withFeatures({ shortcuts: Array.from({ length: 11 }, () => shortcut('x')) })],
])('%s is refused before anything starts', async (_what, manifest) => {
  await expect(startSimulator({ manifest })).rejects.toThrow();
});

test('commands need their scope', async () => {
  await expect(startSimulator({ manifest: manifestOf({ scopes: ['chat:write'] }) })).rejects.toThrow('"commands"');
});

test('the same seed gives the same ids and tokens, another seed others', async () => {
  const [first, same, other] = [
    await startLittleSlack({ seed: 'one' }),
    await startLittleSlack({ seed: 'one' }),
    await startLittleSlack({ seed: 'two' }),
  ];
  const secrets = ({ simulator: { botToken, appToken, signingSecret, teamId, as } }: typeof first) => [
    botToken,
    appToken,
    signingSecret,
    teamId,
    as('ana').id,
  ];
  expect(secrets(same)).toEqual(secrets(first));
  for (const [index, secret] of secrets(other).entries()) expect(secret).not.toBe(secrets(first)[index]);
});

function withFeatures(features: object) {
  const manifest = manifestOf({});
  return { ...manifest, features: { ...manifest.features, ...features } };
}

function shortcut(name: string) {
  return { name, type: 'global', callback_id: 'c', description: 'd' };
}
