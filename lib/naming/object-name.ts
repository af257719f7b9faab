import type { IConstruct } from 'constructs';
import type { NameBudget } from '../kubernetes/name-budget';
import { PropError } from '../prop-error';

/**
 * The name of an object that a construct creates on the way: the construct's own name, a hyphen and what the
 * object is for, such as `postgres-client`.
 */
export function derivedName(name: string, purpose: string): string {
  return `${name}-${purpose}`;
}

/** The names that a construct is built from, and the complaints that Kubernetes has about them. */
export interface CheckedName {
  readonly prop: string;
  readonly name: string;
  readonly complaints: (name: string) => readonly string[];
  /** How long it may be, given what is derived from it. */
  readonly budget?: NameBudget;
}

/**
 * Refuses a name that the API server would refuse, or that breaks what Kubernetes derives from it.
 *
 * @throws PropError with the length that is left.
 */
export function checkName(construct: IConstruct, { prop, name, complaints, budget }: CheckedName): void {
  const problems = complaints(name);
  if (problems.length > 0) {
    throw new PropError({
      construct,
      prop,
      problem: problems.join(', and '),
      received: name,
      fix: name === construct.node.id ? `it is the construct's id: give a '${prop}'` : `change '${prop}'`,
    });
  }
  if (budget && name.length > budget.max) {
    throw new PropError({
      construct,
      prop,
      problem: `has ${name.length} characters, ${name.length - budget.max} too many: ${budget.because}`,
      received: name,
      allowed: `${budget.max} characters`,
      fix: `shorten it to ${budget.max} characters: '${name.slice(0, budget.max).replace(/-+$/, '')}'`,
    });
  }
}
