/** A volume of a pod: a name, and one source. */
export interface Volume {
  readonly name?: string;
  readonly [source: string]: unknown;
}
