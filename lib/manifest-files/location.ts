import type { Finding } from '../verify/finding';

/** A place in a file, as editors count: from 1, and in a line by UTF-16 units. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A line of a file to be shown: long ones are cut, and what may be a secret is left out. */
export interface Excerpt {
  readonly text: string;
  /** The place that is meant, in the text, from 0. */
  readonly caret: number;
}

/** A finding, and the place in the user's text that it is about. */
export interface LocatedFinding extends Finding {
  readonly location: Location;
  /** The line; undefined where it could show a secret, or cannot be shown. */
  readonly excerpt?: Excerpt;
}
