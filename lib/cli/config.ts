import type { Data } from '../verify/manifest';
import type { Waiver } from '../verify/waivers';

/** What a project says of its verification. */
export interface Config {
  /** Findings that are known and accepted. */
  readonly ignore: readonly Waiver[];
  /** Objects that live elsewhere, as far as they are known. */
  readonly external: readonly Data[];
  /** Keys of labels that something in the cluster sets on pods. */
  readonly agentLabels: readonly string[];
  /** Whether the manifests and what is external are everything that there is. */
  readonly closed: boolean;
}

/** A project that says nothing. */
export const NO_CONFIG: Config = { ignore: [], external: [], agentLabels: [], closed: false };
