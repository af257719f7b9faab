import type { ImportsRelease } from './imports-release';
import type { Fields, Release } from './release';
import { clientName } from './type-names';

/** Quantities of fields that cdk8s does not import (statuses), or that are newer than what it imports. */
const UNIMPORTED = [
  'V1ContainerStatus.allocatedResources',
  'V1DeviceRequestAllocationResult.consumedCapacity',
  'V1NodeAllocatableResourceClaimStatus.resources',
  'V1NodeAllocatableResourceMapping.allocationMultiplier',
  'V1NodeStatus.allocatable',
  'V1NodeStatus.capacity',
  'V1PersistentVolumeClaimStatus.allocatedResources',
  'V1PersistentVolumeClaimStatus.capacity',
  'V1PodStatus.allocatedResources',
  'V1ResourceQuotaStatus.hard',
  'V1ResourceQuotaStatus.used',
  'V1alpha2NamedResourcesAttribute.quantity',
  'V1alpha3Counter.value',
  'V1beta1DeviceRequestAllocationResult.consumedCapacity',
  'V1beta1NodeAllocatableResourceMapping.allocationMultiplier',
  'V1beta2DeviceRequestAllocationResult.consumedCapacity',
  'V1beta2NodeAllocatableResourceMapping.allocationMultiplier',
  'V2MetricValueStatus.averageValue',
  'V2MetricValueStatus.value',
];

/** Marks as quantities what the client takes for strings, as the types say that cdk8s-plus imports. */
export function withQuantities(releases: readonly Release[], imports: readonly ImportsRelease[]): Release[] {
  const known = new Set(releases.flatMap(release => [...release.types.keys()]));
  const quantities = new Set(UNIMPORTED);
  for (const [openApi, fields] of imports.flatMap(({ types }) => [...types])) {
    for (const [key, { code }] of fields) {
      if (code.endsWith('q')) quantities.add(`${clientName(openApi, known)}.${key}`);
    }
  }
  const unused = new Set(quantities);
  const marked = releases.map(release => ({
    ...release,
    types: new Map(
      [...release.types].map(([name, fields]): [string, Fields] => [
        name,
        new Map(
          [...fields].map(([key, field]) => {
            if (!quantities.has(`${name}.${key}`)) return [key, field];
            unused.delete(`${name}.${key}`);
            return [key, { ...field, code: field.code.replace(/s$/, 'q') }];
          }),
        ),
      ]),
    ),
  }));
  if (unused.size > 0) throw new Error(`no release has the quantities ${[...unused].join(', ')}`);
  return marked;
}
