import { checkView } from '../../platform/slack/block-kit-limits.ts';
import { asList, asObject, asText, type Json, type JsonObject } from '../workspace/json.ts';
import type { View, ViewRefusal } from '../workspace/views.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { ApiError, explained, refuseViolations } from './api-error.ts';
import { requireScope } from './api-method.ts';

const mostBytes = 250_000;

/** Refuses a view Slack would refuse, or one of the wrong kind for where it is to go. */
export function requireGoodView(slack: Workspace, view: JsonObject, kinds: View['kind'][]): JsonObject {
  if (Buffer.byteLength(JSON.stringify(view)) > mostBytes) throw new ApiError('view_too_large');
  refuseViolations('invalid_arguments', checkView(view));
  if (!kinds.some((kind) => kind === view['type'])) {
    throw explained('invalid_arguments', [
      `[ERROR] unsupported type: ${String(view['type'])} [json-pointer:/view/type]`,
    ]);
  }
  const takesFiles = asList(view['blocks']).some((block) => typeOfElement(block) === 'file_input');
  if (takesFiles) requireScope(slack, 'files:read');
  return view;
}

function typeOfElement(block: Json): string {
  return asText(asObject(asObject(block)['element'])['type']);
}

/** The view, or Slack's error for why there is none. */
export function acceptedView(result: View | ViewRefusal): View {
  if (typeof result === 'string') throw new ApiError(result);
  return result;
}
