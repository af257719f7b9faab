import { ApiObject, App, Chart } from 'cdk8s';
import { reviewSerializer } from '../../lib/testing/jest';

function manifest(kind: string, name: string, rest: object = {}) {
  return { apiVersion: 'v1', kind, metadata: { name }, ...rest };
}

describe('the serializer for review', () => {
  it('takes charts and lists of manifests, and nothing else', () => {
    const app = new App();
    expect(reviewSerializer.test(new Chart(app, 'shop'))).toBe(true);
    expect(reviewSerializer.test([manifest('Pod', 'a')])).toBe(true);
    for (const other of [app, [], [1], {}, 'a', null, undefined, [manifest('Pod', 'a'), {}]]) {
      expect(reviewSerializer.test(other)).toBe(false);
    }
  });

  it('writes objects by kind and name, whatever their order', () => {
    const objects = [manifest('Service', 'b'), manifest('Pod', 'c'), manifest('Service', 'a')];
    const text = reviewSerializer.serialize(objects);
    expect(text.match(/name: \w/g)).toEqual(['name: c', 'name: a', 'name: b']);
    expect(reviewSerializer.serialize([...objects].reverse())).toBe(text);
  });

  it('leaves out the hashes of names that cdk8s makes up', () => {
    const chart = new Chart(new App(), 'shop');
    const config = new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
    new ApiObject(chart, 'pod', { apiVersion: 'v1', kind: 'Pod', spec: { from: config.name } });
    expect(config.name).toMatch(/-c8/);
    const text = reviewSerializer.serialize(chart);
    expect(text).not.toContain('-c8');
    expect(text).toContain('from: shop-config-<hash>');
  });

  it('leaves out checksums, and what Secrets hold', () => {
    const metadata = { name: 'a', annotations: { 'checksum/config': 'abc', 'example.com/owner': 'team' } };
    const text = reviewSerializer.serialize([
      { apiVersion: 'v1', kind: 'Pod', metadata },
      manifest('Secret', 's', { stringData: { password: 'hunter2' }, type: 'Opaque' }),
    ]);
    expect(text).toContain('checksum/config: <checksum>');
    expect(text).toContain('example.com/owner: team');
    expect(text).toContain('password: <secret>');
    expect(text).not.toContain('hunter2');
  });

  it('leaves nothing else out', () => {
    const spec = { a: null, b: [], c: {}, d: [{ e: 'f-c8' }], g: 'ends-c8abcdef0' };
    expect(reviewSerializer.serialize([manifest('Pod', 'a', { spec })])).toBe(
      [
        'apiVersion: v1',
        'kind: Pod',
        'metadata:',
        '  name: a',
        'spec:',
        '  a: null',
        '  b: []',
        '  c: {}',
        '  d:',
        '    - e: f-c8',
        '  g: ends-c8abcdef0',
      ].join('\n'),
    );
  });
});
