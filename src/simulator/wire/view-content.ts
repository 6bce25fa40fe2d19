import { checkView } from '../../platform/slack/block-kit-limits.ts';
import type { JsonObject } from '../workspace/json.ts';
import type { View, ViewRefusal } from '../workspace/views.ts';
import { ApiError, explained, refuseViolations } from './api-error.ts';

const mostBytes = 250_000;

/** Refuses a view Slack would refuse, or one of the wrong kind for where it is to go. */
export function requireGoodView(view: JsonObject, kinds: View['kind'][]): JsonObject {
  if (Buffer.byteLength(JSON.stringify(view)) > mostBytes) throw new ApiError('view_too_large');
  refuseViolations('invalid_arguments', checkView(view));
  if (!kinds.some((kind) => kind === view['type'])) {
    throw explained('invalid_arguments', [
      `[ERROR] unsupported type: ${String(view['type'])} [json-pointer:/view/type]`,
    ]);
  }
  return view;
}

/** The view, or Slack's error for why there is none. */
export function acceptedView(result: View | ViewRefusal): View {
  if (typeof result === 'string') throw new ApiError(result);
  return result;
}
