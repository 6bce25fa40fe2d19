import type { LimitViolation } from '../../platform/slack/block-kit-limits.ts';
import type { JsonObject } from '../workspace/json.ts';

/** A refusal in Slack's form: HTTP 200 with `{"ok": false, "error": code}`. */
export class ApiError extends Error {
  readonly code: string;
  /** Further fields of the answer, e.g. `needed` and `provided`. */
  readonly details: JsonObject;

  constructor(code: string, details: JsonObject = {}) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }
}

export function missingField(name: string): ApiError {
  return explained('invalid_arguments', [`[ERROR] missing required field: ${name}`]);
}

export function explained(code: string, messages: string[]): ApiError {
  return new ApiError(code, { response_metadata: { messages } });
}

/** Throws when there are any: Slack lists every broken limit with a pointer to it. */
export function refuseViolations(code: string, violations: LimitViolation[]): void {
  if (violations.length === 0) return;
  throw explained(
    code,
    violations.map(({ pointer, message }) => `[ERROR] ${message} [json-pointer:${pointer}]`),
  );
}
