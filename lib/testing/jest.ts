import {
  type FindingPlace,
  type PassOptions,
  toHaveFinding,
  toHaveResource,
  toHaveResourceCount,
  toPassVerification,
  toRouteOnlyTo,
} from './matchers';
import type { PartialManifest } from './resources';
import type { Subject } from './subject';

export type { FindingPlace, PassOptions } from './matchers';
export type { PartialManifest } from './resources';
export { reviewSerializer, type SnapshotSerializer } from './review-serializer';
export type { Subject } from './subject';

/**
 * Matchers for apps, charts, other constructs, manifests, and lists of manifests. `expect` of `@jest/globals` has them too; its types
 * are told of them by `declare module 'expect' { interface Matchers<R> extends DrydockMatchers<R> {} }`.
 */
export interface DrydockMatchers<R> {
  /** Nothing that is refused or can never work is found; with `strict` nothing risky either. */
  toPassVerification(options?: PassOptions): R;
  /** A rule finds something, there where it is said. */
  toHaveFinding(rule: string, where?: FindingPlace): R;
  /** There is a resource of a kind, such as `Service` or `apps/v1/Deployment`, that has these fields. */
  toHaveResource(kind: string, fields?: PartialManifest): R;
  /** There are so many resources of a kind. */
  toHaveResourceCount(kind: string, count: number): R;
  /** Every Service leads to the pods of a slot, or of another construct or manifest, and to no others. */
  toRouteOnlyTo(slot: Subject): R;
}

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: the type parameters have to be those of @types/jest
    interface Matchers<R, T = {}> extends DrydockMatchers<R> {}
  }
}

/** What jest makes known to tests. */
declare const expect: { extend(matchers: object): void } | undefined;

if (typeof expect === 'undefined') {
  throw new Error(
    "cdk8s-drydock/jest was imported where there is no 'expect'; fix: import it in a test, or name it in setupFilesAfterEnv of jest's configuration",
  );
}
expect.extend({
  toPassVerification,
  toHaveFinding,
  toHaveResource,
  toHaveResourceCount,
  toRouteOnlyTo,
});
