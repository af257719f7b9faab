import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { isHugePages, nanosOf, type ResourceList, validateResourceName } from '../quantities';
import { type ResourceRequirements, validateResourceRequirements } from '../resource-requirements';
import { type Amounts, aggregate, type SizedContainer } from './aggregate-resources';

const POD_RESOURCES = ['cpu', 'memory', 'hugepages-'];
const NONE: ResourceList = {};

/** What containers ask for, and what their pod as a whole does. */
export interface SizedPod {
  readonly containers?: readonly SizedContainer[];
  readonly initContainers?: readonly SizedContainer[];
  readonly os?: { readonly name?: string };
  readonly resources?: ResourceRequirements;
}

/**
 * Judges what a pod as a whole asks for and may use: its containers must fit in. The field stands behind a gate that
 * 1.34 was the first to open.
 *
 * @param isPod whether it is a pod's own spec, for which the server fills in what is missing, and not a template.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/assign-pod-level-resources/
 */
export function validatePodResources(
  spec: SizedPod,
  path: FieldPath,
  errors: FieldErrors,
  isPod: boolean,
): void {
  const { resources } = spec;
  if (resources === undefined) return;
  if (spec.os?.name === 'windows') {
    errors.forbidden(path, 'may not be set in a pod for Windows');
    return;
  }
  if (resources.claims !== undefined) {
    errors.forbidden(path.child('claims'), 'may not be set for the pod as a whole');
  }
  const asked = aggregate(spec, 'requests', isPod);
  const requests = isPod ? withDefaults(resources, asked) : (resources.requests ?? NONE);
  validateResourceRequirements({ ...resources, requests }, path, errors, validatePodResourceName);
  validateAggregate(asked, requests, path.child('requests'), errors, 'ask');
  validateHugePageLimits(spec, resources.limits ?? NONE, path.child('limits'), errors);
  validateContainerLimits(spec, resources.limits ?? NONE, path, errors);
}

/** A pod asks for what its containers ask for, or else for its limit, where it has a limit and does not say. */
function withDefaults(
  { limits = NONE, requests = NONE }: ResourceRequirements,
  asked: Amounts,
): ResourceList {
  if (Object.keys(limits).length === 0) return requests;
  const filled: Record<string, string | number> = { ...limits };
  for (const name of Object.keys(filled)) if (!isPodResource(name)) delete filled[name];
  for (const [name, nanos] of asked) if (name === 'cpu' || name === 'memory') filled[name] = `${nanos}n`;
  return { ...filled, ...requests };
}

function validateHugePageLimits(
  spec: SizedPod,
  limits: ResourceList,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!Object.keys(limits).some(isHugePages)) return;
  const used = new Map([...aggregate(spec, 'limits', false)].filter(([name]) => isHugePages(name)));
  validateAggregate(used, limits, path, errors, 'may use');
}

function validateAggregate(
  ofContainers: Amounts,
  ofPod: ResourceList,
  path: FieldPath,
  errors: FieldErrors,
  verb: string,
): void {
  for (const [name, sum] of ofContainers) {
    const most = Object.hasOwn(ofPod, name) ? nanosOf(ofPod[name]) : undefined;
    if (most === undefined || sum <= most) continue;
    errors.invalid(path.key(name), ofPod[name], `must not be less than what its containers ${verb} together`);
  }
}

/** The server puts the names of the fields in an order of its own. */
function validateContainerLimits(
  spec: SizedPod,
  limits: ResourceList,
  path: FieldPath,
  errors: FieldErrors,
): void {
  spec.containers?.forEach(({ resources }, index) => {
    for (const name in resources?.limits) {
      const own = nanosOf(resources?.limits[name]);
      const most = Object.hasOwn(limits, name) ? nanosOf(limits[name]) : undefined;
      if (own === undefined || most === undefined || own <= most) continue;
      errors.invalid(
        path.child('containers').index(index).key(name).child('limits'),
        resources?.limits[name],
        `must not be more than the limit of the pod, ${limits[name]}`,
      );
    }
  });
}

function validatePodResourceName(name: string, path: FieldPath, errors: FieldErrors): void {
  const before = errors.all.length;
  validateResourceName(name, path, errors);
  if (errors.all.length === before && !isPodResource(name)) errors.notSupported(path, name, POD_RESOURCES);
}

function isPodResource(name: string): boolean {
  return name === 'cpu' || name === 'memory' || isHugePages(name);
}
