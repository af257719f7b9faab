/** How deep values may be nested; the server takes more, and nothing real comes near. */
export const MAX_DEPTH = 500;

/** How many values an object may hold: so many hardly fit into the 3 MiB that a request to the server may have. */
export const MAX_VALUES = 500_000;

/** What is left of an object's bounds while it is walked. Aliases and cycles make small input endless. */
export interface Allowance {
  values: number;
  /** Whether values were nested too deep. */
  deep?: boolean;
}
