import type { ApiArguments } from './api-arguments.ts';
import { ApiError } from './api-error.ts';

export interface ReadRange {
  oldest: number;
  latest: number;
  /** Whether a ts lies between the two, which leave their own instant out unless `inclusive`. */
  holds(ts: string): boolean;
}

export function readRange(args: ApiArguments): ReadRange {
  const oldest = readTs(args, 'oldest') ?? 0;
  const latest = readTs(args, 'latest') ?? Number.POSITIVE_INFINITY;
  const inclusive = args.flag('inclusive');
  return {
    oldest,
    latest,
    holds(ts) {
      const at = Number(ts);
      return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
    },
  };
}

function readTs(args: ApiArguments, name: 'oldest' | 'latest'): number | undefined {
  const text = args.text(name);
  if (text === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(text)) throw new ApiError(`invalid_ts_${name}`);
  return Number(text);
}
