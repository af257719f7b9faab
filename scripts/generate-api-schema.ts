/**
 * Writes the fields of every built-in type of every Kubernetes version that Drydock knows to
 * `lib/kubernetes/api-schema.ts`, from packages that package.json pins. Run it with `npm run schema`; it gives
 * the same bytes every time.
 *
 * A new version: pin a release of the client for it as `kubernetes-1.<minor>`, and name it in
 * `api-schema/releases.ts` and `lib/kubernetes/kubernetes-version.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS } from '../lib/kubernetes/kubernetes-version';
import { bundleOf } from './api-schema/bundle';
import { bundleText } from './api-schema/bundle-text';
import { readReleases } from './api-schema/releases';

const root = join(__dirname, '..');
const releases = readReleases(root);
const found = releases.map(({ minor }) => `1.${minor}`);
if (found.join() !== KUBERNETES_VERSIONS.join()) {
  throw new Error(`the packages give ${found.join()}, the library knows ${KUBERNETES_VERSIONS.join()}`);
}
const file = join(root, 'lib', 'kubernetes', 'api-schema.ts');
writeFileSync(file, bundleText(bundleOf(releases)));
