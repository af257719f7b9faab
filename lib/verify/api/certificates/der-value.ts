/** A value in DER. */
export interface DerValue {
  /** Its whole first byte, such as `SEQUENCE`. */
  readonly tag: number;
  readonly content: Buffer;
  /** Its bytes with tag and length: what signatures are made of. */
  readonly bytes: Buffer;
}

/** The tags that are asked for here. */
export const SEQUENCE = 0x30;
export const BIT_STRING = 0x03;
export const OBJECT_IDENTIFIER = 0x06;

const LONG_LENGTH = 0x80;

/**
 * The values that bytes in DER are made of, one after another; undefined where they are no DER.
 *
 * @see https://www.itu.int/rec/T-REC-X.690
 */
export function derValues(bytes: Buffer): readonly DerValue[] | undefined {
  const values: DerValue[] = [];
  let at = 0;
  while (at < bytes.length) {
    const head = headAt(bytes, at);
    if (!head || head.end > bytes.length) return undefined;
    values.push({
      tag: bytes[at] as number,
      content: bytes.subarray(head.start, head.end),
      bytes: bytes.subarray(at, head.end),
    });
    at = head.end;
  }
  return values;
}

/** Where the content of a value begins and ends. */
function headAt(bytes: Buffer, at: number): { readonly start: number; readonly end: number } | undefined {
  const first = bytes[at + 1];
  if (first === undefined) return undefined;
  if (first < LONG_LENGTH) return { start: at + 2, end: at + 2 + first };
  const size = first - LONG_LENGTH;
  const start = at + 2 + size;
  if (size === 0 || size > 4 || start > bytes.length) return undefined;
  const length = bytes.readUIntBE(at + 2, size);
  const isShortest = length >= LONG_LENGTH && bytes[at + 2] !== 0;
  return isShortest ? { start, end: start + length } : undefined;
}
