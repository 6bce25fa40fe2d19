import { isJsonObject, type Json, type JsonObject } from '../workspace/json.ts';

const secretNames = /^(?:token|.*_token|secret|client_secret|authorization)$/i;
const secrets = /xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=[?&]ticket=)\w+|(?<=\/actions\/\w+\/)\d+\/\w+/g;
const mask = '•••';

/** The same without tokens, tickets and the secret part of a response_url. */
export function masked(value: Json): Json {
  if (typeof value === 'string') return value.replace(secrets, mask);
  if (Array.isArray(value)) return value.map(masked);
  if (!isJsonObject(value)) return value;
  const kept: JsonObject = {};
  for (const [name, inner] of Object.entries(value)) {
    kept[name] = secretNames.test(name) && typeof inner === 'string' ? mask : masked(inner);
  }
  return kept;
}
