import { servedKind } from '../kubernetes/api-kinds';
import { DEFAULT_KUBERNETES_VERSION, type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { FieldErrors } from './api/field-errors';
import { VALIDATORS } from './api/registry';
import type { Finding } from './finding';
import { type Data, identityOf, isData } from './manifest';
import { decode } from './schema/decode';

/** How manifests are judged. */
export interface VerifyOptions {
  /** The version of the API server. @default DEFAULT_KUBERNETES_VERSION */
  readonly kubernetesVersion?: KubernetesVersion;
}

/** What was found. */
export interface Verification {
  /** Sorted by manifest, then by path. */
  readonly findings: readonly Finding[];
}

/** Says what the API server of a version would say of manifests. Never throws, and changes nothing. */
export function verify(manifests: readonly unknown[], options: VerifyOptions = {}): Verification {
  const version = options.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION;
  return {
    findings: manifests.flatMap((manifest, index) =>
      isData(manifest) ? judge(manifest, index, version) : [],
    ),
  };
}

function judge(manifest: Data, index: number, version: KubernetesVersion): Finding[] {
  const object = identityOf(manifest, index);
  const { decoded, findings } = decode(manifest, object, version);
  const kind = servedKind(object.apiVersion, object.kind, version);
  const validator = kind && VALIDATORS.get(`${kind.group}/${kind.kind}`);
  if (!validator || !decoded) return findings;
  const errors = new FieldErrors(version);
  validator(decoded, errors);
  const rejected = errors.all.map(
    (error): Finding => ({ fix: 'correct the field', ...error, rule: 'api', level: 'rejected', object }),
  );
  return [...findings, ...rejected];
}
