import { groupOf } from '../../kubernetes/api-kinds';
import { dataAt } from '../judged-manifest';
import { type Data, identityOf } from '../manifest';

/** Names by namespace; an empty one stands for any. */
type Names = Map<string, Set<string>>;

/**
 * What is said to live elsewhere: objects by kind, namespace and name. One without a name stands for every object of
 * its kind, one without a namespace for every namespace, one without an API version for every group.
 */
export class ExternalObjects {
  private readonly kinds = new Map<string, Names>();

  constructor(objects: readonly Data[]) {
    for (const object of objects) {
      const { apiVersion, kind, namespace = '', name } = identityOf(object, 0);
      // Labels say which pods are meant, and selectors find them by these.
      if (kind === 'Pod' && Object.keys(dataAt(object, 'metadata', 'labels')).length > 0) continue;
      const group = groupOf(apiVersion);
      const key = apiVersion === '' ? kind : keyOf(group, kind);
      const names: Names = this.kinds.get(key) ?? new Map();
      this.kinds.set(key, names);
      names.set(namespace, (names.get(namespace) ?? new Set()).add(name));
    }
  }

  /** Whether any object of a kind is declared that is, or may be, in a namespace. */
  hasAny(kindKey: string, namespace: string): boolean {
    const names = this.kinds.get(kindKey);
    return names !== undefined && (names.has(namespace) || names.has(''));
  }

  /** Whether an object, or all of its like, is declared. */
  has(kindKey: string, namespace: string, name: string): boolean {
    if (this.kinds.size === 0) return false;
    const slash = kindKey.indexOf('/');
    if (isAmong(this.kinds.get(kindKey), namespace, name)) return true;
    return slash >= 0 && isAmong(this.kinds.get(kindKey.slice(slash + 1)), namespace, name);
  }
}

function isAmong(names: Names | undefined, namespace: string, name: string): boolean {
  return names !== undefined && (holds(names.get(namespace), name) || holds(names.get(''), name));
}

function holds(names: ReadonlySet<string> | undefined, name: string): boolean {
  return names !== undefined && (names.has(name) || names.has(''));
}

function keyOf(group: string, kind: string): string {
  return group === '' ? kind : `${group}/${kind}`;
}
