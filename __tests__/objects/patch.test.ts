import { JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { RenderedObject } from '../../lib/objects/rendered-object';
import { type AnyManifest, manifestOf, manifestsOf, testChart } from '../render';

interface Setting {
  readonly patches: JsonPatch[];
  readonly version?: string;
  readonly spec?: k8s.ServiceSpec;
}

const patched = ({ patches, version, spec = { clusterIp: 'None' } }: Setting): AnyManifest => {
  const chart = testChart({ context: version ? { kubernetesVersion: version } : {} });
  const metadata = { name: 'db', annotations: { 'a/b~c': '1' } };
  new RenderedObject(chart, 'db', k8s.KubeService, { metadata, spec }).addJsonPatch(...patches);
  return manifestOf(chart, 'Service');
};

const refused = (...patches: JsonPatch[]) => expect(() => patched({ patches }));

test('patches apply to what is rendered: paths are those of the Kubernetes API', () => {
  const { spec } = patched({ patches: [JsonPatch.replace('/spec/clusterIP', '10.0.0.9')] });
  expect(spec.clusterIP).toBe('10.0.0.9');
});

test('patches apply one after the other', () => {
  const { spec } = patched({
    patches: [
      JsonPatch.add('/spec/selector', {}),
      JsonPatch.add('/spec/selector/app', 'db'),
      JsonPatch.test('/spec/selector/app', 'db'),
      JsonPatch.remove('/spec/clusterIP'),
    ],
  });
  expect(spec).toEqual({ selector: { app: 'db' } });
});

test('escaped paths reach keys with slash and tilde', () => {
  const { metadata } = patched({ patches: [JsonPatch.replace('/metadata/annotations/a~1b~0c', '2')] });
  expect(metadata.annotations).toEqual({ 'a/b~c': '2' });
});

test('rendering twice applies them once each', () => {
  const chart = testChart();
  new RenderedObject(chart, 'db', k8s.KubeService, {
    metadata: { name: 'db' },
    spec: { clusterIp: 'None', ports: [{ port: 1, name: 'a' }] },
  }).addJsonPatch(JsonPatch.add('/spec/ports/-', { port: 2, name: 'b' }));
  expect(manifestsOf(chart)[0].spec.ports).toHaveLength(2);
  expect(manifestsOf(chart)[0].spec.ports).toHaveLength(2);
});

test.each([
  ['a replacement', JsonPatch.replace('/spec/clusterIP', 'None')],
  ['an addition', JsonPatch.add('/spec/clusterIP', 'None')],
  ['a copy', JsonPatch.copy('/spec/clusterIP', '/spec/clusterIP')],
])('%s that changes nothing is an error', (_, patch) => {
  refused(patch).toThrow(/JSON patch '\w+ \/spec\/clusterIP' changes nothing/);
});

test.each([
  ['replace', JsonPatch.replace('/spec/type', 'NodePort')],
  ['remove', JsonPatch.remove('/spec/type')],
])('%s of a field that is not there is an error', (op, patch) => {
  refused(patch).toThrow(
    new RegExp(`JSON patch '${op} /spec/type' changes nothing, since there is no such field`),
  );
});

test('a place below a value that is no object is none', () => {
  refused(JsonPatch.replace('/spec/clusterIP/x', 1)).toThrow(/no such field/);
});

test('an addition below a missing parent is an error', () => {
  refused(JsonPatch.add('/spec/sessionAffinityConfig/clientIP', {})).toThrow(
    /JSON patch 'add .*cannot be applied.*fix: create the parent first/,
  );
});

test('a failing test is an error', () => {
  refused(JsonPatch.test('/spec/clusterIP', '10.0.0.1')).toThrow(/JSON patch 'test .*does not hold/);
});

test('a test that holds changes nothing and is none', () => {
  expect(patched({ patches: [JsonPatch.test('/spec/clusterIP', 'None')] }).spec).toEqual({
    clusterIP: 'None',
  });
});

test('a field that no version has is an error with the field that is meant', () => {
  refused(JsonPatch.add('/spec/sessionAffinty', 'ClientIP')).toThrow(
    /writes the field 'spec.sessionAffinty', which Kubernetes 1.28 does not have.*did you mean 'sessionAffinity'/,
  );
});

test('a field that resembles none is an error with a pointer to the reference', () => {
  refused(JsonPatch.add('/spec/zzz', 1)).toThrow(/writes the field 'spec.zzz'.*API reference/);
});

test('a field of a later version is an error that says since when, and none there', () => {
  const patches = [JsonPatch.add('/spec/trafficDistribution', 'PreferClose')];
  expect(() => patched({ patches })).toThrow(/trafficDistribution.*exists since 1\.\d+.*kubernetesVersion/);
  expect(patched({ patches, version: '1.36' }).spec.trafficDistribution).toBe('PreferClose');
});

test('a field that an earlier patch added and a later one took away is no fault of the result', () => {
  const patches = [JsonPatch.add('/spec/zzz', 1), JsonPatch.remove('/spec/zzz')];
  expect(patched({ patches }).spec).toEqual({ clusterIP: 'None' });
});
