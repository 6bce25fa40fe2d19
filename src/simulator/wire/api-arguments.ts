import { isJsonObject, type Json, type JsonObject, parseJson } from '../workspace/json.ts';
import { ApiError, explained, missingField } from './api-error.ts';

/** The arguments of one call, whichever way they came: query, form (everything is text) or JSON. */
export class ApiArguments {
  readonly all: JsonObject;

  constructor(all: JsonObject) {
    this.all = all;
  }

  /** Only those of these names. */
  only(...names: string[]): ApiArguments {
    return new ApiArguments(Object.fromEntries(Object.entries(this.all).filter(([name]) => names.includes(name))));
  }

  has(name: string): boolean {
    return this.all[name] !== undefined && this.all[name] !== null && this.all[name] !== '';
  }

  text(name: string): string | undefined {
    const value = this.all[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string') return value;
    if (typeof value === 'object') throw explained('invalid_arguments', [`[ERROR] must be a string: ${name}`]);
    return String(value);
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw missingField(name);
    return value;
  }

  flag(name: string): boolean {
    const value = this.all[name];
    return value === true || value === 1 || value === 'true' || value === '1';
  }

  /** Comma-separated, as Slack takes lists of ids and types; a JSON body may carry a real list. */
  list(name: string): string[] {
    const value = this.all[name];
    const parts = Array.isArray(value) ? value.map(String) : (this.text(name) ?? '').split(',');
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }

  /** Page size, with Slack's default and most; beyond is `invalid_limit`. */
  limit(usual: number, most: number): number {
    const given = this.text('limit');
    if (given === undefined) return usual;
    const limit = Number(given);
    if (!Number.isInteger(limit) || limit < 1 || limit > most) throw new ApiError('invalid_limit');
    return limit;
  }

  /** An argument that is itself JSON: text of JSON in a form, the value or its text in a JSON body. */
  json(name: string, whenBroken: string): Json | undefined {
    if (!this.has(name)) return undefined;
    const value = this.all[name];
    if (typeof value !== 'string') return value;
    const parsed = parseJson(value);
    if (parsed === undefined) throw new ApiError(whenBroken);
    return parsed;
  }

  jsonObject(name: string, whenBroken: string): JsonObject | undefined {
    const value = this.json(name, whenBroken);
    if (value !== undefined && !isJsonObject(value)) throw new ApiError(whenBroken);
    return value;
  }
}
