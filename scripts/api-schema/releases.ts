import { join } from 'node:path';
import { readClientRelease, readLeftoverTypes } from './client-release';
import { withEmptyObjects } from './empty-objects';
import { readImports } from './imports-release';
import { withQuantities } from './quantities';
import type { Release } from './release';
import { release131 } from './release-1.31';
import { release135 } from './release-1.35';
import { withStableNames } from './type-names';

/** The minor versions of which there is a release of the client, oldest first. */
const CLIENT_MINORS = [28, 29, 30, 32, 33, 34, 36];

/** The minor versions whose imports of cdk8s-plus tell quantities from strings. */
const IMPORT_MINORS = [28, 31, 34];

/** Reads all versions from the packages that package.json pins for it, oldest first. */
export function readReleases(root: string): Release[] {
  const inPackage = (name: string): string => join(root, 'node_modules', name);
  const ofClient = withStableNames(
    CLIENT_MINORS.map(minor => readClientRelease(minor, inPackage(`kubernetes-1.${minor}`))),
  );
  const imports = new Map(
    IMPORT_MINORS.map(minor => [minor, readImports(inPackage(`cdk8s-plus-${minor}`))] as const),
  );
  const of = (minor: number): Release => found(ofClient.find(release => release.minor === minor));
  const leftovers = readLeftoverTypes(inPackage('kubernetes-1.36'), '1.35');
  const derived = [release131(found(imports.get(31)), of(30), of(32)), release135(of(34), of(36), leftovers)];
  const all = [...ofClient, ...derived].sort((a, b) => a.minor - b.minor);
  return withQuantities(all, [...imports.values()]).map(withEmptyObjects);
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a version that another is derived from is not read');
  return value;
}
