import { dataAt, type JudgedManifest, listAt, namespaceOf } from '../judged-manifest';
import { type Data, isData } from '../manifest';
import { type PodsOf, podsIn } from '../pods-of';
import type { StateProblem } from './state-problem';

const ENFORCE = 'kubernetes.io/enforce-mountable-secrets';
const SEE = 'https://kubernetes.io/docs/concepts/security/service-accounts/#enforce-mountable-secrets';

/** A place in a pod that names a Secret. */
interface SecretUse {
  readonly path: string;
  readonly secret: unknown;
}

/** Pods that use a Secret which the ServiceAccount of the input, that they act as, does not let its pods use. */
export function serviceAccountProblems(manifests: readonly JudgedManifest[]): StateProblem[] {
  const enforcing = new Map(
    manifests
      .filter(
        ({ object, data }) => object.kind === 'ServiceAccount' && annotationsOf(data)[ENFORCE] === 'true',
      )
      .map(manifest => [`${namespaceOf(manifest)}/${manifest.object.name}`, manifest.data] as const),
  );
  if (enforcing.size === 0) return [];
  return podsIn(manifests).flatMap(pods => {
    const name = String(pods.spec.serviceAccountName || 'default');
    const account = enforcing.get(`${namespaceOf(pods.manifest)}/${name}`);
    return account ? refusedUses(pods, name, account) : [];
  });
}

function refusedUses(pods: PodsOf, account: string, data: Data): StateProblem[] {
  const allowed = namesIn(data, 'secrets');
  const pulled = namesIn(data, 'imagePullSecrets');
  const refused = [
    ...usesOf(pods).filter(({ secret }) => !allowed.has(secret)),
    ...pullsOf(pods).filter(({ secret }) => !pulled.has(secret)),
  ];
  return refused.map(({ path, secret }) => ({
    rule: 'service-account',
    manifest: pods.manifest,
    ofPods: pods.ofPods,
    path,
    value: secret,
    message: `is not among the Secrets that ServiceAccount '${account}' lets its pods use`,
    fix: `add it to the ServiceAccount, or drop its annotation ${ENFORCE}`,
    see: SEE,
  }));
}

function usesOf({ spec, path }: PodsOf): SecretUse[] {
  const volumes = listAt(spec, 'volumes').flatMap((volume, index) =>
    isData(volume.secret)
      ? [{ path: `${path}.volumes[${index}].secret.secretName`, secret: volume.secret.secretName }]
      : [],
  );
  const containers = ['initContainers', 'containers'].flatMap(list =>
    listAt(spec, list).flatMap((container, index) => [
      ...fromEnv(container, `${path}.${list}[${index}].env`, 'env', 'valueFrom', 'secretKeyRef'),
      ...fromEnv(container, `${path}.${list}[${index}].envFrom`, 'envFrom', 'secretRef'),
    ]),
  );
  return [...volumes, ...containers];
}

function fromEnv(container: Data, path: string, field: string, ...place: string[]): SecretUse[] {
  return listAt(container, field).flatMap((entry, index) => {
    const secret = dataAt(entry, ...place).name;
    return secret === undefined ? [] : [{ path: `${path}[${index}].${place.join('.')}.name`, secret }];
  });
}

function pullsOf({ spec, path }: PodsOf): SecretUse[] {
  return listAt(spec, 'imagePullSecrets').map(({ name }, index) => ({
    path: `${path}.imagePullSecrets[${index}].name`,
    secret: name,
  }));
}

function namesIn(data: Data, field: string): ReadonlySet<unknown> {
  return new Set(listAt(data, field).map(({ name }) => name));
}

function annotationsOf(data: Data): Data {
  return dataAt(data, 'metadata', 'annotations');
}
