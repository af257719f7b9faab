import { type Data, identityOf, isData, type ManifestIdentity } from './manifest';
import { beyondBounds, type DecodeProblem, typeName, wrongType } from './schema/problem';

/** An object to be judged: a manifest, or an item of a list. */
export interface Subject {
  readonly manifest: Data;
  readonly object: ManifestIdentity;
  /** What its paths begin with: `items[2].` in a list; empty for a manifest. */
  readonly prefix: string;
}

/** Something that is wrong with the input before any version of Kubernetes is asked. */
export interface InputProblem {
  readonly object: ManifestIdentity;
  readonly problem: DecodeProblem;
}

/** What a run is asked to judge. */
export interface Input {
  readonly subjects: readonly Subject[];
  readonly problems: readonly InputProblem[];
}

/** How deep lists may stand in lists, and how many objects a list may hold: one that holds itself has no end. */
const MAX_LISTS = 10;
const MAX_ITEMS = 100_000;

/**
 * The objects of manifests. Empty documents are passed over; a `List`, and a list of one kind such as
 * `ConfigMapList`, is taken apart as kubectl applies it, item by item.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#collections
 */
export function subjectsIn(manifests: readonly unknown[]): Input {
  const subjects: Subject[] = [];
  const problems: InputProblem[] = [];
  for (let index = 0; index < manifests.length; index++) {
    const manifest = manifests[index];
    if (isData(manifest)) {
      if (isList(manifest)) new ListWalk(index, subjects, problems).add(manifest, '', 0);
      else subjects.push({ manifest, object: identityOf(manifest, index), prefix: '' });
    } else if (manifest !== null && manifest !== undefined) problems.push(notAnObject(manifest, index, ''));
  }
  return { subjects, problems };
}

/** Takes one manifest apart. */
class ListWalk {
  private left = MAX_ITEMS;

  constructor(
    private readonly index: number,
    private readonly subjects: Subject[],
    private readonly problems: InputProblem[],
  ) {}

  add(manifest: Data, prefix: string, depth: number): void {
    if (!isList(manifest)) {
      this.subjects.push({ manifest, object: identityOf(manifest, this.index), prefix });
      return;
    }
    const { items } = manifest;
    const path = `${prefix}items`;
    if (!Array.isArray(items)) {
      if (items !== null && items !== undefined) this.complain(manifest, wrongType(path, items, 'array'));
    } else if (depth >= MAX_LISTS) {
      this.left = 0;
      this.complain(manifest, beyondBounds(path, 'deep'));
    } else {
      this.addItems(manifest, items, path, depth);
    }
  }

  private addItems(list: Data, items: readonly unknown[], path: string, depth: number): void {
    for (const [at, item] of items.entries()) {
      if (this.left-- <= 0) {
        if (at === MAX_ITEMS) this.complain(list, beyondBounds(path, 'large'));
        return;
      }
      const place = `${path}[${at}]`;
      if (isData(item)) this.add(withKindOf(item, list), `${place}.`, depth + 1);
      else this.problems.push(notAnObject(item, this.index, place));
    }
  }

  private complain(manifest: Data, problem: DecodeProblem): void {
    this.problems.push({ object: identityOf(manifest, this.index), problem });
  }
}

/** A kind of a custom resource may end in `List` too; such an object has no items. */
function isList(manifest: Data): boolean {
  const { kind } = manifest;
  if (typeof kind !== 'string' || !kind.endsWith('List')) return false;
  return (kind === 'List' && manifest.apiVersion === 'v1') || Array.isArray(manifest.items);
}

/** Items of a list of one kind may leave out what the list says. */
function withKindOf(item: Data, list: Data): Data {
  const { apiVersion, kind } = list;
  if (item.apiVersion || item.kind || typeof kind !== 'string' || kind === 'List') return item;
  return { ...item, apiVersion, kind: kind.slice(0, -'List'.length) };
}

function notAnObject(value: unknown, index: number, path: string): InputProblem {
  return {
    object: { apiVersion: '', kind: '', name: '', index },
    problem: {
      rule: 'not-an-object',
      level: 'rejected',
      path,
      errorType: 'Decode',
      message: `must be an object with apiVersion and kind, and is ${typeName(value)}`,
      fix: 'drop it, or write the object',
    },
  };
}
