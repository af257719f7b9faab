/** What a list of indexes of a Job, such as `1,3-5,7`, is found to hold. */
export type IndexIntervals = { readonly count: number } | { readonly complaint: string };

const INTEGER = /^[+-]?[0-9]+$/;

/** Reads a list of indexes of a Job with so many completions: single ones and ranges, in growing order. */
export function readIndexIntervals(text: string, completions: number): IndexIntervals {
  if (text === '') return { count: 0 };
  let count = 0;
  let last: number | undefined;
  for (const interval of text.split(',')) {
    const limits = interval.split('-');
    if (limits.length > 2) return { complaint: `must hold ranges of two numbers, not '${interval}'` };
    for (const limit of limits) {
      if (!INTEGER.test(limit)) return { complaint: `must hold whole numbers, not '${limit}'` };
      if (Number(limit) >= completions) {
        return { complaint: `must be below the ${completions} completions, and holds ${limit}` };
      }
    }
    const from = Number(limits[0]);
    const to = Number(limits.at(-1));
    if ((limits.length === 2 && from >= to) || (last !== undefined && last >= from)) {
      return { complaint: `must be in growing order, and '${interval}' is not` };
    }
    count += to - from + 1;
    last = to;
  }
  return { count };
}
