/** What stands between the BEGIN and the END of a text in PEM. */
export interface PemBlock {
  /** Such as `CERTIFICATE REQUEST`. */
  readonly type: string;
  readonly bytes: Buffer;
}

const BLOCK = /(?:^|\n)-----BEGIN ([^\n]*?)-----[ \t\r]*\n((?:[\s\S]*?\n)?)-----END \1-----[ \t\r]*(?=\n|$)/g;
const HEADER = /^[^\n:]*:[^\n]*(?:\n|$)/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The first block of a text in PEM that can be read; undefined where there is none. What stands around is ignored. */
export function firstPemBlock(text: string): PemBlock | undefined {
  for (const [, type = '', body = ''] of text.matchAll(BLOCK)) {
    let content = body;
    while (HEADER.test(content)) content = content.replace(HEADER, '');
    const base64 = content.replace(/\s+/g, '');
    if (BASE64.test(base64)) return { type, bytes: Buffer.from(base64, 'base64') };
  }
  return undefined;
}
