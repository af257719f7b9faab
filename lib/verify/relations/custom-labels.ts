import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import { type Data, isData } from '../manifest';
import { isIn } from './names-by-namespace';

const MAX_DEPTH = 12;

/**
 * The labels that custom resources hold in any field called `labels`, at whatever depth: controllers may give them to
 * pods. Objects are looked at once, as aliases and cycles have no end.
 */
export class CustomLabels {
  private readonly pairs = new Set<string>();

  constructor(resources: readonly JudgedManifest[]) {
    for (const resource of resources) {
      this.walk(namespaceOf(resource), dataAt(resource.data, 'spec'), 0, new Set());
    }
  }

  /** Whether a custom resource of a namespace, or of the cluster, holds a label. */
  has(namespace: string, key: string, value: string): boolean {
    return isIn(this.pairs, namespace, `${key}=${value}`);
  }

  private walk(namespace: string, data: Data, depth: number, seen: Set<Data>): void {
    if (depth > MAX_DEPTH || seen.has(data)) return;
    seen.add(data);
    for (const [field, value] of Object.entries(data)) {
      if (field === 'labels' && isData(value)) this.add(namespace, value);
      for (const part of Array.isArray(value) ? value : [value]) {
        if (isData(part)) this.walk(namespace, part, depth + 1, seen);
      }
    }
  }

  private add(namespace: string, labels: Data): void {
    for (const [key, value] of Object.entries(labels)) {
      if (typeof value === 'string') this.pairs.add(`${namespace}/${key}=${value}`);
    }
  }
}
