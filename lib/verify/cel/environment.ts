import type { Functions } from './signatures';
import type { CelType } from './types';

/** What expressions may speak of. */
export interface CelEnvironment {
  readonly functions: Functions;
  /** Variables by name; a name may hold dots. */
  readonly variables: ReadonlyMap<string, CelType>;
  /** The types of the fields of an object type; undefined where its fields are not known, and any is fine. */
  readonly objects: ReadonlyMap<string, ReadonlyMap<string, CelType> | undefined>;
}
