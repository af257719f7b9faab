import { apiKind } from '../../kubernetes/api-kinds';
import { type JudgedManifest, namespaceOf } from '../judged-manifest';
import { kindKey } from './kind-key';

const NONE: readonly JudgedManifest[] = [];

/** Manifests by name. */
type ByName = Map<string, JudgedManifest[]>;

/** The manifests of one kind. */
class KindIndex {
  readonly all: JudgedManifest[] = [];
  /** The first manifest of each name, by namespace; the others of its name are in `twins`. */
  private byNamespace?: Map<string, Map<string, JudgedManifest>>;
  private twins?: Map<JudgedManifest, JudgedManifest[]>;
  private byBareName?: ByName;

  /** Those of a name in a namespace; without any there, those that may be in it. */
  find(namespace: string, name: string): readonly JudgedManifest[] {
    const here = this.in(namespace, name);
    if (here.length > 0) return here;
    return namespace !== '' ? this.in('', name) : (this.bareNames().get(name) ?? NONE);
  }

  private in(namespace: string, name: string): readonly JudgedManifest[] {
    const first = this.names().get(namespace)?.get(name);
    return first ? (this.twins?.get(first) ?? [first]) : NONE;
  }

  /** Whether any two have one namespace and one name. */
  hasTwins(): boolean {
    if (this.all.length > 1) this.names();
    return this.twins !== undefined;
  }

  /** Those of the namespace and the name of a manifest of the kind, if there is another one. */
  twinsOf(manifest: JudgedManifest): readonly JudgedManifest[] {
    return this.hasTwins() ? this.in(homeOf(manifest), manifest.object.name) : NONE;
  }

  private names(): ReadonlyMap<string, ReadonlyMap<string, JudgedManifest>> {
    if (this.byNamespace) return this.byNamespace;
    const namespaces = new Map<string, Map<string, JudgedManifest>>();
    for (const manifest of this.all) {
      const home = homeOf(manifest);
      let names = namespaces.get(home);
      if (!names) {
        names = new Map();
        namespaces.set(home, names);
      }
      const { name } = manifest.object;
      const first = names.get(name);
      if (first) this.addTwin(first, manifest);
      else names.set(name, manifest);
    }
    this.byNamespace = namespaces;
    return namespaces;
  }

  private addTwin(first: JudgedManifest, other: JudgedManifest): void {
    this.twins ??= new Map();
    const known = this.twins.get(first);
    if (known) known.push(other);
    else this.twins.set(first, [first, other]);
  }

  private bareNames(): ByName {
    if (this.byBareName) return this.byBareName;
    const names: ByName = new Map();
    for (const manifest of this.all) {
      const known = names.get(manifest.object.name);
      if (known) known.push(manifest);
      else names.set(manifest.object.name, [manifest]);
    }
    this.byBareName = names;
    return names;
  }
}

/** Manifests by kind, namespace and name. Built once, in one pass; names only of kinds that are asked for. */
export class ObjectIndex {
  private readonly byKind = new Map<string, KindIndex>();
  private hasTwins?: boolean;

  constructor(manifests: readonly JudgedManifest[]) {
    for (const manifest of manifests) {
      const key = kindKey(manifest.object);
      let index = this.byKind.get(key);
      if (!index) {
        index = new KindIndex();
        this.byKind.set(key, index);
      }
      index.all.push(manifest);
    }
  }

  /** The kinds of the manifests. */
  kinds(): Iterable<string> {
    return this.byKind.keys();
  }

  /** The manifests of a kind, such as `Service` or `apps/StatefulSet`. */
  ofKind(kind: string): readonly JudgedManifest[] {
    return this.byKind.get(kind)?.all ?? NONE;
  }

  /** Those of a kind and a name in a namespace; without any there, those that may be in it. */
  find(kind: string, namespace: string, name: string): readonly JudgedManifest[] {
    return this.byKind.get(kind)?.find(namespace, name) ?? NONE;
  }

  /** The manifests of the kind, the namespace and the name of one of them, if there is another one. */
  twinsOf(manifest: JudgedManifest): readonly JudgedManifest[] {
    this.hasTwins ??= [...this.byKind.values()].some(index => index.hasTwins());
    return this.hasTwins ? (this.byKind.get(kindKey(manifest.object))?.twinsOf(manifest) ?? NONE) : NONE;
  }
}

/** The namespace of a manifest; empty for one of the cluster, and for one that goes where it is applied. */
function homeOf(manifest: JudgedManifest): string {
  const { apiVersion, kind } = manifest.object;
  return apiKind(apiVersion, kind)?.namespaced === false ? '' : namespaceOf(manifest);
}
