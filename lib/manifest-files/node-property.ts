import { type Cursor, isSpaceOrEnd, isWord } from './cursor';

/** What may follow the name of an anchor beside white space: `?` `:` `,` `]` `}` `%` `@` and a backtick. */
const AFTER_NAME: ReadonlySet<number> = new Set(Array.from('?:,]}%@`', letter => letter.charCodeAt(0)));

const TAG_LETTERS: ReadonlySet<number> = new Set(
  Array.from(";/?:@&=+$,.!~*'()[]", letter => letter.charCodeAt(0)),
);
const STANDARD = 'tag:yaml.org,2002:';

/** Reads the name of an anchor or an alias, and leaves the cursor behind it. */
export function readAnchorName(cursor: Cursor): string {
  const start = cursor.at;
  cursor.at += 1;
  while (isWord(cursor.code)) cursor.at += 1;
  const { code } = cursor;
  if (cursor.at === start + 1 || !(isSpaceOrEnd(code) || AFTER_NAME.has(code))) {
    throw cursor.refusal('a name of letters and digits follows & or *; other text needs quotes', start);
  }
  return cursor.text.slice(start + 1, cursor.at);
}

/**
 * Reads a tag, and leaves the cursor behind it. Its full name: `!!int` is `tag:yaml.org,2002:int`; a local one, such
 * as `!Ref`, stays.
 */
export function readTag(cursor: Cursor): string {
  const start = cursor.at;
  const isVerbatim = cursor.codeAt(1) === 0x3c;
  cursor.at += isVerbatim ? 2 : 1;
  while (isTagLetter(cursor)) cursor.at += 1;
  const written = cursor.text.slice(start, cursor.at);
  if (isVerbatim) {
    if (cursor.code !== 0x3e) throw cursor.refusal("a tag that begins with !< ends with '>'", start);
    cursor.at += 1;
  }
  if (!isSpaceOrEnd(cursor.code) || written === '!!') {
    throw cursor.refusal("a tag follows '!'; other text needs quotes", start);
  }
  if (isVerbatim) return decoded(written.slice(2), cursor, start);
  const [, handle = '', name = ''] = /^(![\w-]*!)?(.*)$/s.exec(written) ?? [];
  if (handle === '') return decoded(name, cursor, start);
  if (handle !== '!!') throw cursor.refusal('a tag has a prefix that is not declared', start);
  return STANDARD + decoded(name, cursor, start);
}

/** A percent sign begins the code of another character. */
function isTagLetter(cursor: Cursor): boolean {
  const { code } = cursor;
  return isWord(code) || TAG_LETTERS.has(code) || code === 0x25;
}

function decoded(name: string, cursor: Cursor, start: number): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    throw cursor.refusal('a tag holds a code that stands for no character', start);
  }
}
