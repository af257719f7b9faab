import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validateNetworkPolicy } from '../../../../lib/verify/api/network/network-policy';
import { judged } from './judged';

const spec = (fields: object, version?: KubernetesVersion) =>
  judged(validateNetworkPolicy, { spec: { podSelector: {}, ...fields } }, version);

const port = (fields: object) =>
  spec({ ingress: [{ ports: [fields] }] }).map(error => error.replace('spec.ingress[0].ports[0].', ''));

const peer = (fields: object, version?: KubernetesVersion) =>
  spec({ egress: [{ to: [fields] }] }, version).map(error => error.replace('spec.egress[0].to[0]', 'peer'));

test('a policy without a spec selects every pod', () => {
  expect(judged(validateNetworkPolicy, {})).toEqual([]);
});

test('selectors are judged wherever they stand', () => {
  const selector = { matchLabels: { 'a b': 'c' } };
  const errors = spec({ podSelector: selector, ingress: [{ from: [{ namespaceSelector: selector }] }] });
  expect(errors).toEqual([
    'Invalid spec.podSelector.matchLabels',
    'Invalid spec.ingress[0].from[0].namespaceSelector.matchLabels',
  ]);
});

test('policy types', () => {
  expect(spec({ policyTypes: ['Egress', 'Egress'] })).toEqual([]);
  expect(spec({ policyTypes: ['ingress'] })).toEqual(['NotSupported spec.policyTypes[0]']);
  expect(spec({ policyTypes: ['a', 'b', 'c'] })).toEqual(['Invalid spec.policyTypes']);
});

test.each<[object, string[]]>([
  [{}, []],
  [{ port: 80 }, []],
  [{ port: 'http', protocol: 'SCTP' }, []],
  [{ port: 80, endPort: 80 }, []],
  [{ port: '80' }, ['Invalid port']],
  [{ protocol: '' }, ['NotSupported protocol']],
  [{ port: 80, endPort: 79 }, ['Invalid endPort']],
  [{ port: 80, endPort: 70000 }, ['Invalid endPort']],
  [{ port: 'http', endPort: 90 }, ['Invalid endPort']],
  [{ endPort: 90 }, ['Invalid endPort']],
])('the port %j', (fields, errors) => expect(port(fields)).toEqual(errors));

test('NetworkPolicyPort.allTcp() gives port 0', () => expect(port({ port: 0 })).toEqual(['Invalid port']));

describe('a peer', () => {
  const ipBlock = { cidr: '10.0.0.0/8' };

  it('is selected, or a network', () => {
    expect(peer({ podSelector: {}, namespaceSelector: {} })).toEqual([]);
    expect(peer({ ipBlock })).toEqual([]);
    expect(peer({})).toEqual(['Required peer']);
    expect(peer({ ipBlock, podSelector: {} })).toEqual(['Forbidden peer']);
  });

  test.each<[object, string[]]>([
    [{ cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }, []],
    [{ cidr: 'fd00::/8', except: ['fd00::/9'] }, []],
    [{}, ['Required peer.ipBlock.cidr']],
    [{ cidr: '999.1.1.1/77', except: ['a'] }, ['Invalid peer.ipBlock.cidr']],
    [{ cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] }, ['Invalid peer.ipBlock.except[0]']],
    [{ cidr: '10.0.0.0/8', except: ['11.0.0.0/16'] }, ['Invalid peer.ipBlock.except[0]']],
    [{ cidr: '10.1.0.0/16', except: ['10.1.2.3/24'] }, ['Invalid peer.ipBlock.except[0]']],
  ])('that is the network %j', (block, errors) => expect(peer({ ipBlock: block })).toEqual(errors));

  it('whose bits go beyond the prefix is refused since 1.36', () => {
    expect(peer({ ipBlock: { cidr: '10.1.2.3/8' } }, '1.35')).toEqual([]);
    expect(peer({ ipBlock: { cidr: '10.1.2.3/8' } })).toEqual(['Invalid peer.ipBlock.cidr']);
  });

  it('has the exceptions behind a wrong one judged since 1.30', () => {
    const block = { ipBlock: { cidr: '10.0.0.0/8', except: ['a', '11.0.0.0/16'] } };
    expect(peer(block, '1.29')).toHaveLength(1);
    expect(peer(block, '1.30')).toHaveLength(2);
  });
});
