import { spawnSync } from 'node:child_process';

/** Who synthesizes; `json` writes the same objects with `JSON.stringify`, which is the least that it can take. */
export type Synthesizer = 'cdk8s' | 'drydock' | 'unverified' | 'json';

/** What an app is made of: stacks in one chart, a chart for each stack, or stacks that each depend on the one before. */
export type Work = 'stacks' | 'charts' | 'chain';

/** What a process took. */
export interface SynthTaken {
  /** `app.synth()`, in milliseconds. */
  readonly synth: number;
  /** The most memory that the process had, in MiB. */
  readonly peak: number;
}

/** A stack in plain cdk8s-plus: a StatefulSet, its headless Service, one for clients; a whole one has a budget, too. */
const STACK = `
  function addStack(chart, name, isWhole) {
    const scope = new Construct(chart, name);
    const ports = [{ name: 'pg', port: 5432 }];
    const service = new Service(scope, 'headless', { metadata: { name }, clusterIP: 'None', ports });
    const set = new StatefulSet(scope, 'set', { metadata: { name }, replicas: 3, service });
    const container = set.addContainer({
      name: 'postgres',
      image: 'postgres:16.4',
      ports: [{ name: 'pg', number: 5432 }],
      envVariables: { PGDATA: { value: '/var/lib/postgresql/data/pgdata' } },
      resources: {
        cpu: { request: Cpu.millis(500) },
        memory: { request: Size.gibibytes(1), limit: Size.gibibytes(2) },
      },
      readiness: Probe.fromTcpSocket({ port: 5432, periodSeconds: Duration.seconds(5) }),
    });
    container.mount('/var/lib/postgresql/data', Volume.fromEmptyDir(scope, 'data', 'data'));
    const client = new Service(scope, 'clients', { metadata: { name: name + '-clients' }, ports });
    client.select(set);
    if (!isWhole) return scope;
    new k8s.KubePodDisruptionBudget(scope, 'budget', {
      metadata: { name },
      spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: set.matchLabels } },
    });
    return scope;
  }
`;

const PROGRAM = `
  const { writeFileSync, mkdirSync } = require('node:fs');
  const [, cdk8sPath, plusPath, constructsPath, drydockPath, synthesizer, work, count, outdir] = process.argv;
  const { App, Chart, Duration, Size } = require(cdk8sPath);
  const { Cpu, Probe, Service, StatefulSet, Volume, k8s } = require(plusPath);
  const { Construct } = require(constructsPath);
  ${STACK}
  const newApp = {
    cdk8s: () => new App({ outdir }),
    json: () => new App({ outdir }),
    drydock: () => new (require(drydockPath).App)({ outdir }),
    unverified: () => new (require(drydockPath).App)({ outdir, verify: false }),
  };
  const app = newApp[synthesizer]();
  const props = { namespace: 'shop', disableResourceNameHashes: true };
  const one = work === 'charts' ? undefined : new Chart(app, 'shop', props);
  let before;
  for (let at = 0; at < Number(count); at += 1) {
    const stack = addStack(one ?? new Chart(app, 'shop-' + at, props), 'db-' + at, work !== 'chain');
    if (work === 'chain' && before) stack.node.addDependency(before);
    before = stack;
  }
  const objects = synthesizer === 'json' ? one.toJson() : [];
  const start = performance.now();
  if (synthesizer === 'json') {
    mkdirSync(outdir, { recursive: true });
    writeFileSync(outdir + '/shop.json', JSON.stringify(objects));
  } else {
    app.synth();
  }
  const synth = performance.now() - start;
  process.stdout.write(JSON.stringify({ synth, peak: process.resourceUsage().maxRSS / 1024 }));
`;

/**
 * Makes an app of so many stacks in a new process and writes it to a folder.
 *
 * @throws Error when the process fails.
 */
export function runSynth(synthesizer: Synthesizer, work: Work, count: number, outdir: string): SynthTaken {
  const packages = [
    require.resolve('cdk8s'),
    require.resolve('cdk8s-plus-28'),
    require.resolve('constructs'),
    require.resolve('cdk8s-drydock'),
  ];
  const args = ['-e', PROGRAM, ...packages, synthesizer, work, String(count), outdir];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${synthesizer} on ${work} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as SynthTaken;
}
