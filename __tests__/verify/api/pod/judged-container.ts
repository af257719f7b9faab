import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { FieldErrors } from '../../../../lib/verify/api/field-errors';
import { validateContainers } from '../../../../lib/verify/api/pod/containers';
import type { Volume } from '../../../../lib/verify/api/pod/volume';
import { FieldPath } from '../../../../lib/verify/field-path';
import type { Data } from '../../../../lib/verify/manifest';

/** Where a container stands that is judged. */
export interface Place {
  readonly version?: KubernetesVersion;
  /** More of the pod's spec. */
  readonly pod?: Data;
  readonly template?: boolean;
}

/** The errors of a pod's spec as `type path`, of a container written from the container on. */
export function judgePod(spec: Data, { version = '1.36', template = false }: Place = {}): string[] {
  const all = (spec.volumes ?? []) as Volume[];
  const usable = new Map(all.map(volume => [volume.name ?? '', volume]));
  const errors = new FieldErrors(version);
  validateContainers(spec, { usable, all }, FieldPath.of('spec'), errors, template);
  return errors.all.map(({ errorType, path }) =>
    `${errorType} ${path}`
      .replace('FieldValue', '')
      .replace(' spec.containers[0].', ' ')
      .replace(' spec.', ' '),
  );
}

/** The errors of the one container of a pod, as `type path`; it has a name and an image unless it says otherwise. */
export function judgeContainer(container: Data, place: Place = {}): string[] {
  return judgePod({ ...place.pod, containers: [{ name: 'app', image: 'app:1', ...container }] }, place);
}
