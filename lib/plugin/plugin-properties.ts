import { isKubernetesVersion, KUBERNETES_VERSIONS } from '../kubernetes/kubernetes-version';
import type { VerifyOptions } from '../verify';
import { isData } from '../verify/manifest';

/** What `properties` in cdk8s.yaml may say: how `verify` judges, and whether what is risky fails. */
export type PluginProperties = Pick<
  VerifyOptions,
  'kubernetesVersion' | 'strict' | 'external' | 'closed' | 'agentLabels' | 'ignore'
>;

type Check = (value: unknown) => string | undefined;

const flag: Check = value => (typeof value === 'boolean' ? undefined : 'must be true or false');
const texts: Check = value =>
  Array.isArray(value) && value.every(item => typeof item === 'string')
    ? undefined
    : 'must be a list of texts';
const objects: Check = value =>
  Array.isArray(value) && value.every(isData) ? undefined : 'must be a list of objects';
const waivers: Check = value =>
  objects(value) ??
  ((value as readonly { rule?: unknown; reason?: unknown }[]).every(
    ({ rule, reason }) => typeof rule === 'string' && typeof reason === 'string',
  )
    ? undefined
    : "must be a list of waivers, each with a 'rule' and a 'reason'");
const versions: Check = value =>
  [value].flat().every(isKubernetesVersion)
    ? undefined
    : `must be one of ${KUBERNETES_VERSIONS.join(', ')} in quotes, or a list of them`;

const CHECKS = {
  kubernetesVersion: versions,
  strict: flag,
  external: objects,
  closed: flag,
  agentLabels: texts,
  ignore: waivers,
} as const satisfies Record<keyof PluginProperties, Check>;

/** What is wrong with properties; empty where nothing is. */
export function propertyComplaints(properties: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    if (!Object.hasOwn(CHECKS, name)) {
      return [`properties.${name}: is no property that there is; allowed: ${Object.keys(CHECKS).join(', ')}`];
    }
    const complaint = CHECKS[name as keyof PluginProperties](value);
    return complaint ? [`properties.${name}: ${complaint}, and is ${JSON.stringify(value)}`] : [];
  });
}
