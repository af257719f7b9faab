import { isAscii, isUtf8 } from 'node:buffer';

/** A file of manifests, or what came from standard input. */
export class SourceFile {
  /** Its bytes, a character each: where they are ASCII, that is its text. Offsets are offsets into it. */
  readonly content: string;
  /** Whether all of it is ASCII, as most manifests are. */
  readonly isAscii: boolean;
  /** Whether all of it is UTF-8. */
  readonly isUtf8: boolean;
  /** The last offset whose line was asked for, and that line: they are mostly asked for in order. */
  private knownOffset = 0;
  private knownLine = 1;

  constructor(
    /** As it is shown: a path from the folder that the user is in, or `-` for standard input. */
    readonly name: string,
    /** They are not kept, and may change afterwards. */
    bytes: Buffer,
  ) {
    this.content = bytes.toString('latin1');
    this.isAscii = isAscii(bytes);
    this.isUtf8 = this.isAscii || isUtf8(bytes);
  }

  /** The text between two offsets; bytes that are no UTF-8 are replaced. */
  textOf(start: number, end: number): string {
    const part = this.content.slice(start, end);
    return this.isAscii ? part : Buffer.from(part, 'latin1').toString('utf8');
  }

  /** The line, from 1, in which a byte stands. */
  lineAt(offset: number): number {
    const isBefore = offset < this.knownOffset;
    let line = isBefore ? 1 : this.knownLine;
    let at = this.content.indexOf('\n', isBefore ? 0 : this.knownOffset);
    while (at >= 0 && at < offset) {
      line += 1;
      at = this.content.indexOf('\n', at + 1);
    }
    this.knownOffset = offset;
    this.knownLine = line;
    return line;
  }
}
