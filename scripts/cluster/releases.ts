import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the Go modules. */
const SOURCES = join(__dirname, '..', '..', 'tools', 'cluster');

/** The command that is kube-apiserver, kube-controller-manager and kube-scheduler, for every release. */
export const CONTROL_PLANE = join(SOURCES, 'control-plane', 'main.go');

/** A Kubernetes release that is built here: a Go module of `tools/cluster`, which pins it. */
export interface Release {
  /** Such as `1.28`. */
  readonly minor: string;
  /** Such as `1.28.15`. */
  readonly version: string;
  /** The folder of its go.mod. */
  readonly folder: string;
}

/** The releases that are built here, oldest first. */
export function releases(): Release[] {
  const minors = readdirSync(SOURCES).filter(name => /^1\.\d+$/.test(name));
  minors.sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
  return minors.map(minor => {
    const folder = join(SOURCES, minor);
    const version = /k8s\.io\/kubernetes v(\S+)/.exec(readFileSync(join(folder, 'go.mod'), 'utf8'))?.[1];
    if (version === undefined) throw new Error(`${folder}/go.mod requires no k8s.io/kubernetes`);
    return { minor, version, folder };
  });
}

/** The release that also builds what every control plane uses: etcd, kwok and CoreDNS. */
export function companionRelease(): Release {
  const newest = releases().at(-1);
  if (!newest) throw new Error(`${SOURCES} has no folder of a release`);
  return newest;
}

/** What tells one build from another: the sources, and the machine that they are built for. */
export function buildKey(release: Release): string {
  const hash = createHash('sha256').update(`${process.platform}/${process.arch}\n`);
  for (const file of sourceFiles(release)) hash.update(readFileSync(file));
  return `${release.version}-${hash.digest('hex').slice(0, 12)}`;
}

function sourceFiles({ folder }: Release): string[] {
  const own = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return [
    CONTROL_PLANE,
    ...own
      .filter(name => /\.(go|mod|sum)$/.test(name))
      .sort()
      .map(name => join(folder, name)),
  ];
}
