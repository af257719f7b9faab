import { DocumentParser } from './document-parser';
import type { NodeReceiver } from './node-receiver';
import { PlainDocumentReader } from './plain-document';
import { scan } from './scanner';
import { Tokens } from './token';
import { TokenReader } from './token-reader';

/** Parses one document after another. */
export class YamlParser {
  /** Reads what needs no parsing. */
  readonly plain = new PlainDocumentReader();
  private readonly tokens = new Tokens();

  /**
   * Parses the text of a document.
   *
   * @param isJson whether it is JSON, which is nearly YAML.
   * @throws UnreadableDocument when it is neither.
   */
  parse(text: string, isJson: boolean, receiver: NodeReceiver): void {
    scan(text, isJson, this.tokens);
    new DocumentParser(new TokenReader(this.tokens), receiver).parse();
  }
}
