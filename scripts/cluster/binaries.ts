import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { buildKey, companionRelease, type Release, releases } from './releases';

/** What is of one version of Kubernetes. */
export const KUBERNETES_COMPONENTS = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'] as const;

/** What serves every version: the store, the fake nodes, and DNS. */
export const COMPANIONS = ['etcd', 'kwok', 'coredns'] as const;

/** A program that a control plane consists of. */
export type Component = (typeof KUBERNETES_COMPONENTS)[number] | (typeof COMPANIONS)[number];

/** The programs of a control plane, by component. */
export interface Binaries {
  /** The minor version of Kubernetes, such as `1.28`. */
  readonly minor: string;
  readonly paths: Readonly<Record<Component, string>>;
}

/** The control planes that can be started here, and of those that should be, what is missing. */
export interface Found {
  readonly binaries: readonly Binaries[];
  readonly missing: readonly string[];
}

/** The folder that a release is built into: outside the tree, one for every state of the sources. */
export function buildFolder(release: Release): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'drydock-cluster', buildKey(release));
}

/**
 * Looks for programs in the folder KUBEBUILDER_ASSETS, on the PATH, and where `npm run cluster:build` puts them, in
 * this order. The three of Kubernetes must come from one folder. A version that is found on the way and that is not
 * built here counts, too.
 */
export function findBinaries(): Found {
  const folders = [process.env.KUBEBUILDER_ASSETS ?? '', ...(process.env.PATH ?? '').split(delimiter)].filter(
    folder => folder !== '',
  );
  const companions = companionPaths([...folders, buildFolder(companionRelease())]);
  const kubernetes = new Map<string, string>();
  for (const folder of folders) {
    const minor = kubernetesIn(folder) ? minorOf(join(folder, 'kube-apiserver')) : undefined;
    if (minor !== undefined && !kubernetes.has(minor)) kubernetes.set(minor, folder);
  }
  for (const release of releases()) {
    const built = buildFolder(release);
    if (!kubernetes.has(release.minor) && kubernetesIn(built)) kubernetes.set(release.minor, built);
  }
  const missing = [
    ...COMPANIONS.filter(name => companions[name] === undefined),
    ...releases()
      .filter(({ minor }) => !kubernetes.has(minor))
      .map(({ minor }) => `Kubernetes ${minor}: ${KUBERNETES_COMPONENTS.join(', ')}`),
  ];
  if (COMPANIONS.some(name => companions[name] === undefined)) return { binaries: [], missing };
  const binaries = [...kubernetes].map(([minor, folder]) => ({
    minor,
    paths: { ...companions, ...inFolder(folder) } as Record<Component, string>,
  }));
  binaries.sort((a, b) => Number(a.minor.slice(2)) - Number(b.minor.slice(2)));
  return { binaries, missing };
}

/** Whether the three programs of Kubernetes are in a folder. */
export function kubernetesIn(folder: string): boolean {
  return Object.values(inFolder(folder)).every(isProgram);
}

/** Whether the programs that serve every version are in a folder. */
export function companionsIn(folder: string): boolean {
  return COMPANIONS.every(name => isProgram(join(folder, name)));
}

function inFolder(folder: string): Record<string, string> {
  return Object.fromEntries(KUBERNETES_COMPONENTS.map(name => [name, join(folder, name)]));
}

function companionPaths(folders: readonly string[]): Partial<Record<Component, string>> {
  return Object.fromEntries(
    COMPANIONS.map(name => [name, folders.map(folder => join(folder, name)).find(isProgram)]),
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function minorOf(apiServer: string): string | undefined {
  try {
    return /v(1\.\d+)\./.exec(execFileSync(apiServer, ['--version'], { encoding: 'utf8' }))?.[1];
  } catch {
    return undefined;
  }
}
