import { apiKind } from '../../kubernetes/api-kinds';
import { type JudgedManifest, namespaceOf } from '../judged-manifest';
import { kindKey } from './kind-key';

const NONE: readonly JudgedManifest[] = [];

/** The manifests of one kind. */
class KindIndex {
  readonly all: JudgedManifest[] = [];
  private readonly byName = new Map<string, JudgedManifest[]>();
  private byBareName?: ReadonlyMap<string, readonly JudgedManifest[]>;

  add(manifest: JudgedManifest): void {
    this.all.push(manifest);
    push(this.byName, `${homeOf(manifest)}/${manifest.object.name}`, manifest);
  }

  /** Those of a name in a namespace; without any there, those that may be in it. */
  find(namespace: string, name: string): readonly JudgedManifest[] {
    const here = this.byName.get(`${namespace}/${name}`);
    if (here) return here;
    if (namespace !== '') return this.byName.get(`/${name}`) ?? NONE;
    return this.bareNames().get(name) ?? NONE;
  }

  private bareNames(): ReadonlyMap<string, readonly JudgedManifest[]> {
    if (this.byBareName) return this.byBareName;
    const names = new Map<string, JudgedManifest[]>();
    for (const manifest of this.all) push(names, manifest.object.name, manifest);
    this.byBareName = names;
    return names;
  }
}

/** Manifests by kind, namespace and name. Built once, in one pass. */
export class ObjectIndex {
  private readonly kinds = new Map<string, KindIndex>();

  constructor(manifests: readonly JudgedManifest[]) {
    for (const manifest of manifests) {
      const key = kindKey(manifest.object);
      let index = this.kinds.get(key);
      if (!index) {
        index = new KindIndex();
        this.kinds.set(key, index);
      }
      index.add(manifest);
    }
  }

  /** The manifests of a kind, such as `Service` or `apps/StatefulSet`. */
  ofKind(kind: string): readonly JudgedManifest[] {
    return this.kinds.get(kind)?.all ?? NONE;
  }

  /** Those of a kind and a name in a namespace; without any there, those that may be in it. */
  find(kind: string, namespace: string, name: string): readonly JudgedManifest[] {
    return this.kinds.get(kind)?.find(namespace, name) ?? NONE;
  }
}

/** The namespace of a manifest; empty for one of the cluster, and for one that goes where it is applied. */
function homeOf(manifest: JudgedManifest): string {
  const { apiVersion, kind } = manifest.object;
  return apiKind(apiVersion, kind)?.namespaced === false ? '' : namespaceOf(manifest);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
