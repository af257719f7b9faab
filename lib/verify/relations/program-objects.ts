import { type JudgedManifest, listAt } from '../judged-manifest';
import type { Data } from '../manifest';
import { indexOnDemand } from './index-on-demand';
import type { ManifestSet } from './manifest-set';

const ROLES = ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'];
const JOBS = ['batch/Job', 'batch/CronJob'];
const WRITING = ['create', 'update', 'patch', '*'];

/** Words of arguments: `--secret-name=web-tls` names `web-tls`, `shop/web-tls` too. */
const BETWEEN_WORDS = /[\s=,;:/'"]+/;

/**
 * What programs of the input may make while they run: what a role names that lets them write such objects, and what
 * the arguments of a Job name, as those of the Jobs that make certificates do.
 */
class ProgramObjects {
  private readonly written = new Set<string>();
  private readonly words = new Set<string>();

  constructor(set: ManifestSet) {
    for (const kind of ROLES) for (const role of set.ofKind(kind)) this.addRole(role);
    for (const kind of JOBS) for (const job of set.ofKind(kind)) this.addJob(set, job);
  }

  mayMake(resource: string, name: string): boolean {
    return this.written.has(`${resource}/${name}`) || this.words.has(name);
  }

  private addRole({ data }: JudgedManifest): void {
    const rules = listAt(data, 'rules');
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

  private addJob(set: ManifestSet, job: JudgedManifest): void {
    const spec = set.podsOf(job)?.spec ?? {};
    for (const container of [...listAt(spec, 'initContainers'), ...listAt(spec, 'containers')]) {
      for (const text of [...textsAt(container, 'command'), ...textsAt(container, 'args')]) {
        for (const word of text.split(BETWEEN_WORDS)) this.words.add(word);
      }
    }
  }
}

const programObjects = indexOnDemand(set => new ProgramObjects(set));

const RESOURCES: Readonly<Record<string, string>> = { ConfigMap: 'configmaps', Secret: 'secrets' };

/**
 * Whether nothing is known of an object: it is not in the input, not external, not built in, and neither a controller
 * nor a program of the input makes it.
 */
export function isAbsent(set: ManifestSet, kind: string, namespace: string, name: string): boolean {
  if (set.knows(kind, namespace, name)) return false;
  const resource = RESOURCES[kind];
  return resource === undefined || !programObjects(set).mayMake(resource, name);
}

function textsAt(data: Data, field: string): readonly string[] {
  const list = data[field];
  return Array.isArray(list) ? list.filter(item => typeof item === 'string') : [];
}
