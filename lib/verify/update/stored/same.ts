import { isData } from '../../manifest';

/** Whether two values hold the same: lists in their order, fields in any. A field that is undefined is not there. */
export function isSame(a: unknown, b: unknown): boolean {
  const pending: [unknown, unknown][] = [[a, b]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [left, right] = pair;
    if (left === right) continue;
    if (Array.isArray(left) && Array.isArray(right)) {
      if (left.length !== right.length) return false;
      for (const [index, item] of left.entries()) pending.push([item, right[index]]);
    } else if (isData(left) && isData(right)) {
      for (const key of Object.keys(left)) pending.push([left[key], right[key]]);
      for (const key of Object.keys(right)) {
        if (right[key] !== undefined && left[key] === undefined) return false;
      }
    } else return false;
  }
  return true;
}
