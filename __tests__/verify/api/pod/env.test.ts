import { FieldErrors } from '../../../../lib/verify/api/field-errors';
import { validateContainers } from '../../../../lib/verify/api/pod/containers';
import { FieldPath } from '../../../../lib/verify/field-path';
import { judgeContainer, type Place } from './judged-container';

const from = (valueFrom: object, place?: Place) => judgeContainer({ env: [{ name: 'A', valueFrom }] }, place);
const field = (fieldPath: string, place?: Place) => from({ fieldRef: { fieldPath } }, place);
const resource = (name: string, divisor?: string | number) =>
  from({ resourceFieldRef: { resource: name, ...(divisor !== undefined && { divisor }) } });
const inFrom = (path: string) => `env[0].valueFrom${path}`;

describe('environment variables', () => {
  it('have names', () => {
    expect(judgeContainer({ env: [{ name: 'A', value: '' }, { value: 'x' }] })).toEqual([
      'Required env[1].name',
    ]);
  });

  it.each(['A=B', 'ü', 'a\nb'])('may nowhere be called %j', name => {
    expect(judgeContainer({ env: [{ name }] })).toEqual(['Invalid env[0].name']);
    expect(judgeContainer({ env: [{ name }] }, { version: '1.31' })).toEqual(['Invalid env[0].name']);
  });

  it.each(['1A', 'a b', 'a/b', '..'])('may be called %j since 1.32', name => {
    expect(judgeContainer({ env: [{ name }] }, { version: '1.31' })).toEqual(['Invalid env[0].name']);
    expect(judgeContainer({ env: [{ name }] }, { version: '1.32' })).toEqual([]);
  });

  it('have one source, and no value beside it', () => {
    const fieldRef = { fieldPath: 'metadata.name' };
    const secretKeyRef = { name: 's', key: 'k' };
    expect(from({})).toEqual([`Invalid ${inFrom('')}`]);
    expect(from({ fieldRef, secretKeyRef })).toEqual([`Invalid ${inFrom('')}`]);
    expect(judgeContainer({ env: [{ name: 'A', value: 'x', valueFrom: { fieldRef } }] })).toEqual([
      `Invalid ${inFrom('')}`,
    ]);
  });

  it.each(['configMapKeyRef', 'secretKeyRef'])('take a key that there can be from a %s', source => {
    expect(from({ [source]: { name: 'a', key: '.k_1' } })).toEqual([]);
    expect(from({ [source]: {} })).toEqual([
      `Invalid ${inFrom(`.${source}.name`)}`,
      `Required ${inFrom(`.${source}.key`)}`,
    ]);
    expect(from({ [source]: { name: 'a-', key: '..a' } })).toEqual([
      `Invalid ${inFrom(`.${source}.name`)}`,
      `Invalid ${inFrom(`.${source}.key`)}`,
    ]);
  });

  it('take a key from a file of an emptyDir since 1.35', () => {
    const pod = { volumes: [{ name: 'v' }, { name: 'c', configMap: { name: 'c' } }] };
    const fileKeyRef = { volumeName: 'v', path: 'a.env', key: 'K' };
    expect(from({ fileKeyRef }, { pod })).toEqual([]);
    expect(from({ fileKeyRef }, { pod, version: '1.34' })).toEqual([`Invalid ${inFrom('')}`]);
    expect(from({ fileKeyRef: { ...fileKeyRef, volumeName: 'c' } }, { pod })).toEqual([
      `Invalid ${inFrom('.fileKeyRef.volumeName')}`,
    ]);
    expect(from({ fileKeyRef: { volumeName: 'x', path: '../a', key: 'a=b' } }, { pod })).toEqual([
      `Invalid ${inFrom('.fileKeyRef.key')}`,
      `NotFound ${inFrom('.fileKeyRef.volumeName')}`,
      `Invalid ${inFrom('.fileKeyRef.path')}`,
    ]);
  });

  it('name a file of a volume whole', () => {
    expect(from({ fileKeyRef: {} })).toEqual([
      `Required ${inFrom('.fileKeyRef.key')}`,
      `Required ${inFrom('.fileKeyRef.volumeName')}`,
      `NotFound ${inFrom('.fileKeyRef.volumeName')}`,
      `Required ${inFrom('.fileKeyRef.path')}`,
    ]);
    expect(from({ fileKeyRef: { volumeName: 'A', path: 'a', key: 'K' } })).toContain(
      `Invalid ${inFrom('.fileKeyRef.volumeName')}`,
    );
  });

  it('are in no message with their values', () => {
    const errors = new FieldErrors('1.36');
    const env = [{ name: 'A', value: 'canary', valueFrom: {} }, { value: 'canary' }];
    const volumes = { usable: new Map(), all: [] };
    validateContainers({ containers: [{ env }] }, volumes, FieldPath.of('spec'), errors, false);
    expect(JSON.stringify(errors.all)).not.toContain('canary');
  });
});

describe('fields of the pod', () => {
  it.each([
    'metadata.name',
    'spec.host',
    'status.podIPs',
    "metadata.labels['a.io/b']",
    "metadata.annotations['A']",
  ])('can be %s', fieldPath => {
    expect(field(fieldPath)).toEqual([]);
  });

  it('are named', () => {
    expect(field('')).toEqual([`Required ${inFrom('.fieldRef.fieldPath')}`]);
  });

  it.each(['metadata.labels', 'spec.restartPolicy', 'status.phase'])('cannot be %s here', fieldPath => {
    expect(field(fieldPath)).toEqual([`NotSupported ${inFrom('.fieldRef.fieldPath')}`]);
  });

  it.each(['metadata.foo', 'name', "metadata.name['a']", "['a']"])('cannot be %s anywhere', fieldPath => {
    expect(field(fieldPath)).toEqual([`Invalid ${inFrom('.fieldRef.fieldPath')}`]);
  });

  it('have keys that labels and annotations can have', () => {
    for (const map of ['labels', 'annotations']) {
      const errors = new Set(field(`metadata.${map}['']`));
      expect(errors).toEqual(new Set([`Invalid ${inFrom('.fieldRef')}`]));
    }
  });

  it('are those of a v1 Pod', () => {
    expect(from({ fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } })).toEqual([
      `Invalid ${inFrom('.fieldRef.fieldPath')}`,
    ]);
  });

  it('know status.hostIPs since 1.29', () => {
    expect(field('status.hostIPs', { version: '1.28' })).toEqual([`Forbidden ${inFrom('.fieldRef')}`]);
    expect(field('status.hostIPs', { version: '1.29' })).toEqual([]);
  });
});

describe('resources of the container', () => {
  it('are those that can be resolved', () => {
    expect(resource('limits.cpu')).toEqual([]);
    expect(resource('requests.hugepages-2Mi')).toEqual([]);
    expect(resource('')).toEqual([`Required ${inFrom('.resourceFieldRef.resource')}`]);
    expect(resource('limits.pods')).toEqual([`NotSupported ${inFrom('.resourceFieldRef.resource')}`]);
  });

  it.each<[string, string | number]>([
    ['limits.cpu', '1m'],
    ['limits.cpu', 0.001],
    ['limits.cpu', 0],
    ['requests.memory', '1Mi'],
    ['requests.memory', '1024Ki'],
    ['requests.memory', '1.0Ki'],
    ['limits.cpu', '1000m'],
    ['requests.memory', '1000'],
    ['limits.ephemeral-storage', 1],
  ])('of %s are divided by %s', (name, divisor) => {
    expect(resource(name, divisor)).toEqual([]);
  });

  it.each<[string, string | number]>([
    ['limits.cpu', '2m'],
    ['limits.cpu', '1e-3'],
    ['limits.cpu', '1e0'],
    ['limits.cpu', -1],
    ['requests.memory', '2Mi'],
    ['requests.memory', '1e3'],
    ['limits.hugepages-2Mi', '1m'],
  ])('of %s are not divided by %s', (name, divisor) => {
    expect(resource(name, divisor)).toEqual([`Invalid ${inFrom('.resourceFieldRef.divisor')}`]);
  });
});

describe('sources of a whole environment', () => {
  it('are a ConfigMap or a Secret each', () => {
    const configMapRef = { name: 'c' };
    expect(judgeContainer({ envFrom: [{ configMapRef }, { secretRef: { name: 's-' } }] })).toEqual([]);
    expect(judgeContainer({ envFrom: [{}] })).toEqual(['Invalid envFrom']);
    expect(judgeContainer({ envFrom: [{ configMapRef, secretRef: { name: 's' } }] })).toEqual([
      'Invalid envFrom',
    ]);
  });

  it('have names', () => {
    expect(judgeContainer({ envFrom: [{ configMapRef: {} }, { secretRef: { name: 'A' } }] })).toEqual([
      'Required envFrom[0].configMapRef.name',
      'Invalid envFrom[1].secretRef.name',
    ]);
  });

  it('have prefixes that names can begin with', () => {
    const envFrom = [{ prefix: '1-', configMapRef: { name: 'c' } }];
    expect(judgeContainer({ envFrom }, { version: '1.31' })).toEqual(['Invalid envFrom[0].prefix']);
    expect(judgeContainer({ envFrom }, { version: '1.32' })).toEqual([]);
  });
});
