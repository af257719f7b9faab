import { DNS_SUBDOMAIN_MAX } from '../../kubernetes/dns-format';
import { type NameBudget, statefulSetNameBudget } from '../../kubernetes/name-budget';
import type { Rule } from '../rule';

/** A name that is too long for what Kubernetes makes of it. */
export const derivedName: Rule = {
  meta: {
    id: 'derived-name',
    level: 'broken',
    kinds: ['apps/StatefulSet', 'apps/Deployment'],
    summary: 'a name is too long for the names and labels that are made of it',
    why: 'the server takes the workload, and refuses the pods of a StatefulSet, or the ReplicaSets of a Deployment',
    fix: 'shorten the name',
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  },
  check({ object: { kind, name } }) {
    const { max, because } = kind === 'StatefulSet' ? STATEFUL_SETS : DEPLOYMENTS;
    if (name.length <= max) return [];
    const message = `has ${name.length} characters and may have ${max}, as ${because}`;
    return [{ path: 'metadata.name', value: name, message }];
  },
};

/** The hash in the label takes more than any ordinal does. */
const STATEFUL_SETS = statefulSetNameBudget(0);

/** A hyphen and a hash of up to ten characters. */
const DEPLOYMENTS: NameBudget = {
  max: DNS_SUBDOMAIN_MAX - 11,
  because: "the ReplicaSets' names add 11 characters",
};
