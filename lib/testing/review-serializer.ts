import { Chart } from 'cdk8s';
import { emitDocuments } from '../synth/emit-yaml';
import type { Manifest } from '../synth/rendering';
import { type Data, identityOf, isData } from '../verify/manifest';
import { manifestsOfSubject } from './subject';

/** What cdk8s appends to the names that it makes up from construct paths. */
const NAME_HASH = /-c8[0-9a-f]{6}(?![0-9a-z])/g;
/** Annotations that say no more than that something else has changed. */
const CHECKSUM = /(^|\/)(checksum|hash|config-hash|checksum-.*)$|^checksum\//;
/** Fields of a Secret whose values nobody reviews in a snapshot. */
const SECRET_DATA = ['data', 'stringData'];

/** A snapshot serializer, as jest takes it. */
export interface SnapshotSerializer {
  test(value: unknown): boolean;
  serialize(value: unknown): string;
}

/**
 * Writes charts, and lists of manifests, into snapshots as YAML without what does not matter in review: the order of
 * constructs, the hashes in names that cdk8s makes up, checksums, and what Secrets hold.
 */
export const reviewSerializer: SnapshotSerializer = {
  test: value =>
    Chart.isChart(value) || (Array.isArray(value) && value.length > 0 && value.every(isManifest)),
  serialize: value => {
    const { own } = manifestsOfSubject(value);
    const sorted = [...own].sort((a, b) => compare(sortKeyOf(a), sortKeyOf(b)));
    return emitDocuments(sorted.map(manifest => reviewed(manifest) as Manifest)).trimEnd();
  },
};

function reviewed(manifest: Manifest): unknown {
  const isSecret = manifest.kind === 'Secret' && manifest.apiVersion === 'v1';
  return Object.fromEntries(
    Object.entries(manifest).map(([key, value]) => [
      key,
      isSecret && SECRET_DATA.includes(key) && isData(value) ? masked(value) : withoutNoise(value, key),
    ]),
  );
}

function withoutNoise(value: unknown, key: string): unknown {
  if (typeof value === 'string') return value.replace(NAME_HASH, '-<hash>');
  if (Array.isArray(value)) return value.map(item => withoutNoise(item, ''));
  if (!isData(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name.replace(NAME_HASH, '-<hash>'),
      key === 'annotations' && CHECKSUM.test(name) ? '<checksum>' : withoutNoise(field, name),
    ]),
  );
}

function masked(data: Data): Data {
  return Object.fromEntries(Object.keys(data).map(key => [key, '<secret>']));
}

function sortKeyOf(manifest: Manifest): string {
  const { apiVersion, kind, namespace = '', name } = identityOf(manifest, 0);
  return [kind, apiVersion, namespace, name.replace(NAME_HASH, '')].join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isManifest(value: unknown): value is Manifest {
  return isData(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string';
}
