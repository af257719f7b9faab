import type { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { verify, verifyUpdate, withoutExcused } from '../../../lib/verify';

/** Schemas. */
export const TEXT = { type: 'string', maxLength: 20 };
export const NUMBER = { type: 'integer' };
/** A rule that lets nothing change. */
export const FIXED = rules({ rule: 'self == oldSelf' });

/** The rules of a schema. */
export function rules(...all: readonly object[]): object {
  return { 'x-kubernetes-validations': all };
}

/** A definition of ships, whose spec has these fields. */
export function definition(
  properties: object,
  more: { spec?: object; version?: object; root?: object } = {},
) {
  const spec = { type: 'object', properties };
  const status = { type: 'object', properties: { phase: { ...TEXT, ...FIXED } } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'ships.yard.example' },
    spec: {
      group: 'yard.example',
      scope: 'Namespaced',
      names: { plural: 'ships', kind: 'Ship' },
      versions: ['v1', 'v2'].map(name => ({
        name,
        served: true,
        storage: name === 'v1',
        schema: { openAPIV3Schema: { type: 'object', properties: { spec, status }, ...more.root } },
        ...more.version,
      })),
      ...more.spec,
    },
  };
}

/** A ship. */
export const ship = (spec: object | undefined, more: object = {}) => ({
  apiVersion: 'yard.example/v1',
  kind: 'Ship',
  metadata: { name: 's' },
  ...(spec && { spec }),
  ...more,
});

/** An update that is asked about. */
export interface Asked {
  readonly before: object;
  readonly after: object;
  readonly version?: KubernetesVersion;
}

/** What the update rules say, and then what is left of what `verify` says. */
export function judged(
  crd: object,
  { before, after, version = '1.36' }: Asked,
): { update: string[]; rest: string[] } {
  const options = { kubernetesVersion: version, definitions: [crd] };
  const { findings, excused } = verifyUpdate(before, after, options);
  const text = (all: typeof findings) =>
    all.map(({ errorType = '', path }) => `${errorType.replace('FieldValue', '')} ${path}`);
  return {
    update: text(findings),
    rest: text([...withoutExcused(verify([after], options).findings, excused)]),
  };
}

/** What is said of one field whose schema has a rule. */
export function ofField(schema: object, was: unknown, is: unknown, version?: KubernetesVersion) {
  const before = ship(was === undefined ? {} : { field: was });
  const after = ship(is === undefined ? {} : { field: is });
  return judged(definition({ field: schema }), { before, after, version }).update;
}
