import { join } from 'node:path';
import { readClientRelease, readLeftoverTypes } from './client-release';
import { withEmptyObjects } from './empty-objects';
import { readImports } from './imports-release';
import { withQuantities } from './quantities';
import type { Release } from './release';
import { release131 } from './release-1.31';
import { release135 } from './release-1.35';
import { withStableNames } from './type-names';

/** Reads all versions from the packages that package.json pins for it, oldest first. */
export function readReleases(root: string): Release[] {
  const inPackage = (name: string): string => join(root, 'node_modules', name);
  const client = (minor: number): Release => readClientRelease(minor, inPackage(`kubernetes-1.${minor}`));
  const [v28, v29, v30, v32, v33, v34, v36] = withStableNames([28, 29, 30, 32, 33, 34, 36].map(client)) as [
    Release,
    Release,
    Release,
    Release,
    Release,
    Release,
    Release,
  ];
  const imports = [28, 31, 34].map(minor => readImports(inPackage(`cdk8s-plus-${minor}`)));
  const v31 = release131(readImports(inPackage('cdk8s-plus-31')), v30, v32);
  const v35 = release135(v34, v36, readLeftoverTypes(inPackage('kubernetes-1.36'), '1.35'));
  return withQuantities([v28, v29, v30, v31, v32, v33, v34, v35, v36], imports).map(withEmptyObjects);
}
