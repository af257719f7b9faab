import type { FileContent } from './output-file';

/** How much text is gathered before it becomes bytes. */
const CHUNK = 2 ** 18;

/**
 * A text for a file that comes piece by piece. A long one is kept as bytes: pieces that are kept until they are joined,
 * the whole text and its bytes would be there three times when it is written.
 */
export class FileText {
  private readonly chunks: Uint8Array[] = [];
  private text = '';

  /** Adds a piece, which ends with a whole character. */
  add(piece: string): void {
    this.text += piece;
    if (this.text.length >= CHUNK) this.close();
  }

  /** All pieces, one behind the other. */
  get content(): FileContent {
    if (this.chunks.length === 0) return this.text;
    if (this.text !== '') this.close();
    return this.chunks;
  }

  private close(): void {
    this.chunks.push(Buffer.from(this.text));
    this.text = '';
  }
}
