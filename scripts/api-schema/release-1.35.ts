import { type Fields, type Kind, type Release, reachable } from './release';

/** What came with 1.35 and is in 1.36 too: kinds, and fields of types that 1.34 has. */
const ADDED_KINDS = [
  'certificates.k8s.io/v1beta1/PodCertificateRequest',
  'storagemigration.k8s.io/v1beta1/StorageVersionMigration',
];
const ADDED_FIELDS = [
  'V1CSIDriverSpec.serviceAccountTokenInSecrets',
  'V1CustomResourceDefinitionCondition.observedGeneration',
  'V1CustomResourceDefinitionStatus.observedGeneration',
  'V1NodeStatus.declaredFeatures',
  'V1PodCertificateProjection.userAnnotations',
  'V1PodStatus.allocatedResources',
  'V1PodStatus.resources',
  'V1alpha3DeviceTaintRule.status',
];
/** Fields that 1.35 declares as 1.36 does: no longer required. */
const CHANGED_FIELDS = ['V1PodFailurePolicyOnPodConditionsPattern.status'];

/** What types that 1.34 lacks got only with 1.36. */
const LATER_FIELDS = ['V1beta1PodCertificateRequestSpec.stubPKCS10Request'];

/** What 1.35 alone has: its types lie in the client's release for 1.36, which no longer refers to them. */
const OWN_KIND: Kind = {
  apiVersion: 'scheduling.k8s.io/v1alpha1',
  kind: 'Workload',
  plural: 'workloads',
  namespaced: true,
  type: 'V1alpha1Workload',
};
const OWN_FIELD = { type: 'V1PodSpec', name: 'workloadRef', code: 'V1WorkloadReference' };

/**
 * Version 1.35, of which the client has no release: 1.34, without what 1.36 no longer has, and with the additions
 * above. (They were read once from the types of `@pulumi/kubernetes` 4.27.0, made for 1.35, which is too large to
 * generate from. That package also confirms that what 1.36 lacks was gone with 1.35.)
 *
 * @param leftovers the types in the release for 1.36 that nothing there refers to.
 */
export function release135(before: Release, after: Release, leftovers: ReadonlyMap<string, Fields>): Release {
  const taken = new Set([...ADDED_FIELDS, ...CHANGED_FIELDS]);
  const types = new Map<string, Fields>(leftovers);
  for (const [name, fields] of after.types) {
    const old = before.types.get(name);
    const merged = new Map(old ? [...old].filter(([key]) => fields.has(key)) : []);
    for (const [key, field] of fields) {
      const id = `${name}.${key}`;
      if (old ? taken.delete(id) : !LATER_FIELDS.includes(id)) merged.set(key, field);
    }
    types.set(name, merged);
  }
  if (taken.size > 0) throw new Error(`1.36 does not have ${[...taken].join(', ')}`);
  types.set(
    OWN_FIELD.type,
    new Map([
      ...(types.get(OWN_FIELD.type) ?? []),
      [OWN_FIELD.name, { code: OWN_FIELD.code, required: false }],
    ]),
  );
  const kinds = new Map([...before.kinds].filter(([id]) => after.kinds.has(id)));
  for (const id of ADDED_KINDS) kinds.set(id, after.kinds.get(id) as Kind);
  kinds.set(`${OWN_KIND.apiVersion}/${OWN_KIND.kind}`, OWN_KIND);
  return reachable({ minor: 35, types, kinds });
}
