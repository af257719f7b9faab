/** What stands before a node: `&anchor` and `!tag`. */
export interface NodeProperties {
  readonly anchor?: string;
  /** The full name of the tag. */
  readonly tag?: string;
  /** Where the node begins. */
  readonly start: number;
}

/** What the parser tells of the nodes of a document, in their order. A map gets keys and values in turn. */
export interface NodeReceiver {
  /** A scalar, from `start` to `end`. A plain one stands without quotes, and may be empty. */
  scalar(text: string, isPlain: boolean, start: number, end: number, properties?: NodeProperties): void;
  alias(name: string, start: number, end: number): void;
  /** A list or a map begins. */
  begin(isMap: boolean, start: number, properties?: NodeProperties): void;
  /** The innermost list or map ends. */
  end(end: number): void;
  /** Something follows the document that is not read. */
  rest(start: number): void;
}
