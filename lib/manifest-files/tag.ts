import { resolvePlain, type Scalar } from './scalar';

/** What a tag makes of a scalar: its value, or what is wrong with it. */
export type TaggedScalar = { readonly scalar: Scalar } | { readonly problem: string };

const STANDARD = 'tag:yaml.org,2002:';

/** Tags of scalars that kubectl's YAML library resolves; it ignores all others, and takes the text. */
const SCALAR_TAGS: ReadonlySet<string> = new Set(
  ['str', 'bool', 'int', 'float', 'null', 'timestamp', 'binary', 'merge'].map(name => STANDARD + name),
);

/** The tag of a merge key. */
export const MERGE_TAG = `${STANDARD}merge`;

/** A date, or a date with a time. */
const TIMESTAMP =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[-+]\d{2}:\d{2})| \d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)?$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether a tag says something that there is; `!` alone says that a scalar is text. */
export function isKnownTag(tag: string, kind: 'scalar' | 'map' | 'seq'): boolean {
  return kind === 'scalar' ? tag === '!' || SCALAR_TAGS.has(tag) : tag === STANDARD + kind;
}

/** What a tagged scalar means; with quotes or without is the same. A tag that is not known makes text. */
export function resolveTagged(tag: string, text: string): TaggedScalar {
  if (!SCALAR_TAGS.has(tag)) return { scalar: { type: 'string', value: text } };
  const type = tag.slice(STANDARD.length);
  switch (type) {
    case 'str':
    case 'merge':
      return { scalar: { type: 'string', value: text } };
    case 'binary':
      return binary(text);
    case 'timestamp':
      return TIMESTAMP.test(text)
        ? { scalar: { type: 'string', value: text } }
        : { problem: 'is tagged !!timestamp, and is none' };
    default: {
      const scalar = resolvePlain(text);
      if (scalar.type === type) return { scalar };
      if (type === 'float' && scalar.type === 'int') return { scalar: { type, value: scalar.value } };
      if (type === 'int' && scalar.type === 'unsigned') return { scalar };
      return { problem: `is tagged !!${type}, and is none` };
    }
  }
}

function binary(text: string): TaggedScalar {
  const digits = text.replace(/[\r\n]/g, '');
  return BASE64.test(digits)
    ? { scalar: { type: 'string', value: Buffer.from(digits, 'base64').toString('utf8') } }
    : { problem: 'is tagged !!binary, and is no base64' };
}
