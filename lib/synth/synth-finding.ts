import type { Finding } from '../verify';

/** Something that is wrong with an object of an app. */
export interface SynthFinding extends Finding {
  /** The path of the construct that the object is of. */
  readonly construct: string;
  /** Where in the user's source the object was created: file, line and column. Known where the app was traced. */
  readonly source?: string;
}
