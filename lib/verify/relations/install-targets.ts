import { dataAt, type JudgedManifest } from '../judged-manifest';
import type { Data } from '../manifest';
import { kindKey } from './kind-key';

/** What installs other manifests into the cluster, and the namespaces that it names for them. */
const TARGETS: Readonly<Record<string, (resource: Data) => readonly unknown[]>> = {
  'argoproj.io/Application': resource => [dataAt(resource, 'spec', 'destination').namespace],
  'argoproj.io/ApplicationSet': resource => [
    dataAt(resource, 'spec', 'template', 'spec', 'destination').namespace,
  ],
  'fleet.cattle.io/Bundle': targetsOfSpec,
  'fleet.cattle.io/GitRepo': targetsOfSpec,
  'helm.cattle.io/HelmChart': targetsOfSpec,
  'helm.crossplane.io/Release': resource => [dataAt(resource, 'spec', 'forProvider').namespace],
  'helm.toolkit.fluxcd.io/HelmRelease': targetsOfSpec,
  'kustomize.toolkit.fluxcd.io/Kustomization': targetsOfSpec,
};

/** What installs a chart: its objects bear the name of the release somewhere in theirs. */
const RELEASES: readonly string[] = [
  'argoproj.io/Application',
  'helm.cattle.io/HelmChart',
  'helm.crossplane.io/Release',
  'helm.toolkit.fluxcd.io/HelmRelease',
];

const NONE: readonly string[] = [];

/** The namespaces that a custom resource installs into and names: objects are in them that the input does not show. */
export function targetNamespacesOf({ object, data }: JudgedManifest): readonly string[] {
  const key = kindKey(object);
  if (!Object.hasOwn(TARGETS, key)) return NONE;
  return (TARGETS[key]?.(data) ?? NONE).filter((name): name is string => typeof name === 'string');
}

/** The names of the releases that a custom resource installs; none for one that installs no chart. */
export function releaseNamesOf({ object, data }: JudgedManifest): readonly string[] {
  if (!RELEASES.includes(kindKey(object))) return NONE;
  const { releaseName } = dataAt(data, 'spec');
  return typeof releaseName === 'string' ? [object.name, releaseName] : [object.name];
}

function targetsOfSpec(resource: Data): readonly unknown[] {
  const { targetNamespace, storageNamespace, defaultNamespace } = dataAt(resource, 'spec');
  return [targetNamespace, storageNamespace, defaultNamespace];
}
