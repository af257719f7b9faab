import { type Field, type Fields, type Release, referenceOf, withReference } from './release';

/**
 * Gives one name to a type in all releases, the one of the newest that has it. The client puts the group before
 * a name once two groups have it (`V1ResourceClaim` became `CoreV1ResourceClaim` with 1.34), so a type that is
 * gone is the same as one that is new where the same field leads to both.
 *
 * @param releases oldest first.
 */
export function withStableNames(releases: readonly Release[]): Release[] {
  const stable: Release[] = [];
  for (const release of [...releases].reverse()) {
    const newer = stable[0];
    stable.unshift(newer ? renamed(release, renamings(release, newer)) : release);
  }
  return stable;
}

function renamings(older: Release, newer: Release): Map<string, string> {
  const found = new Map<string, string>();
  const compare = (before: string | undefined, after: string | undefined): void => {
    if (!before || !after || newer.types.has(before) || older.types.has(after)) return;
    found.set(before, after);
  };
  for (const [id, kind] of older.kinds) compare(kind.type, newer.kinds.get(id)?.type);
  for (const [name, fields] of older.types) {
    for (const [field, { code }] of fields) {
      compare(referenceOf(code), referenceOf(newer.types.get(name)?.get(field)?.code ?? ''));
    }
  }
  return found;
}

function renamed(release: Release, names: ReadonlyMap<string, string>): Release {
  const rename = (type: string): string => names.get(type) ?? type;
  const field = ({ code, required }: Field): Field => ({ code: withReference(code, rename), required });
  return {
    minor: release.minor,
    types: new Map(
      [...release.types].map(([name, fields]): [string, Fields] => [
        rename(name),
        new Map([...fields].map(([key, value]) => [key, field(value)])),
      ]),
    ),
    kinds: new Map([...release.kinds].map(([id, kind]) => [id, { ...kind, type: rename(kind.type) }])),
  };
}

/** The client's name of a type that the OpenAPI document calls `io.k8s.api.core.v1.Pod`. */
export function clientName(openApi: string, known: ReadonlySet<string>): string {
  const [name = '', version = '', group = ''] = openApi.split('.').reverse();
  const plain = capital(version) + name;
  return known.has(capital(group) + plain) ? capital(group) + plain : plain;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
