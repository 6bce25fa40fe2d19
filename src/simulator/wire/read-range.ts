import type { ApiArguments } from './api-arguments.ts';

/** Whether a ts lies between `oldest` and `latest`, which leave their own instant out unless `inclusive`. */
export function readRange(args: ApiArguments): (ts: string) => boolean {
  const oldest = Number(args.text('oldest') ?? 0);
  const latest = Number(args.text('latest') ?? Number.POSITIVE_INFINITY);
  const inclusive = args.flag('inclusive');
  return (ts) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  };
}
