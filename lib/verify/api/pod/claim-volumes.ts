import type { Data } from '../../manifest';
import type { Volume } from './volume';

const NO_VOLUMES: readonly Volume[] = [];

/**
 * The spec of the pods of a StatefulSet as the server sees it: a volume for each claim template before the others,
 * in place of one of the same name, and without the host name and the subdomain, which the set gives its pods.
 */
export function withClaimVolumes(spec: Data, claimTemplates: readonly string[]): Data {
  const names = new Set(claimTemplates);
  const claims = [...names].map((name): Volume => ({ name, persistentVolumeClaim: { claimName: name } }));
  const own = (spec.volumes as readonly Volume[] | undefined) ?? NO_VOLUMES;
  const { hostname: _hostname, subdomain: _subdomain, ...rest } = spec;
  return { ...rest, volumes: [...claims, ...own.filter(({ name = '' }) => !names.has(name))] };
}
