import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App as Cdk8sApp, Chart, JsonPatch } from 'cdk8s';
import { Service } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Namespace } from '../../lib/governance/namespace';
import { KUBERNETES_VERSION } from '../../lib/naming/cluster-settings';
import { App } from '../../lib/synth/app';
import type { AppProps } from '../../lib/synth/app-props';
import type { SynthFinding } from '../../lib/synth/synth-finding';
import { Testing } from '../../lib/synth/testing';
import { VerificationError } from '../../lib/synth/verification-error';
import { filesIn } from './output-of';

const outdir = mkdtempSync(join(tmpdir(), 'drydock-app-'));
const said = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
afterEach(() => {
  said.mockClear();
  for (const name of Object.keys(process.env)) if (name.startsWith('DRYDOCK_')) delete process.env[name];
});
afterAll(() => {
  said.mockRestore();
  rmSync(outdir, { recursive: true });
});

/** An app with one Service, whose only port is as given. */
function app(port: object, props: Partial<AppProps> = {}): App {
  const made = new App({ outdir, constructIndex: false, ...props } as AppProps);
  new ApiObject(new Chart(made, 'chart', { namespace: 'shop' }), 'web', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { clusterIP: 'None', ports: [port] },
  });
  return made;
}

const GOOD = { port: 80 };
const BAD = { name: 'HTTP', port: 80 };

function failureOf(of: Cdk8sApp): VerificationError {
  try {
    of.synth();
  } catch (error) {
    if (error instanceof VerificationError) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

describe('an object that is refused', () => {
  it('is told with its construct and its field, in an error without a stack', () => {
    const { findings, message, stack, name } = failureOf(app(BAD));
    expect(findings).toEqual([
      expect.objectContaining({ level: 'rejected', construct: 'chart/web', path: 'spec.ports[0].name' }),
    ]);
    expect(message).toMatch(
      /^1 finding in 1 object; nothing was written\n\nrejected: Service shop\/web: spec\.ports\[0\]\.name /,
    );
    expect(message).toMatch(/\n {2}construct: chart\/web\n {2}received: "HTTP"\n {2}fix: .+/);
    expect(message).toMatch(/to see the lines of your source, run drydock synth, or set DRYDOCK_TRACE=1$/);
    expect(stack).toBe(`${name}: ${message}`);
  });

  it('leaves the former output as it was', () => {
    app(GOOD).synth();
    const before = filesIn(outdir);
    failureOf(app(BAD));
    expect(filesIn(outdir)).toEqual(before);
  });

  it('keeps the text of the app from being made, too', () => {
    expect(() => app(BAD).synthYaml()).toThrow(VerificationError);
  });

  it('passes where nothing is verified', () => {
    expect(app(BAD, { verify: false }).synthYaml()).toContain('name: HTTP');
    process.env.DRYDOCK_VERIFY = 'off';
    expect(app(BAD).synthYaml()).toContain('name: HTTP');
  });
});

it('fifty findings are shown, and all are there', () => {
  const [finding] = failureOf(app(BAD)).findings;
  const { message, findings } = new VerificationError(Array(60).fill(finding), 60);
  expect(findings).toHaveLength(60);
  expect(message.match(/^rejected: /gm)).toHaveLength(50);
  expect(message).toMatch(/\n\nand 10 more findings\n\n/);
});

it('what a terminal obeys is shown as text', () => {
  const [finding] = failureOf(app(BAD)).findings as [SynthFinding];
  const { message } = new VerificationError([{ ...finding, value: undefined, message: 'is \x1b[31mred' }], 1);
  expect(message).toContain('is \\u001b[31mred');
});

describe('what is risky', () => {
  const custom = (props: Partial<AppProps> = {}): App => {
    const made = app(GOOD, props);
    const chart = made.node.findChild('chart');
    new ApiObject(chart, 'widget', { apiVersion: 'shop.example/v1', kind: 'Widget' });
    return made;
  };

  it('is said on standard error', () => {
    const made = app({ ...GOOD, targetPort: 'web' });
    const pod = {
      restartPolicy: 'Always',
      containers: [{ name: 'a', image: 'a', env: [{ name: 'A' }, { name: 'A' }] }],
    };
    const chart = made.node.findChild('chart');
    new ApiObject(chart, 'pod', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p' },
      spec: { ...pod, volumes: [{ name: 'v', secret: { secretName: 'gone' } }] },
    });
    made.synthYaml();
    expect(said.mock.calls.join('')).toMatch(/^risky: Pod shop\/p: .+\n {2}construct: chart\/pod\n/m);
  });

  it('fails where that is asked for, by prop or variable', () => {
    expect(() => custom().synthYaml()).not.toThrow();
    expect(() => custom({ verify: { strict: true } }).synthYaml()).toThrow(
      /^1 finding in 2 objects.+\n\nrisky: Widget/,
    );
    process.env.DRYDOCK_VERIFY = 'strict';
    expect(() => custom().synthYaml()).toThrow(VerificationError);
    expect(() => custom({ verify: {} }).synthYaml()).not.toThrow();
  });
});

describe('the version of Kubernetes', () => {
  it('is found by constructs in the context, and decides what is refused', () => {
    const recent = app(GOOD, { kubernetesVersion: '1.36' });
    expect(recent.node.tryGetContext(KUBERNETES_VERSION)).toBe('1.36');
    const withClass = (made: App) => {
      const props = { apiVersion: 'storage.k8s.io/v1', kind: 'VolumeAttributesClass' };
      const more = { metadata: { name: 'gold' }, driverName: 'csi.example', parameters: { iops: '1' } };
      new ApiObject(made.node.findChild('chart'), 'gold', { ...props, ...more });
      return () => made.synthYaml();
    };
    expect(withClass(recent)).not.toThrow();
    expect(withClass(app(GOOD, { kubernetesVersion: '1.28' }))).toThrow(/VolumeAttributesClass gold/);
    process.env.DRYDOCK_KUBERNETES_VERSION = '1.36';
    expect(withClass(app(GOOD))).not.toThrow();
  });

  it.each<[string, () => unknown, RegExp]>([
    ['a prop', () => app(GOOD, { kubernetesVersion: '1.99' as '1.36' }), /^"1\.99" is no version/],
    [
      'the context',
      () => {
        const made = new App({ outdir });
        made.node.setContext(KUBERNETES_VERSION, 'v1.30');
        made.synthYaml();
      },
      /^"v1\.30" is no version of Kubernetes that Drydock knows; allowed: 1\.28/,
    ],
  ])('has to be one that is known: %s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});

it.each([
  ['DRYDOCK_VERIFY', 'no', /^DRYDOCK_VERIFY is 'no'; allowed: off, on, strict; fix: /],
  ['DRYDOCK_KUBERNETES_VERSION', '2', /^DRYDOCK_KUBERNETES_VERSION is '2'; allowed: 1\.28, /],
])('a variable says what is allowed: %s', (name, value, message) => {
  process.env[name] = value;
  expect(() => new App()).toThrow(message);
  process.env[name] = '';
  expect(() => new App()).not.toThrow();
});

it('lines are named where the app is traced, those of the user alone', () => {
  process.env.DRYDOCK_TRACE = '1';
  const made = app(GOOD);
  const chart = made.node.findChild('chart') as Chart;
  const { stackTraceLimit } = Error;
  const line = Number(/app\.test\.ts:(\d+)/.exec(new Error().stack ?? '')?.[1]) + 1;
  new Service(chart, 'entry', { ports: [{ name: 'HTTP', port: 80 }] });
  const namespace = new Namespace(chart, 'namespace', { name: 'shop' });
  Error.stackTraceLimit = 1;
  const Deep = class extends Construct {
    readonly service = new Service(this, 'service', { ports: [{ name: 'HTTP', port: 80 }] });
  };
  new Deep(chart, 'deep');
  expect(Error.stackTraceLimit).toBe(1);
  Error.stackTraceLimit = stackTraceLimit;
  ApiObject.of(namespace).addJsonPatch(JsonPatch.add('/metadata/labels', { 'no key': '' }));
  const { findings, message } = failureOf(made);
  expect(Object.fromEntries(findings.map(({ construct, source }) => [construct, source]))).toEqual({
    'chart/entry/Resource': expect.stringMatching(`^__tests__/synth/app\\.test\\.ts:${line}:\\d+$`),
    'chart/deep/service/Resource': expect.stringMatching(/^__tests__\/synth\/app\.test\.ts:/),
    'chart/namespace/Resource': expect.stringMatching(`^__tests__/synth/app\\.test\\.ts:${line + 1}:\\d+$`),
  });
  expect(message).toMatch(/\n {2}source: __tests__\/synth\/app\.test\.ts:\d+:\d+\n/);
  expect(message).not.toContain('DRYDOCK_TRACE');
});

describe('Testing', () => {
  it('judges a chart with all of its app, and tells of this chart alone', () => {
    const made = Testing.app();
    expect(made.outdir).not.toBe(Testing.app().outdir);
    const [bad, good] = [new Chart(made, 'bad'), new Chart(made, 'good')];
    const props = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
    new ApiObject(bad, 'b', { ...props, metadata: { name: 'b' }, data: { 'no/key': '' } });
    new ApiObject(good, 'a', props);
    expect(Testing.synth(good)).toEqual([props]);
    expect(() => Testing.synth(bad)).toThrow(/construct: bad\/b/);
  });

  it("judges charts of cdk8s's own App", () => {
    const chart = new Chart(new Cdk8sApp({ outdir }), 'chart');
    new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'No' } });
    expect(() => Testing.synth(chart)).toThrow(VerificationError);
    expect(Testing.synth(Testing.chart())).toEqual([]);
  });
});

it('files of others stay where an app fails', () => {
  const made = app(BAD);
  app(GOOD).synth();
  const before = filesIn(outdir);
  writeFileSync(join(outdir, 'mine.txt'), 'mine');
  failureOf(made);
  expect(filesIn(outdir)).toEqual({ ...before, 'mine.txt': 'mine' });
  expect(existsSync(outdir)).toBe(true);
});
