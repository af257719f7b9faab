import { TYPES } from '../../lib/kubernetes/api-schema';
import { type ApiSchema, fieldOf, fieldsOf, versionsOfField } from '../../lib/kubernetes/api-types';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { schemaKeys } from '../../lib/kubernetes/schema-line';

function schemaOf(type: string, field: string, version: KubernetesVersion = '1.28'): ApiSchema | undefined {
  return fieldsOf(type, version)?.get(field)?.schema;
}

test.each<[string, string, ApiSchema]>([
  ['V1ServicePort', 'name', { type: 'string' }],
  ['V1ServicePort', 'port', { type: 'int32' }],
  ['V1ServicePort', 'targetPort', { type: 'int-or-string' }],
  ['V1PodSpec', 'terminationGracePeriodSeconds', { type: 'int64' }],
  ['V1PodSpec', 'hostNetwork', { type: 'boolean' }],
  ['V1PodSpec', 'containers', { type: 'array', items: { type: 'object', of: 'V1Container' } }],
  ['V1PodSpec', 'nodeSelector', { type: 'map', values: { type: 'string' } }],
  ['V1ResourceRequirements', 'limits', { type: 'map', values: { type: 'quantity' } }],
  ['V1EmptyDirVolumeSource', 'sizeLimit', { type: 'quantity' }],
  ['V1NodeStatus', 'allocatable', { type: 'map', values: { type: 'quantity' } }],
  ['V1Secret', 'data', { type: 'map', values: { type: 'byte' } }],
  ['V1Secret', 'stringData', { type: 'map', values: { type: 'string' } }],
  ['V1ObjectMeta', 'creationTimestamp', { type: 'date-time' }],
  ['V1LeaseSpec', 'renewTime', { type: 'date-time-micro' }],
  ['V1JSONSchemaProps', 'maximum', { type: 'double' }],
  ['V1JSONSchemaProps', 'x-kubernetes-list-map-keys', { type: 'array', items: { type: 'string' } }],
  ['V1JSONSchemaProps', 'default', { type: 'any' }],
  ['V1ManagedFieldsEntry', 'fieldsV1', { type: 'any' }],
])('%s.%s', (type, field, expected) => {
  expect(schemaOf(type, field)).toEqual(expected);
});

test('required is what the version at hand declares, since and until are of the name', () => {
  expect(fieldsOf('V1ServicePort', '1.28')?.get('port')?.required).toBe(true);
  expect(fieldsOf('V1ServicePort', '1.28')?.get('name')?.required).toBe(false);
  expect(fieldsOf('V1StatefulSetSpec', '1.32')?.get('serviceName')).toMatchObject({
    required: true,
    since: '1.28',
  });
  expect(fieldsOf('V1StatefulSetSpec', '1.33')?.get('serviceName')).toMatchObject({
    required: false,
    since: '1.28',
  });
  expect(fieldsOf('V1StatefulSetSpec', '1.32')?.get('serviceName')?.until).toBeUndefined();
});

test.each<[string, string, KubernetesVersion, KubernetesVersion | undefined]>([
  ['V1StatefulSetSpec', 'persistentVolumeClaimRetentionPolicy', '1.28', undefined],
  ['V1StatefulSetSpec', 'ordinals', '1.28', undefined],
  ['V1Container', 'restartPolicy', '1.28', undefined],
  ['V1PersistentVolumeClaimSpec', 'volumeAttributesClassName', '1.29', undefined],
  ['V1LifecycleHandler', 'sleep', '1.29', undefined],
  ['V1ServiceSpec', 'trafficDistribution', '1.30', undefined],
  ['V1JobSpec', 'successPolicy', '1.30', undefined],
  ['V1PodResourceClaim', 'source', '1.28', '1.30'],
  ['V1Volume', 'image', '1.31', undefined],
  ['V1NodeStatus', 'features', '1.31', undefined],
  ['V1PodSpec', 'resources', '1.32', undefined],
  ['V1PodSpec', 'hostnameOverride', '1.34', undefined],
  ['V1CSIDriverSpec', 'serviceAccountTokenInSecrets', '1.35', undefined],
  ['V1PodSpec', 'workloadRef', '1.35', '1.35'],
  ['V1CSIDriverSpec', 'preventPodSchedulingIfMissing', '1.36', undefined],
])('%s.%s exists since %s until %s', (type, field, since, until) => {
  expect(versionsOfField(type, field)).toEqual({ since, ...(until && { until }) });
});

test('a type keeps its name where the client began to write its group', () => {
  const claims = { type: 'array', items: { type: 'object', of: 'CoreV1ResourceClaim' } };
  expect(schemaOf('V1ResourceRequirements', 'claims', '1.28')).toEqual(claims);
  expect(schemaOf('V1ResourceRequirements', 'claims', '1.36')).toEqual(claims);
});

test('what a version does not have has no fields', () => {
  expect(fieldsOf('V1beta2FlowSchema', '1.29')).toBeUndefined();
  expect(fieldsOf('V1Ghost', '1.28')).toBeUndefined();
  expect(fieldsOf('constructor', '1.28')).toBeUndefined();
  expect(versionsOfField('V1PodSpec', 'constructor')).toBeUndefined();
});

test('a field by its name is the one of all fields', () => {
  const differing = KUBERNETES_VERSIONS.flatMap(version =>
    schemaKeys(TYPES).flatMap(type =>
      [...(fieldsOf(type, version) ?? [])]
        .filter(([name, field]) => fieldOf(type, name, version) !== field)
        .map(([name]) => `${version} ${type}.${name}`),
    ),
  );
  expect(differing).toEqual([]);
});

test.each(['', ' ', 'port:i! protocol', 'protocol:s', 'ports', 'ort', 'constructor'])(
  '%j is no field',
  name => {
    expect(fieldOf('V1ServicePort', name, '1.33')).toBeUndefined();
    expect(versionsOfField('V1ServicePort', name)).toBeUndefined();
  },
);

test('a field that some versions have is none of the others', () => {
  expect(fieldOf('V1PodSpec', 'hostnameOverride', '1.33')).toBeUndefined();
  expect(fieldOf('V1PodSpec', 'hostnameOverride', '1.34')).toMatchObject({ since: '1.34' });
});

test('every type that a field of a version leads to exists in that version', () => {
  const names = schemaKeys(TYPES);
  const lost = KUBERNETES_VERSIONS.flatMap(version =>
    names.flatMap(name =>
      [...(fieldsOf(name, version)?.values() ?? [])]
        .filter(field => leadsTo(field.schema).some(type => !fieldsOf(type, version)))
        .map(field => `${version} ${name}.${field.name}`),
    ),
  );
  expect(names.length).toBeGreaterThan(700);
  expect(lost).toEqual([]);
});

function leadsTo(field: ApiSchema): string[] {
  switch (field.type) {
    case 'object':
      return [field.of];
    case 'array':
      return leadsTo(field.items);
    case 'map':
      return leadsTo(field.values);
    default:
      return [];
  }
}
