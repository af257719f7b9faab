import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { KUBERNETES_VERSIONS } from '../../lib/kubernetes/kubernetes-version';
import { type ManifestDocument, readDocuments, SourceFile } from '../../lib/manifest-files';
import { type Finding, type VerifyOptions, verify } from '../../lib/verify';

const CHARTS = join(__dirname, 'charts');

/** What the head of a file declares of the cluster, as a user would: `# settings: { agentLabels: [role] }`. */
const SETTINGS = /^# settings: (.*)$/m;

/** What a chart renders, and what has to be said of the cluster that it is for. */
interface Chart {
  readonly name: string;
  readonly head: string;
  readonly documents: readonly ManifestDocument[];
  readonly manifests: readonly Manifest[];
  readonly settings: VerifyOptions;
}

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: Record<string, unknown>;
}

/** Kinds of which the charts hold one object at least. */
const KINDS = [
  ...['Namespace', 'ServiceAccount', 'Secret', 'ConfigMap', 'Service', 'Endpoints', 'EndpointSlice', 'Pod'],
  ...['PersistentVolume', 'PersistentVolumeClaim', 'StorageClass', 'LimitRange', 'ResourceQuota'],
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'HorizontalPodAutoscaler'],
  ...['PodDisruptionBudget', 'PriorityClass', 'NetworkPolicy', 'Ingress', 'IngressClass', 'APIService'],
  ...['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding', 'CustomResourceDefinition'],
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'ServiceMonitor', 'Prometheus'],
];

/** What is odd and valid, and what the charts hold of it: a manifest in its file. */
const PECULIARITIES: Readonly<Record<string, (manifest: Manifest, file: readonly Manifest[]) => boolean>> = {
  'a Service of one pod, by its name': ({ kind, spec }) =>
    kind === 'Service' && 'statefulset.kubernetes.io/pod-name' in selectorOf(spec),
  'a Service of a label that no template bears': ({ kind, spec }, file) =>
    kind === 'Service' && spec?.selector !== undefined && workloadsOf(spec, file).length === 0,
  'a Service over two Deployments': ({ kind, spec }, file) =>
    kind === 'Service' && workloadsOf(spec, file).filter(one => one.kind === 'Deployment').length > 1,
  'a headless Service that governs two StatefulSets': ({ kind, metadata }, file) =>
    kind === 'Service' && file.filter(({ spec }) => spec?.serviceName === metadata.name).length > 1,
  'a StatefulSet before its governing Service': ({ kind, spec }, file) =>
    kind === 'StatefulSet' && at(file, 'Service', spec?.serviceName) > at(file, kind, undefined, spec),
  'a StatefulSet whose governing Service is nowhere': ({ kind, spec }, file) =>
    kind === 'StatefulSet' && at(file, 'Service', spec?.serviceName) < 0,
  'a Service without a selector, with its endpoints beside it': ({ kind, spec, metadata }, file) =>
    kind === 'Service' && !spec?.selector && at(file, 'Endpoints', metadata.name) >= 0,
  'a Deployment that leaves its replicas to an autoscaler': ({ kind, spec, metadata }, file) =>
    kind === 'Deployment' &&
    spec?.replicas === undefined &&
    at(file, 'HorizontalPodAutoscaler', metadata.name) >= 0,
  'a volume and a claim that name each other': ({ kind, spec, metadata }, file) =>
    kind === 'PersistentVolume' &&
    spec?.claimRef !== undefined &&
    file.some(one => one.kind === 'PersistentVolumeClaim' && one.spec?.volumeName === metadata.name),
  'a claim that finds its volume by labels': ({ kind, spec }) =>
    kind === 'PersistentVolumeClaim' && spec?.selector !== undefined,
  'a namespaced object without a namespace': ({ kind, metadata }) =>
    kind === 'Deployment' && metadata.namespace === undefined,
  'a policy that denies everything': ({ kind, spec }) =>
    kind === 'NetworkPolicy' && spec?.ingress === undefined && spec?.egress === undefined,
};

const charts = readdirSync(CHARTS).sort().map(chart);
const named = charts.map(each => [each.name, each] as const);
const all = charts.flatMap(({ manifests }) => manifests);

describe('the charts', () => {
  test('are these twenty', () => {
    expect(charts.map(({ name }) => name)).toEqual([
      'argo-cd',
      'cert-manager',
      'elasticsearch',
      'external-dns',
      'external-secrets',
      'grafana',
      'ingress-nginx',
      'istio',
      'kafka',
      'keycloak',
      'kube-prometheus-stack',
      'loki',
      'metrics-server',
      'mongodb',
      'postgresql',
      'rabbitmq',
      'redis',
      'traefik',
      'vault',
      'velero',
    ]);
  });

  test('hold more than 300 objects', () => {
    expect(all.length).toBeGreaterThan(300);
  });

  test('hold every kind of object that charts are made of', () => {
    const kinds = new Set(all.map(({ kind }) => kind));
    expect(KINDS.filter(kind => !kinds.has(kind))).toEqual([]);
  });

  test.each(Object.entries(PECULIARITIES))('hold %s', (_, isThere) => {
    expect(charts.filter(({ manifests }) => manifests.some(one => isThere(one, manifests)))).not.toEqual([]);
  });
});

test.each([KUBERNETES_VERSIONS.at(0), KUBERNETES_VERSIONS.at(-1)])(
  'all of them, in one cluster, are taken by Kubernetes %s, and work',
  kubernetesVersion => {
    const settings = {
      external: charts.flatMap(each => each.settings.external ?? []),
      agentLabels: charts.flatMap(each => each.settings.agentLabels ?? []),
    };
    const { findings } = verify(all, { ...settings, kubernetesVersion });
    expect(findings.filter(({ level }) => level !== 'risky').map(inShort)).toEqual([]);
  },
);

describe.each(named)('%s', (_, { name, head, documents, manifests, settings }) => {
  test('says which chart it has the shape of, and what is special in it', () => {
    expect(head).toMatch(new RegExp(`^# ${name}\\b.* in the shape of `));
    expect(head).toMatch(/^# Special: \S/m);
  });

  test('is read without a complaint', () => {
    expect(documents.flatMap(document => document.findings())).toEqual([]);
  });

  test('holds ten objects or more, none of them twice', () => {
    const identities = manifests.map(({ apiVersion, kind, metadata }) =>
      [apiVersion, kind, metadata.namespace, metadata.name].join(' '),
    );
    expect(identities.length).toBeGreaterThanOrEqual(10);
    expect(new Set(identities).size).toBe(identities.length);
  });

  test.each(KUBERNETES_VERSIONS)('is taken by Kubernetes %s, and works', kubernetesVersion => {
    const { findings, summary } = verify(manifests, { ...settings, kubernetesVersion });
    expect(findings.filter(({ level }) => level !== 'risky').map(inShort)).toEqual([]);
    expect(summary.objects).toBe(manifests.length);
    expect(summary.notVerified.filter(({ reason }) => reason !== 'custom-resource')).toEqual([]);
  });

  test('is judged: whatever is spelt wrong in it is found', () => {
    const misspelt = manifests.map(manifest => ({ ...manifest, metadta: {} }));
    const { findings } = verify(misspelt, settings);
    const { notVerified } = verify(manifests, settings).summary;
    const found = findings.filter(({ rule, path }) => rule === 'unknown-field' && path === 'metadta');
    expect(found).toHaveLength(manifests.length - notVerified.length);
  });
});

function chart(file: string): Chart {
  const text = readFileSync(join(CHARTS, file), 'utf8');
  const head = text.slice(0, text.indexOf('\n---\n'));
  const documents = readDocuments([new SourceFile(file, Buffer.from(text))]);
  return {
    name: file.replace(/\.yaml$/, ''),
    head,
    documents,
    manifests: documents.map(({ value }) => value as Manifest),
    settings: parse(SETTINGS.exec(head)?.[1] ?? '{}') as VerifyOptions,
  };
}

function inShort({ level, rule, object, path, message }: Finding): string {
  return `${level} ${rule} ${object.kind} ${object.name} ${path}: ${message}`;
}

function selectorOf(spec: Manifest['spec']): Record<string, string> {
  return (spec?.selector ?? {}) as Record<string, string>;
}

/** The workloads whose pods a Service selects by the labels of their templates. */
function workloadsOf(spec: Manifest['spec'], file: readonly Manifest[]): readonly Manifest[] {
  const selector = Object.entries(selectorOf(spec));
  return file.filter(one => {
    const template = one.spec?.template as { metadata?: { labels?: Record<string, string> } } | undefined;
    const labels = template?.metadata?.labels;
    return labels && selector.length > 0 && selector.every(([key, value]) => labels[key] === value);
  });
}

/** The place of an object in its file, by its kind and its name or spec; -1 where it is not in it. */
function at(file: readonly Manifest[], kind: string, name: unknown, spec?: Manifest['spec']): number {
  return file.findIndex(one => one.kind === kind && (spec ? one.spec === spec : one.metadata.name === name));
}
