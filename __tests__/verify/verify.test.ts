import { KUBERNETES_VERSIONS } from '../../lib/kubernetes/kubernetes-version';
import { type VerifyOptions, verify } from '../../lib/verify/verify';
import { definition, pod } from './schema/decoded';

function said(manifests: readonly unknown[], options: VerifyOptions = {}): string[] {
  return verify(manifests, options).findings.map(({ level, object, path, errorType = '-' }) =>
    `${object.index} ${level} ${errorType} ${path}`.trim(),
  );
}

const boat = { apiVersion: 'sea.example/v1', kind: 'Boat', metadata: { name: 'b' } };

test('nothing is said of a good manifest', () => {
  expect(verify([pod()])).toEqual({
    findings: [],
    waived: [],
    unusedWaivers: [],
    powerlessWaivers: [],
    summary: {
      versions: ['1.28'],
      objects: 1,
      findings: { rejected: 0, broken: 0, risky: 0 },
      notVerified: [],
    },
  });
});

test('decode errors do not hide validation errors', () => {
  expect(said([pod({ image: '', colour: 'blue' }, { restartPolicy: 'Maybe' })])).toEqual([
    '0 rejected Decode spec.containers[0].colour',
    '0 rejected FieldValueRequired spec.containers[0].image',
    '0 rejected FieldValueNotSupported spec.restartPolicy',
  ]);
});

test('validation is not asked about a value that decoding refused', () => {
  expect(said([pod({ image: 5 })])).toEqual(['0 rejected Decode spec.containers[0].image']);
  expect(said([{ ...(pod() as object), spec: { containers: 'main' } }])).toEqual([
    '0 rejected Decode spec.containers',
  ]);
});

test('validation is asked about a field whose name was misspelt', () => {
  const spec = { container: [{ name: 'main', image: 'a' }] };
  expect(said([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec }])).toEqual([
    '0 rejected Decode spec.container',
    '0 rejected FieldValueRequired spec.containers',
  ]);
});

test('findings are sorted by manifest and path, numbers by their size', () => {
  const args = Array.from({ length: 11 }, (_, index) => (index === 2 || index === 10 ? index : 'a'));
  expect(said([pod({ args, tty: 1 }), { ...pod({ stdin: 1 }), metadata: { name: 'second' } }])).toEqual([
    '0 rejected Decode spec.containers[0].args[2]',
    '0 rejected Decode spec.containers[0].args[10]',
    '0 rejected Decode spec.containers[0].tty',
    '1 rejected Decode spec.containers[0].stdin',
  ]);
});

test.each([[5], ['a'], [true], [[]], [() => 1]])('%p is no object', value => {
  expect(said([value])).toEqual(['0 rejected Decode']);
});

test('empty documents are passed over', () => {
  expect(verify([null, undefined])).toMatchObject({ findings: [], summary: { objects: 0 } });
});

test('the manifests are not changed', () => {
  const manifests = [
    pod({ image: 5, colour: 'blue', env: null }, { initContainers: [{ restartPolicy: 'Always' }] }),
    definition({ type: 'array', items: { typ: 1 } }),
    { apiVersion: 'v1', kind: 'List', items: [pod(), null, boat] },
    { apiVersion: 'v1', kind: 'ConfigMapList', items: [{ metadata: { name: 'c' } }] },
  ];
  const before = JSON.stringify(manifests);
  verify(frozen(manifests), { kubernetesVersion: KUBERNETES_VERSIONS, strict: true });
  expect(JSON.stringify(manifests)).toBe(before);
});

describe('several versions', () => {
  const versions = ['1.28', '1.33', '1.36'] as const;

  test('make one finding where they agree, and say so', () => {
    const { findings, summary } = verify([pod({ image: '' })], { kubernetesVersion: versions });
    expect(findings).toMatchObject([{ path: 'spec.containers[0].image', versions }]);
    expect(summary.versions).toEqual(versions);
  });

  test('each say what is theirs', () => {
    const { findings } = verify([pod({}, { hostnameOverride: 'a' })], { kubernetesVersion: versions });
    expect(findings).toMatchObject([{ path: 'spec.hostnameOverride', versions: ['1.28', '1.33'] }]);
  });

  test('one version says which it is', () => {
    expect(verify([pod({ image: '' })]).findings[0]?.versions).toEqual(['1.28']);
  });

  test('a version that Drydock does not know is refused', () => {
    expect(() => verify([], { kubernetesVersion: '1.27' as never })).toThrow(RangeError);
  });
});

describe('what cannot be judged in full', () => {
  test('a custom resource without its definition is counted', () => {
    const { findings, summary } = verify([boat]);
    expect(findings).toEqual([]);
    expect(summary.notVerified).toEqual([
      { object: expect.objectContaining({ kind: 'Boat', name: 'b' }), reason: 'custom-resource' },
    ]);
  });

  test('it is risky where one is strict', () => {
    expect(said([boat], { strict: true })).toEqual(['0 risky -']);
  });

  test('its metadata is judged', () => {
    expect(said([{ ...boat, metadata: { name: 'B' } }])).toEqual([
      '0 rejected FieldValueInvalid metadata.name',
    ]);
  });

  test('it is counted once, however many versions are asked', () => {
    expect(verify([boat], { kubernetesVersion: KUBERNETES_VERSIONS }).summary.notVerified).toHaveLength(1);
  });
});

describe('a custom resource with its definition', () => {
  const spec = { type: 'object', properties: { size: { type: 'integer' }, name: { type: 'string' } } };
  const boats = definition({ type: 'object', properties: { spec } });

  test('is judged by it', () => {
    const manifests = [boats, { ...boat, spec: { size: 'big', sails: 2 } }];
    expect(said(manifests)).toEqual([
      '1 rejected Decode spec.sails',
      '1 rejected FieldValueTypeInvalid spec.size',
    ]);
    expect(verify(manifests).summary.notVerified).toEqual([]);
  });

  test('that is given apart is judged by it', () => {
    expect(said([{ ...boat, spec: { size: 'big' } }], { definitions: [boats] })).toEqual([
      '0 rejected FieldValueTypeInvalid spec.size',
    ]);
  });

  test('may leave a field null', () => {
    expect(said([boats, { ...boat, spec: { size: null } }])).toEqual([]);
  });

  test('is of a version that the definition serves', () => {
    const unserved = structuredClone(boats) as { spec: { versions: { served: boolean }[] } };
    for (const version of unserved.spec.versions) version.served = false;
    expect(said([boat], { definitions: [unserved] })).toEqual(['0 rejected Decode apiVersion']);
  });

  test('is not failed by a broken definition', () => {
    const broken = definition({ type: 5, properties: [], required: 'spec', enum: {} });
    expect(said([{ ...boat, spec: {} }], { definitions: [broken, 5, {}] })).toEqual([
      '0 rejected Decode spec',
    ]);
  });
});

test('the summary counts by level', () => {
  const sidecar = { name: 's', image: 'a:1', restartPolicy: 'Always' };
  const { summary } = verify([
    pod({ image: '', resizePolicy: [] }, { initContainers: [sidecar] }),
    { ...pod({ colour: 1 }), metadata: { name: 'second' } },
  ]);
  expect(summary).toMatchObject({ objects: 2, findings: { rejected: 2, broken: 1, risky: 1 } });
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
