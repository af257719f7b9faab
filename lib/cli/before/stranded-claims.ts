import type { Finding } from '../../verify';
import { type Data, isData } from '../../verify/manifest';
import type { Subject } from '../../verify/subject';
import type { ObjectPairs } from './object-pairs';

const SEE =
  'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention';

/** What a StatefulSet says of its claims. */
interface ClaimPlan {
  readonly name: string;
  readonly templates: readonly string[];
  readonly start: number;
  readonly replicas: number;
  /** What becomes of claims when the set is deleted, and when it shrinks. */
  readonly whenDeleted: 'Retain' | 'Delete';
  readonly whenScaled: 'Retain' | 'Delete';
}

/**
 * Claims of StatefulSets that a change leaves without a pod, or deletes: of a set that is gone or has another name, of
 * replicas that are gone, of claim templates that are gone.
 */
export function strandedClaims({ kept, gone, added }: ObjectPairs): Finding[] {
  return [
    ...gone.filter(isStatefulSet).flatMap(set => claimsOfGone(set, added)),
    ...kept
      .filter(({ before }) => isStatefulSet(before))
      .flatMap(({ before, after }) => claimsOfKept(before, planOf(after))),
  ];
}

function claimsOfGone(set: Subject, added: readonly Subject[]): Finding[] {
  const plan = planOf(set);
  const claims = claimsOf(plan, plan.templates, plan.start, plan.replicas);
  if (claims === '') return [];
  const successor = added.find(
    other =>
      isStatefulSet(other) &&
      other.object.namespace === set.object.namespace &&
      sharesTemplate(plan, planOf(other)),
  );
  const instead = successor ? `; StatefulSet ${successor.object.name} begins with empty volumes` : '';
  return [
    finding(
      set,
      plan.whenDeleted,
      `is gone from the manifests, and ${fateOf(plan.whenDeleted, claims)}${instead}`,
      {
        fix: successor
          ? 'keep the name of the set, or copy the data to the new claims first'
          : 'delete the claims by hand once their data is not needed, or keep the set',
      },
    ),
  ];
}

function claimsOfKept(set: Subject, after: ClaimPlan): Finding[] {
  const plan = planOf(set);
  const end = after.start + after.replicas;
  const lost = plan.templates.filter(template => !after.templates.includes(template));
  const kept = plan.templates.filter(template => after.templates.includes(template));
  const shrunk = [
    claimsOf(plan, kept, plan.start, Math.min(after.start, plan.start + plan.replicas) - plan.start),
    claimsOf(plan, kept, Math.max(end, plan.start), plan.start + plan.replicas - Math.max(end, plan.start)),
  ].filter(claims => claims !== '');
  const found: Finding[] = [];
  if (shrunk.length > 0) {
    found.push(
      finding(set, after.whenScaled, `loses replicas, and ${fateOf(after.whenScaled, shrunk.join(', '))}`, {
        fix: 'move their data first where it is needed; claims that stay are used again when the set grows',
      }),
    );
  }
  const dropped = claimsOf(plan, lost, plan.start, plan.replicas);
  if (dropped !== '') {
    found.push(
      finding(set, 'Retain', `loses claim templates, and ${fateOf('Retain', dropped)}`, {
        fix: 'keep the names of the templates, or copy the data first',
      }),
    );
  }
  return found;
}

function fateOf(policy: 'Retain' | 'Delete', claims: string): string {
  return policy === 'Delete'
    ? `its claims are deleted with it: ${claims}`
    : `no pod uses its claims then: ${claims}`;
}

function finding(
  set: Subject,
  policy: 'Retain' | 'Delete',
  message: string,
  { fix }: { fix: string },
): Finding {
  const rule = policy === 'Delete' ? 'deleted-claims' : 'stranded-claims';
  return {
    rule,
    level: 'risky',
    object: set.object,
    path: `${set.prefix}metadata.name`,
    message,
    fix,
    see: SEE,
  };
}

/** The names of claims: of each template the first and the last. */
function claimsOf({ name }: ClaimPlan, templates: readonly string[], start: number, count: number): string {
  if (count <= 0) return '';
  return templates
    .map(template => {
      const first = `${template}-${name}-${start}`;
      return count === 1 ? first : `${first} to ${template}-${name}-${start + count - 1}`;
    })
    .join(', ');
}

function sharesTemplate(a: ClaimPlan, b: ClaimPlan): boolean {
  return a.templates.some(template => b.templates.includes(template));
}

function isStatefulSet({ object }: Subject): boolean {
  return object.kind === 'StatefulSet' && object.apiVersion.startsWith('apps/');
}

function planOf({ manifest, object }: Subject): ClaimPlan {
  const spec = dataOf(manifest.spec);
  const policy = dataOf(spec.persistentVolumeClaimRetentionPolicy);
  const templates = Array.isArray(spec.volumeClaimTemplates) ? spec.volumeClaimTemplates : [];
  return {
    name: object.name,
    templates: templates
      .map(template => String(dataOf(dataOf(template).metadata).name ?? ''))
      .filter(Boolean),
    start: countOf(dataOf(spec.ordinals).start, 0),
    replicas: countOf(spec.replicas, 1),
    whenDeleted: policy.whenDeleted === 'Delete' ? 'Delete' : 'Retain',
    whenScaled: policy.whenScaled === 'Delete' ? 'Delete' : 'Retain',
  };
}

function dataOf(value: unknown): Data {
  return isData(value) ? value : {};
}

function countOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : otherwise;
}
