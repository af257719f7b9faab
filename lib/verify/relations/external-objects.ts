import { groupOf } from '../../kubernetes/api-kinds';
import { dataAt } from '../judged-manifest';
import { type Data, identityOf } from '../manifest';

/**
 * What is said to live elsewhere: objects by kind, namespace and name. One without a name stands for every object of
 * its kind, one without a namespace for every namespace, one without an API version for every group.
 */
export class ExternalObjects {
  private readonly declared = new Set<string>();
  private readonly kinds = new Set<string>();

  constructor(objects: readonly Data[]) {
    for (const object of objects) {
      const { apiVersion, kind, namespace = '', name } = identityOf(object, 0);
      // Labels say which pods are meant, and selectors find them by these.
      if (kind === 'Pod' && Object.keys(dataAt(object, 'metadata', 'labels')).length > 0) continue;
      const group = groupOf(apiVersion);
      const key = apiVersion === '' ? kind : keyOf(group, kind);
      this.declared.add([key, namespace, name].join(' '));
      this.kinds.add(`${key} ${namespace}`);
    }
  }

  /** Whether any object of a kind is declared that is, or may be, in a namespace. */
  hasAny(kindKey: string, namespace: string): boolean {
    return this.kinds.has(`${kindKey} ${namespace}`) || this.kinds.has(`${kindKey} `);
  }

  /** Whether an object, or all of its like, is declared. */
  has(kindKey: string, namespace: string, name: string): boolean {
    if (this.declared.size === 0) return false;
    const bare = kindKey.slice(kindKey.indexOf('/') + 1);
    return [kindKey, bare].some(kind =>
      [namespace, ''].some(home => [name, ''].some(one => this.declared.has([kind, home, one].join(' ')))),
    );
  }
}

function keyOf(group: string, kind: string): string {
  return group === '' ? kind : `${group}/${kind}`;
}
