import { groupOf } from '../../kubernetes/api-kinds';
import type { Data } from '../../verify/manifest';

/** What a file is called after. */
export interface FileSubject {
  readonly kind: string;
  readonly name: string;
  /** The API version and the namespace are in the name of a file only where it would be another's otherwise. */
  readonly apiVersion: string;
  readonly namespace?: string;
}

type Spelling = (subject: FileSubject) => string;

/** From the name that cdk8s gives to the one that holds all of the identity. */
const SPELLINGS: readonly Spelling[] = [
  ({ kind, name }) => `${kind}.${name}`,
  ({ kind, namespace = '', name }) => [kind, namespace, name].filter(Boolean).join('.'),
  ({ apiVersion, kind, namespace = '', name }) =>
    [kind, groupOf(apiVersion), namespace, name].filter(Boolean).join('.'),
];

/**
 * Names for the files of objects in one folder, without an ending: `Kind.name`, as cdk8s has it. Where several objects
 * would share a file, on a file system that ignores case too, the names of all of them say the namespace, then the
 * group, and then are numbered.
 */
export function fileNames(subjects: readonly FileSubject[]): string[] {
  const levels = subjects.map(() => 0);
  for (;;) {
    const names = subjects.map((subject, at) => spelled(subject, levels[at] ?? 0));
    const shared = sharedNames(names).filter(at => (levels[at] ?? 0) < SPELLINGS.length - 1);
    if (shared.length === 0) return numbered(names);
    for (const at of shared) levels[at] = (levels[at] ?? 0) + 1;
  }
}

/** Names of which each is there once: what comes again gets a number behind it. */
export function numbered(names: readonly string[]): string[] {
  const taken = new Set(names.map(name => name.toLowerCase()));
  const seen = new Set<string>();
  return names.map(name => {
    if (!seen.has(name.toLowerCase())) {
      seen.add(name.toLowerCase());
      return name;
    }
    let number = 2;
    while (taken.has(`${name}.${number}`.toLowerCase())) number += 1;
    taken.add(`${name}.${number}`.toLowerCase());
    return `${name}.${number}`;
  });
}

/** A number in front of each of so many names, as wide as the last needs, so that they sort in this order. */
export function prefix(at: number, count: number): string {
  return `${String(at).padStart(Math.max(4, String(count - 1).length), '0')}-`;
}

/** The name and the namespace of a manifest, as far as it says. */
export function subjectOf(manifest: Data): FileSubject {
  const { apiVersion, kind, metadata } = manifest;
  const { name, namespace } = (metadata ?? {}) as Data;
  return {
    apiVersion: String(apiVersion),
    kind: String(kind),
    name: String(name),
    ...(namespace !== undefined && { namespace: String(namespace) }),
  };
}

function spelled(subject: FileSubject, level: number): string {
  const name = SPELLINGS[level]?.(subject) ?? '';
  return name.replace(/[^0-9a-zA-Z_.-]/g, '');
}

function sharedNames(names: readonly string[]): number[] {
  const places = new Map<string, number[]>();
  for (const [at, name] of names.entries()) {
    const key = name.toLowerCase();
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  return [...places.values()].filter(({ length }) => length > 1).flat();
}
