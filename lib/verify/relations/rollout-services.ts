import { dataAt, type JudgedManifest } from '../judged-manifest';

/** A Service that a Rollout switches. */
export interface RolloutService {
  readonly path: string;
  /** What it is to the Rollout, such as `previewService`. */
  readonly role: string;
  readonly name: string;
}

/** The two Services of each strategy; the second is the one of the version that is not released yet. */
const ROLES = [
  ['blueGreen', 'activeService', 'previewService'],
  ['canary', 'stableService', 'canaryService'],
] as const;

/**
 * The Services that a Rollout of Argo names, by strategy, in pairs where both are named.
 *
 * @see https://argo-rollouts.readthedocs.io/en/stable/features/bluegreen/
 */
export function rolloutServicesOf({ data }: JudgedManifest): readonly (readonly RolloutService[])[] {
  return ROLES.map(([strategy, ...roles]) => {
    const services = dataAt(data, 'spec', 'strategy', strategy);
    return roles.flatMap(role => {
      const name = services[role];
      if (typeof name !== 'string' || name === '') return [];
      return [{ path: `spec.strategy.${strategy}.${role}`, role, name }];
    });
  });
}
