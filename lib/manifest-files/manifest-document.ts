import { isUtf8 } from 'node:buffer';
import type { Finding } from '../verify/finding';
import { identityOf, isData } from '../verify/manifest';
import { type Composition, compose } from './composer';
import type { DocumentRange } from './document-split';
import { DocumentView, type FieldPart } from './document-view';
import type { LocatedFinding } from './location';
import { type ReadProblem, readProblem, UnreadableDocument } from './problem';
import type { SourceFile } from './source-file';
import type { YamlParser } from './yaml-parser';

/** Larger documents are not read. The API server takes no request of more than 3 MiB; a list may hold several. */
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** What files of UTF-16 begin with, a character a byte. */
const UTF_16 = ['\xff\xfe', '\xfe\xff'];

const NO_PROBLEMS: readonly ReadProblem[] = [];

/** A document of a file: the manifest that it holds, and what is wrong with its text. */
export class ManifestDocument {
  /** The manifest, or whatever else it holds: undefined where it is empty or cannot be read. */
  readonly value: unknown;
  /** What is wrong with its text. */
  readonly problems: readonly ReadProblem[];
  /** Whether it could not be read. */
  readonly isUnreadable: boolean;

  constructor(
    readonly file: SourceFile,
    private readonly range: DocumentRange,
    /** Its place in the input, from 0. */
    readonly index: number,
    /** Reads its text; none where it is not to be read, being one too many. */
    parser: YamlParser | undefined,
  ) {
    const { start, badSeparator } = range;
    const problems =
      badSeparator === undefined ? NO_PROBLEMS : [readProblem('document-separator', badSeparator - start)];
    try {
      const { value, problems: found } = this.read(parser);
      this.value = value ?? undefined;
      this.problems = problems.length === 0 ? found : [...problems, ...found];
      this.isUnreadable = false;
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      this.problems = [...problems, error.problem];
      this.isUnreadable = true;
    }
  }

  /** Whether there is nothing in it. */
  get isEmpty(): boolean {
    return this.value === undefined && this.problems.length === 0;
  }

  /** What is wrong with its text. */
  findings(): LocatedFinding[] {
    if (this.problems.length === 0) return [];
    const view = this.view();
    return this.problems.map(problem => ({ ...this.findingOf(problem), ...view.placeAt(problem.offset) }));
  }

  /** Findings on its value, with their places in its text. */
  locate(findings: readonly Finding[]): LocatedFinding[] {
    if (findings.length === 0) return [];
    const view = this.view();
    return findings.map(finding => ({ ...finding, ...view.placeOf(finding.path, partOf(finding)) }));
  }

  /** Made anew each time: it is needed for findings alone. */
  private view(): DocumentView {
    return new DocumentView(this.file, this.range.start, this.text, this.range.isJson, this.isUnreadable);
  }

  private findingOf({ rule, level, path, message, fix }: ReadProblem): Finding {
    const object = identityOf(isData(this.value) ? this.value : {}, this.index);
    return {
      rule,
      level,
      object,
      path,
      ...(level === 'rejected' && { errorType: 'Decode' as const }),
      message,
      fix,
    };
  }

  private get text(): string {
    const { start, end } = this.range;
    return end - start > MAX_DOCUMENT_BYTES ? '' : this.file.textOf(start, end);
  }

  private read(parser: YamlParser | undefined): Composition {
    const { file } = this;
    const { start, end, isJson } = this.range;
    if (!parser) throw new UnreadableDocument(readProblem('too-many-documents', 0));
    if (end - start > MAX_DOCUMENT_BYTES) throw new UnreadableDocument(readProblem('document-too-large', 0));
    if (file.isAscii) return compose(file.content, isJson, parser, start, end);
    if (!file.isUtf8) this.requireUtf8();
    return compose(this.text, isJson, parser);
  }

  private requireUtf8(): void {
    const { content } = this.file;
    const { start, end } = this.range;
    if (isUtf8(Buffer.from(content.slice(start, end), 'latin1'))) return;
    const isUtf16 = UTF_16.some(mark => content.startsWith(mark));
    throw new UnreadableDocument(
      readProblem(
        'invalid-utf8',
        this.text.indexOf('\ufffd'),
        '',
        isUtf16 ? 'is UTF-16, not UTF-8' : undefined,
      ),
    );
  }
}

/** A field that should not be there is shown by its name. */
function partOf({ rule }: Finding): FieldPart {
  return rule === 'unknown-field' ? 'key' : 'value';
}
