import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiClient, type Given } from './api-client';
import type { Binaries, Component } from './binaries';
import type { ClusterAccess } from './cluster-access';
import { componentArgs, corefileText, type Settings } from './component-args';
import { eventually } from './eventually';
import { FAKE_NODES } from './fake-nodes';
import { KWOK_STAGES } from './fake-pods';
import { kubeconfigText } from './kubeconfig';
import { freePorts } from './ports';
import { probe } from './probe';
import type { Supervisor } from './supervision';

/**
 * Starts a control plane with fake nodes and DNS on loopback, and waits until each part says that it is ready.
 *
 * @param folder where its data, logs and process ids go; made if it is not there
 * @throws Error when a part does not get ready, with the end of its log.
 */
export async function startControlPlane(
  { minor, paths }: Binaries,
  folder: string,
  supervisor: Supervisor,
): Promise<ClusterAccess> {
  const settings = await writeSettings(folder);
  const args = componentArgs(settings);
  const start = (name: Component) =>
    supervisor.start({
      name: `${name} ${minor}`,
      path: paths[name],
      args: args[name],
      env: { PATH: process.env.PATH, HOME: folder, TZ: 'UTC' },
      log: logOf(folder, name),
      pidFile: join(folder, `${name}.pid`),
    });
  const ready = async (name: Component, url: string) => {
    try {
      await Promise.race([eventually(`${name} ${minor}`, () => probe(url)), supervisor.failure]);
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${endOf(logOf(folder, name))}`);
    }
  };
  const { ports } = settings;

  start('etcd');
  await ready('etcd', `http://127.0.0.1:${ports.etcd}/readyz`);
  start('kube-apiserver');
  await ready('kube-apiserver', `${settings.server}/readyz`);
  for (const name of ['kube-controller-manager', 'kube-scheduler', 'kwok', 'coredns'] as const) start(name);

  const access: ClusterAccess = {
    minor,
    version: '',
    server: settings.server,
    ca: readFileSync(join(folder, 'apiserver.crt'), 'utf8'),
    headers: { authorization: `Bearer ${settings.token}` },
    abilities: ['namespaces', 'pods', 'fake-pods', 'cluster-objects', 'dns', 'processes'],
    dns: { address: '127.0.0.1', port: ports.dns },
    folder,
  };
  const client = new ApiClient(access);
  for (const node of FAKE_NODES) await client.apply(node);
  await Promise.all([
    ready('kube-controller-manager', `https://127.0.0.1:${ports.controllerManager}/healthz`),
    ready('kube-scheduler', `https://127.0.0.1:${ports.scheduler}/healthz`),
    ready('coredns', `http://127.0.0.1:${ports.dnsReady}/ready`),
    eventually('every fake node', async () => {
      const nodes = await client.list({ apiVersion: 'v1', kind: 'Node' });
      return nodes.length === FAKE_NODES.length && nodes.every(isReady);
    }),
  ]);
  const { body } = await client.call('/version');
  client.close();
  return { ...access, version: body.gitVersion };
}

/** The log of a part of a control plane. */
export function logOf(folder: string, name: string): string {
  return join(folder, `${name}.log`);
}

async function writeSettings(folder: string): Promise<Settings> {
  mkdirSync(folder, { recursive: true });
  const [etcd, etcdPeers, apiServer, controllerManager, scheduler, dns, dnsReady] = (await freePorts(7)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const ports = { etcd, etcdPeers, apiServer, controllerManager, scheduler, dns, dnsReady };
  const settings = {
    folder,
    ports,
    server: `https://127.0.0.1:${apiServer}`,
    token: randomBytes(24).toString('hex'),
  };
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text, { mode: 0o600 });
  write('service-account.key', privateKey.export({ type: 'pkcs1', format: 'pem' }) as string);
  write('service-account.pub', publicKey.export({ type: 'spki', format: 'pem' }) as string);
  write('tokens.csv', `${settings.token},drydock,drydock,system:masters\n`);
  write('kubeconfig', kubeconfigText(settings));
  write('kwok.yaml', KWOK_STAGES);
  write('Corefile', corefileText(settings));
  return settings;
}

function endOf(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}

function isReady(node: Given): boolean {
  return node.status?.conditions?.some((c: Given) => c.type === 'Ready' && c.status === 'True');
}
