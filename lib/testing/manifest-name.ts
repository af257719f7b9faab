import type { Manifest } from '../synth/rendering';
import { identityOf, type ManifestIdentity } from '../verify/manifest';

/** A manifest in a message: `Service shop/web`. */
export function manifestName(manifest: Manifest): string {
  return identityName(identityOf(manifest, 0));
}

/** An object in a message. */
export function identityName({ kind, namespace, name }: Omit<ManifestIdentity, 'index'>): string {
  return `${kind} ${[namespace, name || '(without name)'].filter(Boolean).join('/')}`;
}
