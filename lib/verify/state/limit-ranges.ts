import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import { podsIn } from '../pods-of';
import { type Limit, limitsByNamespace, withDefaults } from './container-limits';
import { amountsOf, containersOf, podAmounts } from './container-resources';
import type { StateProblem } from './state-problem';

const SEE = 'https://kubernetes.io/docs/concepts/policy/limit-range/';

interface Usage {
  readonly path: string;
  readonly what: string;
  readonly requests: ReadonlyMap<string, bigint>;
  readonly limits: ReadonlyMap<string, bigint>;
}

/** Pods and claims that a LimitRange of the input refuses, after its defaults. */
export function limitRangeProblems(manifests: readonly JudgedManifest[]): StateProblem[] {
  const limits = limitsByNamespace(manifests);
  if (limits.size === 0) return [];
  const ofPods = podsIn(manifests).flatMap(pods => {
    const here = limits.get(namespaceOf(pods.manifest)) ?? [];
    const containers = containersOf(pods.spec, pods.path).map(container => withDefaults(container, here));
    const each = containers.flatMap(container =>
      broken({ ...container, what: `container '${container.name}'` }, here, 'Container'),
    );
    const pod = {
      path: pods.path,
      what: 'the pod',
      requests: podAmounts(containers, 'requests'),
      limits: podAmounts(containers, 'limits'),
    };
    return [...each, ...broken(pod, here, 'Pod')].map(problem => ({
      ...problem,
      manifest: pods.manifest,
      ofPods: pods.ofPods,
    }));
  });
  const ofClaims = manifests
    .filter(({ object }) => object.kind === 'PersistentVolumeClaim')
    .flatMap(manifest => {
      const requests = amountsOf(dataAt(manifest.data, 'spec', 'resources').requests);
      const usage = { path: 'spec.resources', what: 'the claim', requests, limits: requests };
      const here = limits.get(namespaceOf(manifest)) ?? [];
      return broken(usage, here, 'PersistentVolumeClaim').map(problem => ({
        ...problem,
        manifest,
        ofPods: false,
      }));
    });
  return [...ofPods, ...ofClaims];
}

type Problem = Omit<StateProblem, 'manifest' | 'ofPods'>;

function broken(usage: Usage, limits: readonly Limit[], type: string): Problem[] {
  return limits
    .filter(limit => limit.type === type)
    .flatMap(limit => {
      const say = (message: string, fix: string): Problem => ({
        rule: 'limit-range',
        path: type === 'Container' ? `${usage.path}.resources` : usage.path,
        message: `${usage.what} ${message}, which LimitRange '${limit.by}' refuses`,
        fix,
        see: SEE,
      });
      return [
        ...[...limit.min].flatMap(([name, least]) => {
          const request = usage.requests.get(name);
          if (request === undefined) return [say(`requests no ${name}`, `request ${name}`)];
          const low = request < least || (usage.limits.get(name) ?? least) < least;
          return low ? [say(`has less ${name} than the minimum`, `raise request and limit of ${name}`)] : [];
        }),
        ...[...limit.max].flatMap(([name, most]) => {
          const given = usage.limits.get(name);
          if (given === undefined) return [say(`has no limit of ${name}`, `set a limit of ${name}`)];
          const high = given > most || (usage.requests.get(name) ?? most) > most;
          return high ? [say(`has more ${name} than the maximum`, `lower request and limit of ${name}`)] : [];
        }),
        ...[...limit.ratio].flatMap(([name, ratio]) => {
          const request = usage.requests.get(name) ?? 0n;
          const given = usage.limits.get(name) ?? 0n;
          const fits = request > 0n && given > 0n && given * 1_000_000_000n <= ratio * request;
          return fits
            ? []
            : [say(`has a limit of ${name} too far above its request`, 'bring them nearer to each other')];
        }),
      ];
    });
}
