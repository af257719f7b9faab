import { verify } from 'cdk8s-drydock/verify';
import type { Manifest } from './manifest';

/** Objects that are judged. */
export interface Mix {
  readonly name: string;
  readonly objects: readonly Manifest[];
}

/** What the objects of a mix name, and the cluster has. */
const ELSEWHERE = {
  external: [
    { apiVersion: 'v1', kind: 'Namespace' },
    { apiVersion: 'v1', kind: 'Secret' },
    { apiVersion: 'v1', kind: 'Service' },
    { apiVersion: 'v1', kind: 'ServiceAccount' },
    { apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass' },
    { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' },
  ],
};

/**
 * Judges a mix as it is, and again with one broken object in the middle: a fast verifier that says nothing, or that
 * refuses what a server takes, is not worth measuring.
 *
 * @throws Error when anything is found in the mix, or anything but the one fault in the broken one.
 */
export function checkVerdicts({ name, objects }: Mix): void {
  const { findings, summary } = verify(objects, ELSEWHERE);
  if (findings.length > 0) throw new Error(`${name}: found ${findings[0]?.path} ${findings[0]?.message}`);
  if (summary.objects !== objects.length || summary.notVerified.length > 0)
    throw new Error(`${name}: not every object was judged`);
  const middle = Math.floor(objects.length / 2);
  const broken = objects.map((object, index) => (index === middle ? misnamed(object) : object));
  const found = verify(broken, ELSEWHERE).findings.map(
    ({ level, object, path }) => `${level} ${object.index} ${path}`,
  );
  if (found.join() !== `rejected ${middle} metadata.name`)
    throw new Error(`${name}: of a broken name found ${found.join() || 'nothing'}`);
}

/** No kind takes a name with a slash. */
function misnamed(object: Manifest): Manifest {
  return { ...object, metadata: { ...(object.metadata as object), name: 'no/name' } };
}

/** Judges a mix once: microseconds for an object. */
export function measureVerify({ objects }: Mix): number {
  const start = performance.now();
  verify(objects, ELSEWHERE);
  return ((performance.now() - start) * 1000) / objects.length;
}
