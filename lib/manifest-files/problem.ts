import type { Level } from '../verify/finding';

/** A rule that a text must keep to be read at all, or as its author meant it. */
interface ReadRuleText {
  readonly level: Level;
  /** What is wrong; the parser and the tags say it in more detail. */
  readonly message: string;
  readonly fix: string;
}

/**
 * The rules. What kubectl's YAML library refuses is `rejected`, and so is what it takes without a word although it
 * loses something. No message holds text of a document, which may be a secret.
 */
export const READ_RULES = {
  'yaml-syntax': {
    level: 'rejected',
    message: 'is no YAML',
    fix: 'correct the YAML here, or on the line before',
  },
  'nesting-too-deep': {
    level: 'rejected',
    message: 'is nested deeper than 1000 levels',
    fix: 'check where the brackets or the indentation should end',
  },
  'document-too-large': {
    level: 'rejected',
    message: 'is larger than 16 MiB: the server takes no object of more than 3 MiB',
    fix: 'move the data out of the manifest, or split the document',
  },
  'too-many-documents': {
    level: 'rejected',
    message: 'is beyond the 200000 documents that are read',
    fix: 'verify fewer files at a time',
  },
  'document-separator': {
    level: 'rejected',
    message: 'begins with three dashes and goes on: kubectl refuses the file',
    fix: 'move what follows the dashes to a line of its own',
  },
  'ignored-document': {
    level: 'broken',
    message: 'is a second document without a line of three dashes before it: kubectl ignores it',
    fix: "put '---' on a line of its own before it",
  },
  'invalid-utf8': {
    level: 'rejected',
    message: 'is no UTF-8',
    fix: 'save the file as UTF-8; binary data belongs into base64',
  },
  'duplicate-key': {
    level: 'rejected',
    message: 'is set twice, and the last one counts',
    fix: 'keep one of them',
  },
  'unknown-tag': {
    level: 'rejected',
    message: 'has a tag that means nothing to kubectl, which drops it',
    fix: "drop the tag; text that begins with '!' needs quotes",
  },
  'wrong-tag': {
    level: 'rejected',
    message: 'is not what its tag says',
    fix: 'drop the tag, or correct the value',
  },
  'unknown-anchor': {
    level: 'rejected',
    message: 'is an alias without an anchor before it in the document',
    fix: "define the anchor; text that begins with '*' needs quotes",
  },
  'recursive-alias': {
    level: 'rejected',
    message: 'is an alias of what it is in',
    fix: 'write the value out',
  },
  'excessive-aliases': {
    level: 'rejected',
    message: 'stands for too many values: kubectl refuses aliases of aliases beyond a bound',
    fix: 'write the values out',
  },
  'merge-source': {
    level: 'rejected',
    message: 'merges what is no map',
    fix: "give '<<' an alias of a map, a map, or a list of them",
  },
  'merge-order': {
    level: 'risky',
    message: "is overridden by the '<<' that follows it: for kubectl the later one counts",
    fix: "put '<<' before the fields that override it",
  },
  'unsupported-key': {
    level: 'rejected',
    message: 'has a key that is no text: null, a list, a map, or a number beyond 64 bits',
    fix: 'put the key in quotes',
  },
  'unsupported-number': {
    level: 'rejected',
    message: 'is no number that JSON has',
    fix: 'put it in quotes if it is text',
  },
} as const satisfies Record<string, ReadRuleText>;

/** Id of such a rule. */
export type ReadRule = keyof typeof READ_RULES;

/** Something that is wrong with the text of a document. */
export interface ReadProblem {
  readonly rule: ReadRule;
  readonly level: Level;
  /** Where it is: an offset into the text of the document. */
  readonly offset: number;
  /** The field that it is about; empty for the document. */
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

/** A problem at a place. */
export function readProblem(rule: ReadRule, offset: number, path = '', message?: string): ReadProblem {
  const text: ReadRuleText = READ_RULES[rule];
  return { rule, level: text.level, offset, path, message: message ?? text.message, fix: text.fix };
}

/** Thrown where a document cannot be read any further. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';

  constructor(readonly problem: ReadProblem) {
    super(problem.message);
  }
}
