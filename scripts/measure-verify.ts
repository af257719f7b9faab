/**
 * How long the verifier takes: to start, and for a manifest. Run it with `node --import tsx scripts/measure-verify.ts` after
 * `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { decode } from '../lib/verify/schema/decode';
import { verify } from '../lib/verify/verify';

const ROUNDS = 15;
const STACKS = 1_000;

const manifests = Array.from({ length: STACKS }, (_, index) => stack(`web-${index}`)).flat();
print('start of build/lib/verify/index.js', median(startTimes()), 'ms');
print('decode', (median(times(decodeAll)) * 1000) / manifests.length, 'us a manifest');
print('verify', (median(times(() => verify(manifests))) * 1000) / manifests.length, 'us a manifest');

function decodeAll(): void {
  for (const manifest of manifests) decode(manifest as Record<string, unknown>, '1.28');
}

function times(run: () => void): number[] {
  return Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}

/** In a process of its own each: a module is loaded once. */
function startTimes(): number[] {
  const file = join(__dirname, '..', 'build', 'lib', 'verify', 'index.js');
  const program = `const start = performance.now(); require(${JSON.stringify(file)}).verify([]); console.log(performance.now() - start);`;
  return Array.from({ length: ROUNDS }, () => Number(execFileSync(process.execPath, ['-e', program])));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(what: string, value: number, unit: string): void {
  process.stdout.write(`${what.padEnd(40)}${value.toFixed(2)} ${unit}\n`);
}

/** What a stack renders: four objects. */
function stack(name: string): object[] {
  const labels = { 'app.kubernetes.io/name': name };
  const metadata = { name, namespace: 'shop', labels };
  const container = {
    name: 'main',
    image: `shop/${name}:1.0.0`,
    ports: [{ name: 'http', containerPort: 8080 }],
    env: [{ name: 'MODE', value: 'live' }],
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
    volumeMounts: [{ name: 'config', mountPath: '/etc/app' }],
  };
  const spec = { containers: [container], volumes: [{ name: 'config', configMap: { name } }] };
  const template = { metadata: { labels }, spec };
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'app.yaml': 'mode: live\n' } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: { replicas: 3, selector: { matchLabels: labels }, template },
    },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
    },
  ];
}
