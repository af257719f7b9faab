import type { RequestOptions } from 'node:https';
import { ApiClient } from './api-client';
import type { Ability, ClusterAccess } from './cluster-access';

/** What a cluster must allow for an ability: verb, group, resource. */
const PERMISSIONS: Partial<Record<Ability, readonly (readonly [string, string, string])[]>> = {
  namespaces: [
    ['create', '', 'namespaces'],
    ['delete', '', 'namespaces'],
  ],
  'cluster-objects': [
    ['create', '', 'persistentvolumes'],
    ['create', 'storage.k8s.io', 'storageclasses'],
    ['create', 'apiextensions.k8s.io', 'customresourcedefinitions'],
  ],
};

/**
 * How the cluster of the current context of KUBECONFIG is reached, with credentials that its plugins give, and what
 * it allows. Its pods are taken for real, its DNS and its processes for out of reach.
 *
 * @throws Error where the file cannot be read, or the cluster does not answer.
 */
export async function foreignCluster(): Promise<ClusterAccess> {
  const { KubeConfig } = await import('kubernetes-1.36');
  const config = new KubeConfig();
  config.loadFromDefault();
  const server = config.getCurrentCluster()?.server;
  if (!server) throw new Error('KUBECONFIG has no current context, or one without a cluster');
  const options: RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  const access = {
    server,
    ca: pem(options.ca),
    certificate: pem(options.cert),
    key: pem(options.key),
    headers: options.headers as Record<string, string>,
    insecure: options.rejectUnauthorized === false,
  };
  const client = new ApiClient({ ...access, minor: '', version: '', abilities: [] });
  try {
    const { body } = await client.call('/version');
    const minor = `${body.major}.${Number.parseInt(body.minor, 10)}`;
    const abilities: Ability[] = [];
    for (const [ability, permissions] of Object.entries(PERMISSIONS) as [
      Ability,
      [string, string, string][],
    ][]) {
      const allowed = await Promise.all(permissions.map(permission => isAllowed(client, permission)));
      if (allowed.every(Boolean)) abilities.push(ability);
    }
    return { ...access, minor, version: body.gitVersion, abilities };
  } finally {
    client.close();
  }
}

async function isAllowed(
  client: ApiClient,
  [verb, group, resource]: readonly [string, string, string],
): Promise<boolean> {
  const { body } = await client.create({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    metadata: { name: '' },
    spec: { resourceAttributes: { verb, group, resource } },
  });
  return body?.status?.allowed === true;
}

function pem(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.map(String).join('\n') : String(value);
}
