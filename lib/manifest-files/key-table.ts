import { resolvePlain } from './scalar';

const SIZE = 1024;
const LONGEST_KEY = 1000;
const KEY = /^[A-Za-z][\w./-]*$/;

/**
 * Keys that were read before. The same few stand in all manifests, and comparing with one of them is faster than to
 * cut it out of the text and to judge it anew.
 */
export class KeyTable {
  private readonly keys: (string | undefined)[] = new Array(SIZE).fill(undefined);

  /** The key between two offsets; undefined where it is more than a word, or means something else, as `yes` does. */
  find(text: string, start: number, end: number): string | undefined {
    const length = end - start;
    const middle = text.charCodeAt(start + (length >> 1));
    const place = (length * 7 + text.charCodeAt(start) * 31 + middle * 101 + text.charCodeAt(end - 1)) % SIZE;
    const known = this.keys[place];
    if (known !== undefined && known.length === length && text.startsWith(known, start)) return known;
    const key = text.slice(start, end);
    if (length > LONGEST_KEY || !KEY.test(key) || resolvePlain(key).type !== 'string') return undefined;
    this.keys[place] = key;
    return key;
  }
}
