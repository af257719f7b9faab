import type { ImportsRelease } from './imports-release';
import {
  type Field,
  type Fields,
  type Kind,
  type Release,
  reachable,
  referenceOf,
  withReference,
} from './release';
import { clientName } from './type-names';
import { readFields } from './type-text';

/** The types that only a status leads to and that are not those of 1.32. */
const OWN_STATUS_TYPES: Readonly<Record<string, string>> = {
  V1alpha3AllocationResult: 'controller:s devices:V1alpha3DeviceAllocationResult nodeSelector:V1NodeSelector',
  V1alpha3DeviceRequestAllocationResult: 'device:s! driver:s! pool:s! request:s!',
  V1alpha3PodSchedulingContextStatus: 'resourceClaims:[]V1alpha3ResourceClaimSchedulingStatus',
  V1alpha3ResourceClaimSchedulingStatus: 'name:s! unsuitableNodes:[]s',
  V1alpha3ResourceClaimStatus:
    'allocation:V1alpha3AllocationResult deallocationRequested:b reservedFor:[]V1alpha3ResourceClaimConsumerReference',
};
const OWN_STATUSES: Readonly<Record<string, string>> = {
  V1alpha3PodSchedulingContext: 'V1alpha3PodSchedulingContextStatus',
};

/**
 * Version 1.31, of which the client has no release. The types that cdk8s-plus-31 imports give names and required
 * fields; formats, paths and statuses, which they lack, are those of 1.32, else of 1.30. Of two types of one name,
 * such as the Events of two groups, cdk8s imports one: what both neighbours have is in 1.31 too.
 *
 * Compared once with the types of `@pulumi/kubernetes` 4.18.0, made for 1.31: every status field that came between
 * 1.30 and 1.32 is in 1.31, save the ones above.
 */
export function release131(imports: ImportsRelease, before: Release, after: Release): Release {
  const known = new Set([...before.types.keys(), ...after.types.keys()]);
  const types = new Map<string, Fields>([...before.types, ...after.types]);
  for (const [openApi, imported] of imports.types) {
    const name = clientName(openApi, known);
    const fields = new Map<string, Field>();
    for (const [key, { code, required }] of imported) {
      const own = code.replace(/io\..*/, type => clientName(type, known));
      const neighbours = [after, before].map(release => release.types.get(name)?.get(key)?.code);
      fields.set(key, { code: withFormat(own, neighbours), required });
    }
    types.set(name, fields);
  }
  for (const [name, text] of Object.entries(OWN_STATUS_TYPES)) types.set(name, readFields(text));
  const shared = [...after.kinds].filter(([id]) => before.kinds.has(id));
  const kinds = new Map([...shared, ...kindsOf(imports, [after, before], known)]);
  for (const { type } of kinds.values()) types.set(type, asKind(type, types, [after, before]));
  return reachable({ minor: 31, types, kinds });
}

/** The code of a neighbour that may be the same; of a number that no neighbour has, the widest. */
function withFormat(code: string, neighbours: readonly (string | undefined)[]): string {
  const same = neighbours.find(other => other !== undefined && shapeOf(other) === shapeOf(code));
  return same ?? code.replace('#', 'l');
}

/** A code without what the imports cannot tell: formats, and the group of a type. */
function shapeOf(code: string): string {
  return referenceOf(code) === undefined
    ? code.replace(/[ild]/, '#').replace(/[yq]/, 's').replace('m', 't')
    : withReference(code, type => type.replace(/^[A-Z][a-z]+(?=V\d)/, ''));
}

function kindsOf(
  imports: ImportsRelease,
  neighbours: readonly Release[],
  known: ReadonlySet<string>,
): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const { apiVersion, kind, type } of imports.kinds) {
    const sibling = neighbours.map(release => siblingOf(release, apiVersion, kind)).find(found => found);
    if (!sibling) continue;
    const own = { ...sibling, apiVersion, kind, type: clientName(type, known) };
    kinds.set(`${apiVersion}/${kind}`, own);
  }
  return kinds;
}

/** The same kind, of this or another version of its group: they share plural and scope. */
function siblingOf(release: Release, apiVersion: string, kind: string): Kind | undefined {
  const same = release.kinds.get(`${apiVersion}/${kind}`);
  if (same || !apiVersion.includes('/')) return same;
  const group = `${apiVersion.split('/', 1)[0]}/`;
  return [...release.kinds.values()].find(other => other.kind === kind && other.apiVersion.startsWith(group));
}

function asKind(type: string, types: ReadonlyMap<string, Fields>, neighbours: readonly Release[]): Fields {
  const string = { code: 's', required: false };
  const own = OWN_STATUSES[type];
  const status = own
    ? { code: own, required: false }
    : neighbours.map(release => release.types.get(type)?.get('status')).find(found => found);
  return new Map([
    ['apiVersion', string],
    ['kind', string],
    ...(types.get(type) ?? []),
    ...(status ? ([['status', status]] as const) : []),
  ]);
}
