const EVERYTHING = {
  resourceRules: [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true },
  ],
  nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
};

/**
 * What the server says of the FlowSchemas that it makes itself, and keeps.
 *
 * @see https://kubernetes.io/docs/concepts/cluster-administration/flow-control/#mandatory-configuration-objects
 */
export const FIXED_FLOW_SCHEMAS: ReadonlyMap<string, object> = new Map<string, object>([
  [
    'exempt',
    {
      priorityLevelConfiguration: { name: 'exempt' },
      matchingPrecedence: 1,
      rules: [{ subjects: [group('system:masters')], ...EVERYTHING }],
    },
  ],
  [
    'catch-all',
    {
      priorityLevelConfiguration: { name: 'catch-all' },
      matchingPrecedence: 10_000,
      distinguisherMethod: { type: 'ByUser' },
      rules: [
        {
          subjects: [group('system:unauthenticated'), group('system:authenticated')],
          ...EVERYTHING,
        },
      ],
    },
  ],
]);

/** What the server says of the priority level `catch-all`; `shares` is how this version of the API calls them. */
export function fixedCatchAll(shares: string): object {
  return { type: 'Limited', limited: { [shares]: 5, lendablePercent: 0, limitResponse: { type: 'Reject' } } };
}

function group(name: string): object {
  return { kind: 'Group', group: { name } };
}
