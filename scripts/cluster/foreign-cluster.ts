import type { RequestOptions } from 'node:https';
import { ApiClient, type Given } from './api-client';
import type { Ability, ClusterAccess } from './cluster-access';

/** What makes and ends a namespace. */
const NAMESPACES = ['create', 'delete'] as const;

/**
 * How the cluster of the current context of KUBECONFIG is reached, with credentials that its plugins give, and what
 * may be done with it: at most namespaces and what is in them. What belongs to everybody is left alone, allowed or
 * not, and its DNS and its processes are taken for out of reach.
 *
 * @throws Error where the file cannot be read, or the cluster does not answer.
 */
export async function foreignCluster(): Promise<ClusterAccess> {
  const { KubeConfig } = await import('kubernetes-1.34');
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
    const allowed = await Promise.all(NAMESPACES.map(verb => isAllowed(client, verb)));
    if (allowed.every(Boolean)) abilities.push('namespaces');
    if (await hasNodes(client)) abilities.push('pods');
    return { ...access, minor, version: body.gitVersion, abilities };
  } finally {
    client.close();
  }
}

async function isAllowed(client: ApiClient, verb: string): Promise<boolean> {
  const { body } = await client.create({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    metadata: { name: '' },
    spec: { resourceAttributes: { verb, resource: 'namespaces' } },
  });
  return body?.status?.allowed === true;
}

/** Who may not look at the nodes is not told that there are some. */
async function hasNodes(client: ApiClient): Promise<boolean> {
  const { body } = await client.call('/api/v1/nodes');
  return (body?.items ?? []).some(({ status }: Given) =>
    status?.conditions?.some((c: Given) => c.type === 'Ready' && c.status === 'True'),
  );
}

function pem(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.map(String).join('\n') : String(value);
}
