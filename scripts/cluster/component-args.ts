import { join } from 'node:path';
import type { Component } from './binaries';

/** The domain of the cluster's names. */
export const CLUSTER_DOMAIN = 'cluster.local';

/** What a control plane is started with. */
export interface Settings {
  readonly folder: string;
  /** Of loopback. */
  readonly ports: Readonly<
    Record<
      'etcd' | 'etcdPeers' | 'apiServer' | 'controllerManager' | 'scheduler' | 'dns' | 'dnsReady',
      number
    >
  >;
  /** The address of the API server. */
  readonly server: string;
  /** The token of a user who may do everything. */
  readonly token: string;
}

/** What each part of a control plane is called with. The flags are those that every version knows. */
export function componentArgs({ folder, ports }: Settings): Record<Component, string[]> {
  const file = (name: string) => join(folder, name);
  const etcd = `http://127.0.0.1:${ports.etcd}`;
  const peers = `http://127.0.0.1:${ports.etcdPeers}`;
  return {
    etcd: [
      `--data-dir=${file('etcd')}`,
      `--listen-client-urls=${etcd}`,
      `--advertise-client-urls=${etcd}`,
      `--listen-peer-urls=${peers}`,
      `--initial-advertise-peer-urls=${peers}`,
      `--initial-cluster=default=${peers}`,
      // The data is for this run alone.
      '--unsafe-no-fsync',
    ],
    'kube-apiserver': [
      `--etcd-servers=${etcd}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      // The Service `kubernetes` may not have a loopback address as its endpoint.
      '--endpoint-reconciler-type=none',
      `--secure-port=${ports.apiServer}`,
      // It writes a certificate of its own there.
      `--cert-dir=${folder}`,
      `--token-auth-file=${file('tokens.csv')}`,
      '--authorization-mode=RBAC',
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-signing-key-file=${file('service-account.key')}`,
      `--service-account-key-file=${file('service-account.pub')}`,
      '--service-cluster-ip-range=10.96.0.0/16,fd00::/112',
      '--allow-privileged=true',
    ],
    'kube-controller-manager': [
      `--kubeconfig=${file('kubeconfig')}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${ports.controllerManager}`,
      `--service-account-private-key-file=${file('service-account.key')}`,
      '--leader-elect=false',
      // A claim that found no volume is looked at again then.
      '--pvclaimbinder-sync-period=1s',
      // The machine may be busy for longer than a node may be silent.
      '--node-monitor-grace-period=1h',
    ],
    'kube-scheduler': [
      `--kubeconfig=${file('kubeconfig')}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${ports.scheduler}`,
      '--leader-elect=false',
    ],
    kwok: [`--kubeconfig=${file('kubeconfig')}`, `--config=${file('kwok.yaml')}`, '--manage-all-nodes=true'],
    coredns: [`-conf=${file('Corefile')}`],
  };
}

/** The settings of CoreDNS: names are never cached, by it or by who asks. */
export function corefileText({ folder, ports }: Settings): string {
  return `.:${ports.dns} {
  bind 127.0.0.1
  errors
  ready 127.0.0.1:${ports.dnsReady}
  kubernetes ${CLUSTER_DOMAIN} in-addr.arpa ip6.arpa {
    kubeconfig ${join(folder, 'kubeconfig')}
    pods insecure
    ttl 0
  }
}
`;
}
