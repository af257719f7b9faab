import type { IConstruct } from 'constructs';
import { PropError } from '../prop-error';

/** What a name is unique among. */
export interface NameUse {
  /** What bears the name: an API kind with its group, or the pods of a workload. */
  readonly of: string;
  /** The namespace, or undefined: cluster-scoped, or the one that the manifest is applied in. */
  readonly namespace?: string;
  readonly name: string;
}

const registries = new WeakMap<IConstruct, Map<string, IConstruct>>();

/**
 * Takes a name for a construct, for the whole app. Nothing that cdk8s offers would stop two constructs from
 * writing one object: the later one in the output wins on the cluster.
 *
 * @throws PropError when another construct of the app has taken it.
 */
export function reserveName(construct: IConstruct, use: NameUse): void {
  const registry = registryOf(construct.node.root);
  const key = JSON.stringify([use.of, use.namespace ?? '', use.name]);
  const holder = registry.get(key);
  if (holder && holder !== construct) {
    const where = use.namespace === undefined ? '' : ` in namespace '${use.namespace}'`;
    throw new PropError({
      construct,
      prop: 'name',
      problem: `is already taken${where} for ${use.of} by '${holder.node.path}'`,
      received: use.name,
      allowed: 'a name that no other construct in that namespace has',
      fix: "give one of them another 'name' or another namespace",
    });
  }
  registry.set(key, construct);
}

function registryOf(root: IConstruct): Map<string, IConstruct> {
  let registry = registries.get(root);
  if (!registry) {
    registry = new Map();
    registries.set(root, registry);
  }
  return registry;
}
