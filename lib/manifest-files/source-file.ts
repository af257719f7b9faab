import { isUtf8 } from 'node:buffer';

const LINE_FEED = 0x0a;

/** A file of manifests, or what came from standard input. */
export class SourceFile {
  /** Whether all of it is UTF-8. */
  readonly isUtf8: boolean;
  /** The last offset whose line was asked for, and that line: they are mostly asked for in order. */
  private known = { offset: 0, line: 1 };

  constructor(
    /** As it is shown: a path from the folder that the user is in, or `-` for standard input. */
    readonly name: string,
    readonly bytes: Buffer,
  ) {
    this.isUtf8 = isUtf8(bytes);
  }

  /** The line, from 1, in which a byte stands. */
  lineAt(offset: number): number {
    if (offset < this.known.offset) this.known = { offset: 0, line: 1 };
    let { line } = this.known;
    let at = this.bytes.indexOf(LINE_FEED, this.known.offset);
    while (at >= 0 && at < offset) {
      line += 1;
      at = this.bytes.indexOf(LINE_FEED, at + 1);
    }
    this.known = { offset, line };
    return line;
  }
}
