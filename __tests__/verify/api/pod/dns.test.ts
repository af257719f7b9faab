import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { judgePod } from './judged-pod';

const judge = (spec: object, version?: KubernetesVersion) =>
  judgePod(spec, version).map(error => error.replace('spec.', ''));

describe('how a pod finds names', () => {
  const config = (dnsConfig: object, version?: KubernetesVersion) => judge({ dnsConfig }, version);

  it('is a policy that there is', () => {
    expect(judge({ dnsPolicy: 'ClusterFirstWithHostNet' })).toEqual([]);
    expect(judge({ dnsPolicy: 'Cluster' })).toEqual(['NotSupported dnsPolicy']);
  });

  it('is all in the configuration where there is no policy', () => {
    expect(judge({ dnsPolicy: 'None' })).toEqual(['Required dnsConfig']);
    expect(judge({ dnsPolicy: 'None', dnsConfig: { options: [{}] } })).toEqual([
      'Required dnsConfig.nameservers',
    ]);
  });

  it('is of up to three name servers by their addresses', () => {
    expect(config({ nameservers: ['1.1.1.1', '::1', '10.0.0.1', 'ns.example'] })).toEqual([
      'Invalid dnsConfig.nameservers',
      'Invalid dnsConfig.nameservers[3]',
    ]);
  });

  it('is of addresses that 1.36 is the first to read strictly', () => {
    expect(config({ nameservers: ['010.0.0.1'] }, '1.35')).toEqual([]);
    expect(config({ nameservers: ['010.0.0.1'] })).toEqual(['Invalid dnsConfig.nameservers[0]']);
  });

  it('is of up to 32 domains, of 2048 characters in all', () => {
    expect(config({ searches: Array(33).fill('a') })).toEqual(['Invalid dnsConfig.searches']);
    expect(config({ searches: Array(9).fill(Array(4).fill('d'.repeat(60)).join('.')) })).toEqual([
      'Invalid dnsConfig.searches',
    ]);
  });

  it('is of domains that may have a dot at the end, and since 1.33 underscores', () => {
    expect(config({ searches: ['a.b.'] }, '1.28')).toEqual([]);
    expect(config({ searches: ['_tcp.a', '.'] }, '1.32')[0]).toBe('Invalid dnsConfig.searches[0]');
    expect(config({ searches: ['_tcp.a', '.', 'a_'] })).toEqual(['Invalid dnsConfig.searches[2]']);
  });

  it('has options with names', () => {
    expect(config({ options: [{ value: '2' }] })).toEqual(['Required dnsConfig.options[0]']);
  });
});

describe('the names of a pod', () => {
  it('are labels', () => {
    expect(judge({ hostname: 'a.b', subdomain: 'A' })).toEqual(['Invalid hostname', 'Invalid subdomain']);
  });

  it('have aliases, which 1.30 is the first to number', () => {
    const hostAliases = [{ ip: 'x', hostnames: ['A'] }];
    expect(judge({ hostAliases })).toEqual([
      'Invalid hostAliases[0].ip',
      'Invalid hostAliases[0].hostnames[0]',
    ]);
    expect(judge({ hostAliases }, '1.29')).toEqual([
      'Invalid hostAliases.ip',
      'Invalid hostAliases.hostnames',
    ]);
  });

  it('are not overridden on the network of the node', () => {
    const spec = { hostnameOverride: `${'a'.repeat(63)}.b`, hostNetwork: true, setHostnameAsFQDN: true };
    expect(judge(spec)).toEqual([
      'Forbidden hostnameOverride',
      'Forbidden hostnameOverride',
      'TooLong hostnameOverride',
    ]);
    expect(judge(spec, '1.34')).toEqual([]);
    expect(judge({ hostnameOverride: 'A' })).toEqual(['Invalid hostnameOverride']);
  });
});
