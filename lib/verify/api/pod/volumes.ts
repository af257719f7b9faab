import { dnsLabelComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { Volume, VolumePlace } from './volume';
import { VOLUME_SOURCES, type VolumeSourceRule } from './volume-sources';

const NO_VOLUMES: ReadonlyMap<string, Volume> = new Map();

/**
 * Judges the volumes of a pod: a name that is theirs alone, and one source each.
 *
 * @param spec the path of the pod's spec.
 * @param podName the pod's name, where the volumes are not those of a template.
 * @returns those that are in order, by name. The server does not see the others where containers mount them.
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export function validateVolumes(
  volumes: readonly Volume[],
  spec: FieldPath,
  errors: FieldErrors,
  podName?: string,
): ReadonlyMap<string, Volume> {
  if (volumes.length === 0) return NO_VOLUMES;
  const path = spec.child('volumes');
  const found = new Map<string, Volume>();
  const imagesDropped = isBefore(errors.version, '1.35');
  let index = 0;
  for (const volume of volumes) {
    if (imagesDropped && volume.image !== undefined) continue;
    validateVolume(volume, path.index(index++), errors, found, podName);
  }
  if (podName) validateClaimNames(volumes, path, errors, podName);
  return found;
}

function validateVolume(
  volume: Volume,
  path: FieldPath,
  errors: FieldErrors,
  found: Map<string, Volume>,
  podName: string | undefined,
): void {
  const { name = '' } = volume;
  const before = errors.all.length;
  validateSource(volume, { name, path, podName }, errors);
  if (name === '') errors.required(path.child('name'));
  else {
    errors.invalidField(path, 'name', name, dnsLabelComplaints(name));
    if (found.has(name)) errors.duplicate(path.child('name'), name, 'is the name of two volumes');
  }
  if (errors.all.length === before) found.set(name, volume);
}

function validateSource(volume: Volume, place: VolumePlace, errors: FieldErrors): void {
  let only: VolumeSourceRule | undefined;
  let source = '';
  let count = 0;
  for (const key in volume) {
    const rule = volume[key] === undefined ? undefined : VOLUME_SOURCES.get(key);
    if (rule === undefined) continue;
    count++;
    only = rule;
    source = key;
  }
  if (count > 1) validateSources(volume, place, errors);
  else if (only) judgeSource(only, source, volume, place, errors);
}

/** Several sources: the server judges the first in its own order, and forbids the others. */
function validateSources(volume: Volume, place: VolumePlace, errors: FieldErrors): void {
  let first = true;
  for (const [source, rule] of VOLUME_SOURCES) {
    if (volume[source] === undefined) continue;
    if (first) judgeSource(rule, source, volume, place, errors);
    else {
      errors.forbidden(
        place.path.child(rule.forbiddenPath ?? source),
        'must be the only source of the volume',
      );
      rule.judgeAlways?.(volume[source] as never, place, errors);
    }
    first = false;
  }
}

function judgeSource(
  rule: VolumeSourceRule,
  source: string,
  volume: Volume,
  place: VolumePlace,
  errors: FieldErrors,
): void {
  rule.judge(volume[source] as never, place.path.child(rule.path ?? source), errors, place);
  rule.judgeAlways?.(volume[source] as never, place, errors);
}

/** A claim that is made with the pod is not for another of its volumes to name. */
function validateClaimNames(
  volumes: readonly Volume[],
  path: FieldPath,
  errors: FieldErrors,
  podName: string,
): void {
  for (const { ephemeral, name } of volumes) {
    if (ephemeral === undefined) continue;
    const made = `${podName}-${name}`;
    volumes.forEach(({ persistentVolumeClaim: claim }, index) => {
      if (claim?.claimName !== made) return;
      errors.invalid(
        path.index(index).child('persistentVolumeClaim', 'claimName'),
        made,
        `must not be a claim that is made with the pod, for its ephemeral volume ${name}`,
      );
    });
  }
}
