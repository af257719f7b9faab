import { apiKind } from '../../kubernetes/api-kinds';
import { dataAt, type JudgedManifest, listAt } from '../judged-manifest';
import { type Data, isData } from '../manifest';
import { indexOnDemand } from './index-on-demand';
import { kindKey } from './kind-key';
import type { ManifestSet } from './manifest-set';
import { podReferences } from './pod-references';

const ROLES = ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'];
const JOBS = ['batch/Job', 'batch/CronJob'];
const WRITING = ['create', 'update', 'patch', '*'];

/** ConfigMaps that add-ons put into every namespace. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'configmaps/istio-ca-root-cert',
  'configmaps/openshift-service-ca.crt',
]);

/** Annotation of a Service whose certificate OpenShift puts into a Secret of this name. */
const SERVING_CERTIFICATE = /^service\.(alpha|beta)\.openshift\.io\/serving-cert-secret-name$/;

/** Fields of custom resources that name the Secret which their controller makes. */
const MADE = ['secretName', 'targetSecretName', 'externalSecretName'];
const MADE_IN = ['destination', 'target', 'secretTemplate', 'managedSecret', 'output'];
const MAX_DEPTH = 8;

/** Custom resources that fill what has their own name. */
const OF_OWN_NAME: Readonly<Record<string, readonly string[]>> = {
  'bitnami.com/SealedSecret': ['secrets'],
  'external-secrets.io/ClusterExternalSecret': ['secrets'],
  'external-secrets.io/ExternalSecret': ['secrets'],
  'kubernetes-client.io/ExternalSecret': ['secrets'],
  'onepassword.com/OnePasswordItem': ['secrets'],
  'ricoberger.de/VaultSecret': ['secrets'],
  'trust.cert-manager.io/Bundle': ['configmaps', 'secrets'],
};

/** What stands between the names in arguments and scripts: `--secret-name=web-tls` names `web-tls`. */
const BETWEEN_WORDS = /[^A-Za-z0-9.-]+/;

/** A text of a ConfigMap that is about ConfigMaps and Secrets, as a script that writes them is. */
const WRITING_SCRIPT = /kubectl|secret|config-?_?map/i;

/**
 * What programs may make while they run: what a role names that lets them write such objects, what the arguments of a
 * Job name, as those of the Jobs that make certificates do, and Secrets that custom resources and Services ask for.
 */
class ProgramObjects {
  private readonly written = new Set<string>();
  private readonly words = new Set<string>();
  /** Objects are looked at once: aliases and cycles have no end. */
  private readonly seen = new Set<Data>();

  constructor(set: ManifestSet) {
    for (const kind of ROLES) for (const role of set.ofKind(kind)) this.addRole(role);
    for (const kind of JOBS) for (const job of set.ofKind(kind)) this.addJob(set, job);
    for (const service of set.ofKind('Service')) this.addService(service);
    for (const { object, data } of set.manifests) {
      if (apiKind(object.apiVersion, object.kind)) continue;
      const own = kindKey(object);
      for (const resource of (Object.hasOwn(OF_OWN_NAME, own) && OF_OWN_NAME[own]) || []) {
        this.written.add(`${resource}/${object.name}`);
      }
      this.addResource(dataAt(data, 'spec'), 0);
    }
  }

  mayMake(resource: string, name: string): boolean {
    const key = `${resource}/${name}`;
    return EVERYWHERE.has(key) || this.written.has(key) || this.words.has(name);
  }

  private addRole({ data }: JudgedManifest): void {
    const rules = listAt(data, 'rules');
    if (!rules.some(({ resourceNames }) => resourceNames)) return;
    const writable = new Set(
      rules
        .filter(rule => textsAt(rule, 'verbs').some(verb => WRITING.includes(verb)))
        .flatMap(rule => textsAt(rule, 'resources')),
    );
    if (writable.size === 0) return;
    for (const rule of rules) {
      for (const name of textsAt(rule, 'resourceNames')) {
        for (const resource of textsAt(rule, 'resources')) {
          if (writable.has(resource)) this.written.add(`${resource}/${name}`);
        }
      }
    }
  }

  private addService({ data }: JudgedManifest): void {
    for (const [key, name] of Object.entries(dataAt(data, 'metadata', 'annotations'))) {
      if (SERVING_CERTIFICATE.test(key)) this.written.add(`secrets/${String(name)}`);
    }
  }

  private addResource(data: Data, depth: number): void {
    if (depth > MAX_DEPTH || this.seen.has(data)) return;
    this.seen.add(data);
    for (const [field, value] of Object.entries(data)) {
      if (MADE.includes(field)) this.written.add(`secrets/${String(value)}`);
      if (MADE_IN.includes(field) && isData(value)) this.written.add(`secrets/${String(value.name)}`);
      for (const part of Array.isArray(value) ? value : [value]) {
        if (isData(part)) this.addResource(part, depth + 1);
      }
    }
  }

  private addJob(set: ManifestSet, job: JudgedManifest): void {
    const pods = set.podsOf(job);
    if (!pods) return;
    const { spec, namespace } = pods;
    for (const container of [...listAt(spec, 'initContainers'), ...listAt(spec, 'containers')]) {
      for (const text of [...textsAt(container, 'command'), ...textsAt(container, 'args')])
        this.addWords(text);
    }
    for (const { kind, name } of podReferences(pods)) {
      const script = kind === 'ConfigMap' ? set.find(kind, namespace, name) : undefined;
      if (!script) continue;
      for (const text of Object.values(dataAt(script.data, 'data'))) {
        if (typeof text === 'string' && WRITING_SCRIPT.test(text)) this.addWords(text);
      }
    }
  }

  private addWords(text: string): void {
    for (const word of text.split(BETWEEN_WORDS)) this.words.add(word);
  }
}

const programObjects = indexOnDemand(set => new ProgramObjects(set));

const RESOURCES: Readonly<Record<string, string>> = { ConfigMap: 'configmaps', Secret: 'secrets' };

/**
 * Whether nothing is known of an object: it is not in the input, not external, not built in, and neither a controller
 * nor a program of the input makes it.
 */
export function isAbsent(set: ManifestSet, kind: string, namespace: string, name: string): boolean {
  return !set.knows(kind, namespace, name) && !mayBeWritten(set, kind, name);
}

/** Whether a controller or a program may write a ConfigMap or a Secret, so that its content is not the input's. */
export function mayBeWritten(set: ManifestSet, kind: string, name: string): boolean {
  const resource = RESOURCES[kind];
  return resource !== undefined && programObjects(set).mayMake(resource, name);
}

function textsAt(data: Data, field: string): readonly string[] {
  const list = data[field];
  return Array.isArray(list) ? list.filter(item => typeof item === 'string') : [];
}
