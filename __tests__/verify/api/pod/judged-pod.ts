import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { FieldErrors } from '../../../../lib/verify/api/field-errors';
import { validatePod } from '../../../../lib/verify/api/pod/pod';
import { validatePodTemplate } from '../../../../lib/verify/api/pod/template';
import { FieldPath } from '../../../../lib/verify/field-path';
import type { Data } from '../../../../lib/verify/manifest';

const CONTAINER = { name: 'main', image: 'shop/web:1.8.0' };

/** What the server says of a pod, as `Type path`, without `FieldValue`. */
export function judgePod(spec: object, version: KubernetesVersion = '1.36', metadata: object = {}): string[] {
  const errors = new FieldErrors(version);
  const pod = { metadata: { name: 'web', ...metadata }, spec: { containers: [CONTAINER], ...spec } };
  validatePod({ apiVersion: 'v1', kind: 'Pod', ...pod } as Data, errors);
  return said(errors);
}

/** What the server says of a template. */
export function judgeTemplate(
  spec: object,
  version: KubernetesVersion = '1.36',
  metadata: object = {},
  claimTemplates?: readonly string[],
): string[] {
  const errors = new FieldErrors(version);
  const template = { metadata, spec: { containers: [CONTAINER], ...spec } };
  const options = claimTemplates ? { claimTemplates } : {};
  validatePodTemplate(template as unknown as Data, FieldPath.of('template'), errors, options);
  return said(errors);
}

/** What the server says of the volumes of a pod. */
export function judgeVolumes(volumes: readonly object[], version?: KubernetesVersion): string[] {
  return judgePod({ volumes, serviceAccountName: 'web' }, version).map(error =>
    error.replace('spec.volumes', ''),
  );
}

/** What the server says of one source of a volume, below the volume. */
export function judgeSource(source: object, version?: KubernetesVersion): string[] {
  return judgeVolumes([{ name: 'data', ...source }], version).map(error => error.replace('[0].', ''));
}

function said(errors: FieldErrors): string[] {
  return errors.all.map(({ errorType, path }) => `${errorType.replace('FieldValue', '')} ${path}`);
}
