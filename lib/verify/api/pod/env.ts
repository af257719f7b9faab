import { dnsLabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import { configKeyComplaints } from '../config/config-key';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain } from '../metadata';
import type { ContainerGates } from './container-gates';
import { envNameComplaints } from './env-format';
import {
  type FieldRef,
  type ResourceFieldRef,
  validateFieldRef,
  validateResourceFieldRef,
} from './field-reference';
import type { PodVolumes } from './mounts';
import { validateNoBacksteps } from './relative-path';
import type { Volume } from './volume';

/** An environment variable of a container. */
export interface EnvVar {
  readonly name?: string;
  readonly value?: string;
  readonly valueFrom?: EnvVarSource;
}

/** Where the value of an environment variable comes from: one of these. */
export interface EnvVarSource {
  readonly fieldRef?: FieldRef;
  readonly resourceFieldRef?: ResourceFieldRef;
  readonly configMapKeyRef?: KeyRef;
  readonly secretKeyRef?: KeyRef;
  readonly fileKeyRef?: FileKeyRef;
}

/** A ConfigMap or a Secret, all of whose keys become environment variables. */
export interface EnvFromSource {
  readonly prefix?: string;
  readonly configMapRef?: { readonly name?: string };
  readonly secretRef?: { readonly name?: string };
}

interface KeyRef {
  readonly name?: string;
  readonly key?: string;
}

interface FileKeyRef {
  readonly volumeName?: string;
  readonly path?: string;
  readonly key?: string;
}

/** Fields of the pod that an environment variable can take its value from; of maps a key alone. */
const FIELDS: ReadonlySet<string> = new Set([
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]);

/**
 * Judges the environment variables of a container. Values are in no message.
 *
 * @param path the container's.
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
 */
export function validateEnv(
  env: readonly EnvVar[],
  volumes: PodVolumes,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (let index = 0; index < env.length; index++) {
    const { name = '', value = '', valueFrom } = env[index];
    if (name === '') errors.required(path.child('env').index(index).child('name'));
    else {
      const complaints = envNameComplaints(name, gates.anyEnvName);
      if (complaints.length > 0) {
        errors.invalidEach(path.child('env').index(index).child('name'), name, complaints);
      }
    }
    if (valueFrom !== undefined) {
      const at = path.child('env').index(index).child('valueFrom');
      validateSource(valueFrom, volumes, gates, at, errors, value !== '');
    }
  }
}

/**
 * Judges the ConfigMaps and Secrets that a container's environment comes from.
 *
 * @param path the container's.
 */
export function validateEnvFrom(
  sources: readonly EnvFromSource[],
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const list = path.child('envFrom');
  for (let index = 0; index < sources.length; index++) {
    const { prefix, configMapRef, secretRef } = sources[index];
    const at = list.index(index);
    if (prefix) {
      errors.invalidField(at, 'prefix', prefix, envNameComplaints(prefix, gates.anyEnvName));
    }
    if (configMapRef) validateObjectName(configMapRef.name, at.child('configMapRef'), errors);
    if (secretRef) validateObjectName(secretRef.name, at.child('secretRef'), errors);
    if (!configMapRef && !secretRef)
      errors.invalid(list, undefined, 'must hold a configMapRef or a secretRef each');
    else if (configMapRef && secretRef) {
      errors.invalid(list, undefined, 'must not hold both a configMapRef and a secretRef in one entry');
    }
  }
}

function validateSource(
  source: EnvVarSource,
  volumes: PodVolumes,
  gates: ContainerGates,
  path: FieldPath,
  errors: FieldErrors,
  hasValue: boolean,
): void {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef } = source;
  const fileKeyRef = gates.envFiles ? source.fileKeyRef : undefined;
  if (fieldRef) validateFieldRef(fieldRef, FIELDS, path.child('fieldRef'), errors);
  if (resourceFieldRef) validateResourceFieldRef(resourceFieldRef, path.child('resourceFieldRef'), errors);
  if (configMapKeyRef) validateKeyRef(configMapKeyRef, path.child('configMapKeyRef'), errors);
  if (secretKeyRef) validateKeyRef(secretKeyRef, path.child('secretKeyRef'), errors);
  if (fileKeyRef) validateFileKeyRef(fileKeyRef, volumes, path.child('fileKeyRef'), errors);
  const count =
    Number(fieldRef !== undefined) +
    Number(resourceFieldRef !== undefined) +
    Number(configMapKeyRef !== undefined) +
    Number(secretKeyRef !== undefined) +
    Number(fileKeyRef !== undefined);
  if (count === 0) {
    errors.invalid(
      path,
      undefined,
      `must hold one of fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef${gates.envFiles ? ', fileKeyRef' : ''}`,
    );
  } else if (hasValue) errors.invalid(path, undefined, 'must not be set beside a value');
  else if (count > 1) errors.invalid(path, undefined, 'must hold one source alone');
}

function validateKeyRef({ name = '', key = '' }: KeyRef, path: FieldPath, errors: FieldErrors): void {
  errors.invalidField(path, 'name', name, dnsSubdomainComplaints(name));
  if (key === '') {
    errors.required(path.child('key'));
    return;
  }
  errors.invalidField(path, 'key', key, configKeyComplaints(key));
}

function validateObjectName(name: string | undefined, path: FieldPath, errors: FieldErrors): void {
  if (!name) errors.required(path.child('name'));
  else errors.invalidField(path, 'name', name, nameIsDnsSubdomain(name, true));
}

function validateFileKeyRef(
  { volumeName = '', path: file = '', key = '' }: FileKeyRef,
  volumes: PodVolumes,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (key === '') errors.required(path.child('key'));
  else errors.invalidField(path, 'key', key, envNameComplaints(key, true));
  const volumePath = path.child('volumeName');
  if (volumeName === '') errors.required(volumePath);
  else errors.invalidEach(volumePath, volumeName, dnsLabelComplaints(volumeName));
  const volume = volumes.all.find(({ name }) => name === volumeName);
  if (!volume) errors.notFound(volumePath, volumeName, 'must be the name of a volume of the pod');
  else if (!isEmptyDir(volume))
    errors.invalid(volumePath, volumeName, 'must be the name of an emptyDir volume');
  if (file === '') errors.required(path.child('path'));
  else validateNoBacksteps(file, path.child('path'), errors);
}

/** A volume without a source is an emptyDir. */
function isEmptyDir(volume: Volume): boolean {
  return volume.emptyDir !== undefined || Object.keys(volume).every(key => key === 'name');
}
