import type { Finding } from '../finding';
import type { JudgedManifest } from '../judged-manifest';

/** A problem that another manifest of the input makes. */
export interface StateProblem extends Omit<Finding, 'level' | 'errorType' | 'object'> {
  readonly manifest: JudgedManifest;
  /** Whether the pods of the manifest are refused, and not the manifest itself. */
  readonly ofPods: boolean;
}
