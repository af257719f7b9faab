import { verify } from '../../../../lib/verify/verify';

const SCHEMA = {
  type: 'object',
  properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } },
};

function definition(spec: object = {}, version: object = {}, metadata: object = {}) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'ships.yard.example', ...metadata },
    spec: {
      group: 'yard.example',
      scope: 'Namespaced',
      names: { plural: 'ships', kind: 'Ship' },
      versions: [
        { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: SCHEMA }, ...version },
      ],
      ...spec,
    },
  };
}

/** Error types without their common beginning, and paths. */
function errorsOf(manifest: object): string[] {
  return verify([manifest]).findings.map(f => `${f.errorType?.replace('FieldValue', '')} ${f.path}`);
}

const withSchema = (openAPIV3Schema: object) => definition({}, { schema: { openAPIV3Schema } });
const withSpec = (spec: object) => withSchema({ type: 'object', properties: { spec } });
const AT_SPEC = 'spec.validation.openAPIV3Schema.properties[spec]';

test('a definition that a server takes has no findings', () => {
  expect(errorsOf(definition())).toEqual([]);
});

test('finalizers without a domain are for definitions and custom resources to choose', () => {
  const finalizers = ['ships.yard.example', 'customresourcecleanup.apiextensions.k8s.io'];
  const ship = { apiVersion: 'yard.example/v1', kind: 'Ship', metadata: { name: 'a', finalizers } };
  expect(verify([definition({}, {}, { finalizers }), ship]).findings).toEqual([]);
});

describe('groups of Kubernetes', () => {
  const snapshots = (group: string, annotations?: object) =>
    errorsOf(
      definition(
        { group, names: { plural: 'ships', kind: 'Ship' } },
        {},
        { name: `ships.${group}`, annotations },
      ),
    );
  const AT = 'metadata.annotations[api-approved.kubernetes.io]';

  test.each(['snapshot.storage.k8s.io', 'x.kubernetes.io'])('%s needs an approval', group => {
    expect(snapshots(group)).toEqual([`Required ${AT}`]);
    const approved = (by: string) => snapshots(group, { 'api-approved.kubernetes.io': by });
    expect(approved('https://github.com/kubernetes/enhancements/pull/1111')).toEqual([]);
    expect(approved('unapproved, experimental-only')).toEqual([]);
    for (const bad of ['-1', 'a/b/c', '../x', 'yes']) expect(approved(bad)).toEqual([`Invalid ${AT}`]);
  });

  test.each(['yard.example', 'notk8s.io', 'k8s.io.example'])('%s is none', group => {
    expect(snapshots(group)).toEqual([]);
  });
});

test('a conversion says how', () => {
  expect(errorsOf(definition({ conversion: {} }))).toEqual(['Required spec.conversion.strategy']);
  expect(errorsOf(definition({ conversion: { strategy: 'None' } }))).toEqual([]);
});

describe('names', () => {
  test('the name is plural and group', () => {
    expect(errorsOf(definition({}, {}, { name: 'boats.yard.example' }))).toEqual(['Invalid metadata.name']);
  });

  test('a group needs a dot, and a scope must be one of two', () => {
    expect(errorsOf(definition({ group: 'yard', scope: 'World' }, {}, { name: 'ships.yard' }))).toEqual([
      'Invalid spec.group',
      'NotSupported spec.scope',
    ]);
  });

  test('the kind of lists differs from the kind', () => {
    expect(errorsOf(definition({ names: { plural: 'ships', kind: 'Ship', listKind: 'Ship' } }))).toEqual([
      'Invalid spec.names.listKind',
    ]);
  });
});

describe('versions', () => {
  const version = (name: string, more: object = {}) => ({
    name,
    served: true,
    storage: false,
    schema: { openAPIV3Schema: SCHEMA },
    ...more,
  });

  test('exactly one is stored', () => {
    expect(errorsOf(definition({ versions: [version('v1')] }))).toEqual([
      'Invalid spec.versions',
      'Invalid status.storedVersions',
    ]);
  });

  test('what versions do not agree on is said of each, and what they agree on once', () => {
    const broken = { openAPIV3Schema: { type: 'object', properties: { spec: {} } } };
    const at = 'openAPIV3Schema.properties[spec].type';
    const two = (schema: object) =>
      definition({ versions: [version('v1', { storage: true, schema: broken }), version('v2', { schema })] });
    expect(errorsOf(two(broken))).toEqual([`Required spec.validation.${at}`]);
    expect(errorsOf(two({ openAPIV3Schema: SCHEMA }))).toEqual([`Required spec.versions[0].schema.${at}`]);
  });

  test('columns, scale and conversion are judged', () => {
    const columns = { additionalPrinterColumns: [{ name: 'Size', type: 'int', jsonPath: 'spec.size' }] };
    expect(errorsOf(definition({}, columns))).toEqual([
      'Invalid spec.additionalPrinterColumns[0].JSONPath',
      'Invalid spec.additionalPrinterColumns[0].type',
    ]);
    const scale = {
      subresources: {
        scale: { specReplicasPath: '.status.replicas', statusReplicasPath: '.status.replicas' },
      },
    };
    expect(errorsOf(definition({}, scale))).toEqual(['Invalid spec.subresources.scale.specReplicasPath']);
    expect(errorsOf(definition({ conversion: { strategy: 'Webhook' } }))).toEqual([
      'Required spec.conversion.conversionReviewVersions',
      'Required spec.conversion.webhookClientConfig',
    ]);
  });
});

describe('a schema is structural', () => {
  test.each<[string, object, string[]]>([
    ['every field has a type', {}, [`Required ${AT_SPEC}.type`]],
    ['of the six that there are', { type: 'text' }, [`NotSupported ${AT_SPEC}.type`]],
    [
      'properties exclude additionalProperties',
      { type: 'object', properties: {}, additionalProperties: { type: 'string' } },
      [`Forbidden ${AT_SPEC}.additionalProperties`],
    ],
    [
      'uniqueItems is a set',
      { type: 'array', items: { type: 'string' }, uniqueItems: true },
      [`Forbidden ${AT_SPEC}.uniqueItems`],
    ],
    [
      'a list that is a map has keys',
      { type: 'array', items: { type: 'object' }, 'x-kubernetes-list-type': 'map' },
      [`Required ${AT_SPEC}.x-kubernetes-list-map-keys`],
    ],
    [
      'a junctor adds no type',
      { type: 'string', anyOf: [{ type: 'string' }] },
      [`Forbidden ${AT_SPEC}.anyOf[0].type`],
    ],
    [
      'a junctor adds no field',
      { type: 'object', anyOf: [{ properties: { a: {} } }] },
      [`Required ${AT_SPEC}.properties[a]`],
    ],
    ['an int-or-string needs no type', { 'x-kubernetes-int-or-string': true }, []],
    ['and may have one', { 'x-kubernetes-int-or-string': true, type: 'string' }, []],
    ['a default fits', { type: 'integer', minimum: 1, default: 0 }, [`Invalid ${AT_SPEC}.default`]],
    ['a default has the type', { type: 'integer', default: 'x' }, [`TypeInvalid ${AT_SPEC}.default`]],
  ])('%s', (_, spec, expected) => {
    expect(errorsOf(withSpec(spec))).toEqual(expected);
  });

  test('the root is an object, and says no more of metadata than its name', () => {
    expect(errorsOf(withSchema({ type: 'string' }))).toEqual([
      'Invalid spec.validation.openAPIV3Schema.type',
    ]);
    const metadata = { type: 'object', properties: { labels: { type: 'object' } } };
    expect(errorsOf(withSchema({ type: 'object', properties: { metadata } }))).toEqual([
      'Forbidden spec.validation.openAPIV3Schema.properties[metadata]',
    ]);
  });
});
