import type { Data } from '../../manifest';
import { normalizeDataSources } from './data-sources';

/** Sets what the server sets by other fields of the same object. Gives the object itself where nothing is missing. */
type Fill = (value: Data) => Data;

/** What the server sets by the rest of an object, by type. */
const FILLS: Readonly<Record<string, Fill>> = {
  V1Container: fillPullPolicy,
  V1EphemeralContainer: fillPullPolicy,
  V1ImageVolumeSource: source =>
    source.pullPolicy ? source : { ...source, pullPolicy: pullPolicyOf(source.reference) },
  V1JobSpec: fillCompletions,
  V1PersistentVolumeClaim: ({ apiVersion: _, kind: __, ...claim }) => claim,
  V1PersistentVolumeClaimSpec: normalizeDataSources,
  V1PodSpec: fillServiceAccount,
  V1Volume: fillEmptyDir,
};

/** An object of a type with what the server sets by its other fields. */
export function filled(type: string, value: Data): Data {
  return Object.hasOwn(FILLS, type) ? (FILLS[type] as Fill)(value) : value;
}

function fillPullPolicy(container: Data): Data {
  if (container.imagePullPolicy) return container;
  return { ...container, imagePullPolicy: pullPolicyOf(container.image) };
}

/** An image without tag and digest is the latest one. */
function pullPolicyOf(image: unknown): string {
  if (typeof image !== 'string' || image === '') return 'IfNotPresent';
  const name = image.slice(image.lastIndexOf('/') + 1);
  if (name.includes('@'))
    return name.slice(0, name.indexOf('@')).endsWith(':latest') ? 'Always' : 'IfNotPresent';
  return !name.includes(':') || name.endsWith(':latest') ? 'Always' : 'IfNotPresent';
}

function fillCompletions(job: Data): Data {
  if (job.parallelism !== undefined) return job;
  return { ...job, parallelism: 1, ...(job.completions === undefined && { completions: 1 }) };
}

/** `serviceAccount` is the former name of `serviceAccountName`. */
function fillServiceAccount({ serviceAccount, ...spec }: Data): Data {
  return spec.serviceAccountName ? spec : { ...spec, serviceAccountName: serviceAccount };
}

function fillEmptyDir(volume: Data): Data {
  for (const name of Object.keys(volume)) {
    if (name !== 'name' && volume[name] !== undefined) return volume;
  }
  return { ...volume, emptyDir: {} };
}
