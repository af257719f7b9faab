import { dataAt, type JudgedManifest } from '../judged-manifest';
import { hasSubsets } from '../relations/host-subsets';
import type { ManifestSet } from '../relations/manifest-set';
import { mixesSlots } from '../relations/release-services';
import { rolloutServicesOf } from '../relations/rollout-services';
import type { Rule, RuleProblem } from '../rule';

/** A Service of a blue/green release that leads to both slots. */
export const overlappingSlots: Rule = {
  meta: {
    id: 'overlapping-slots',
    level: 'broken',
    kinds: ['Service', 'argoproj.io/Rollout'],
    summary: 'a Service of a blue/green release leads to both slots',
    why: 'both versions answer at once, before the switch and after it: the release that nobody has looked at gets traffic, and a switch changes nothing',
    fix: 'add the label that tells the slots apart to the selector of each of the two Services',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes',
  },
  check(manifest, set) {
    return manifest.object.kind === 'Service' ? ofService(manifest, set) : ofRollout(manifest);
  },
};

function ofService(service: JudgedManifest, set: ManifestSet): readonly RuleProblem[] {
  const pair = mixesSlots(service, set);
  if (!pair || hasSubsets(service, set)) return [];
  // The release that is not out yet may be made when the Services are changed.
  const isIdle = pair.slots.some(slot => set.podCountOf(slot).max === 0);
  const [one, other] = pair.slots.map(
    ({ manifest: { object }, labels }) => `${object.name} (${labels[pair.label]})`,
  );
  return [
    {
      path: 'spec.selector',
      value: dataAt(service.data, 'spec', 'selector'),
      message: `matches both slots, ${one} and ${other}: it does not say which '${pair.label}'`,
      ...(isIdle ? { level: 'risky' } : {}),
    },
  ];
}

function ofRollout(rollout: JudgedManifest): readonly RuleProblem[] {
  return rolloutServicesOf(rollout).flatMap(([first, second]) => {
    if (!first || !second || first.name !== second.name) return [];
    const { path, name, role } = second;
    const message = `is the Service '${name}', which is the ${first.role}, too: a Rollout needs two`;
    return [{ path, value: name, message, fix: `name another Service as ${role}` }];
  });
}
