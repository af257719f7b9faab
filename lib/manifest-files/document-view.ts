import { SECRET_NAME } from '../verify/redaction';
import { excerptOf } from './excerpt';
import { fieldPlace } from './field-place';
import { LineIndex } from './line-index';
import type { Excerpt, Location } from './location';
import { secretRanges, type TextRange } from './secret-ranges';
import type { SourceFile } from './source-file';
import { type SourceNode, sourceTree } from './source-tree';

/** Which part of a field a finding is about: its name where it should not be there, else its value. */
export type FieldPart = 'key' | 'value';

/** A place in a document, with the line to be shown. */
export interface DocumentPlace {
  readonly location: Location;
  readonly excerpt?: Excerpt;
}

/** The text of a document, with the places of its fields. */
export class DocumentView {
  private readonly lines: LineIndex;
  private readonly root: SourceNode | undefined;
  private readonly secrets: readonly TextRange[];

  constructor(
    private readonly file: SourceFile,
    /** The byte of the file that the document begins with. */
    private readonly start: number,
    private readonly text: string,
    isJson: boolean,
    isUnreadable: boolean,
  ) {
    this.lines = new LineIndex(text);
    this.root = isUnreadable ? undefined : sourceTree(text, isJson);
    this.secrets = this.root ? secretRanges(this.root) : [];
  }

  /** The place of a field, or the nearest one that there is. */
  placeOf(path: string, part: FieldPart): DocumentPlace {
    if (!this.root) return this.placeAt(0);
    const { key, value, isExact } = fieldPlace(this.root, path);
    const isShown = (value.target ?? value).text !== undefined && value.end > value.start;
    const node = isExact && part === 'value' && isShown ? value : (key ?? value);
    return this.placeAt(node.start);
  }

  /** The place of an offset; one before the document is in the line that separates it from the one before. */
  placeAt(offset: number): DocumentPlace {
    const { file, lines } = this;
    if (offset < 0) {
      return { location: { file: file.name, line: file.lineAt(this.start + offset), column: 1 } };
    }
    const line = lines.lineOf(offset);
    const column = offset - lines.startOf(line) + 1 + (line === 0 ? this.columnsBefore : 0);
    const location = { file: file.name, line: file.lineAt(this.start) + line, column };
    const excerpt = this.excerptAt(offset, line);
    return excerpt ? { location, excerpt } : { location };
  }

  /** Where the document does not begin at the beginning of a line: how many characters stand before it. */
  private get columnsBefore(): number {
    const { content } = this.file;
    const lineStart = content.lastIndexOf('\n', Math.max(this.start - 1, 0)) + 1;
    return this.start === 0 ? 0 : this.file.textOf(lineStart, this.start).length;
  }

  private excerptAt(offset: number, line: number): Excerpt | undefined {
    const { lines, text } = this;
    const range = { start: lines.startOf(line), end: lines.endOf(line) };
    if (!this.root && mayHoldSecrets(text, line, lines)) return undefined;
    return excerptOf(text, range, Math.min(offset, range.end), this.secrets);
  }
}

/** How far from a line a word is looked for that says that it may be a secret. */
const LINES_AROUND = 5;

/** Nobody can tell where the secrets are in a text that cannot be parsed. */
function mayHoldSecrets(text: string, line: number, lines: LineIndex): boolean {
  const around = text.slice(
    lines.startOf(Math.max(line - LINES_AROUND, 0)),
    lines.endOf(line + LINES_AROUND),
  );
  return /\bSecret\b/.test(text) || SECRET_NAME.test(around);
}
