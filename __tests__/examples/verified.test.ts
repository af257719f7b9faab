import { OUTSIDE_OBJECTS as EXAMPLES } from '../../examples/outside-objects';
import { OUTSIDE_OBJECTS as SHOP } from '../../examples/shop/outside-objects';
import { KUBERNETES_VERSIONS } from '../../lib/kubernetes/kubernetes-version';
import { verify } from '../../lib/verify/verify';
import { verifyUpdate } from '../../lib/verify/verify-update';
import { outputOf } from './output';

describe.each([
  ['the examples', 'examples/main.ts', EXAMPLES],
  ['the shop', 'main.ts', SHOP],
])('%s', (_, main, external) => {
  const { manifests } = outputOf(main);

  test.each(KUBERNETES_VERSIONS)('no finding for Kubernetes %s', kubernetesVersion => {
    const { findings, summary } = verify(manifests, { kubernetesVersion, external });
    expect(findings.map(f => `${f.level} ${f.object.kind} ${f.object.name} ${f.path}: ${f.message}`)).toEqual(
      [],
    );
    expect(summary.objects).toBe(manifests.length);
  });

  test('an update without a change is none', () => {
    expect(manifests.flatMap(manifest => verifyUpdate(manifest, manifest).findings)).toEqual([]);
  });
});
