import type { Field, Fields } from './release';

/**
 * Fields as text, the form of the bundle: `name:code`, a `!` where required, parted by spaces.
 *
 * Codes: `s` string, `b` boolean, `i` int32, `l` int64, `d` double, `y` bytes in base64, `t` time, `m` time with
 * microseconds, `q` quantity, `x` integer or string, `*` anything; `[]` before the code of an array's items, `{}`
 * before that of a map's values; anything else is the name of a type.
 */
export function fieldText(name: string, { code, required }: Field): string {
  return `${name}:${code}${required ? '!' : ''}`;
}

/** Reads what `fieldText` writes, fields parted by spaces. */
export function readFields(text: string): Fields {
  return new Map(
    text.split(' ').map((token): [string, Field] => {
      const [name = '', code = ''] = token.split(':');
      return [name, { code: code.replace('!', ''), required: code.endsWith('!') }];
    }),
  );
}
