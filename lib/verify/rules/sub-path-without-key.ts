import { listAt } from '../judged-manifest';
import { type Data, isData } from '../manifest';
import { knownKeys, levelOfMissing } from '../relations/config-content';
import type { ManifestSet } from '../relations/manifest-set';
import { POD_KINDS } from '../relations/pod-kinds';
import { podVolumes } from '../relations/pod-volumes';
import { quotedNames } from '../relations/quoted-names';
import type { Rule, RuleProblem } from '../rule';

/** A sub-path of a ConfigMap's or Secret's volume where there is no file. */
export const subPathWithoutKey: Rule = {
  meta: {
    id: 'sub-path-without-key',
    level: 'broken',
    kinds: POD_KINDS,
    summary: 'a container mounts a sub-path that the volume of a ConfigMap or Secret does not have',
    why: 'the kubelet makes an empty directory of that name in place of the file, and the container finds that, or does not start because a file of its image is there',
    fix: 'write the name of a key, or the path that an item gives it',
    see: 'https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath',
  },
  check(manifest, set) {
    const pods = set.podsOf(manifest);
    if (!pods) return [];
    const { volumes, uses } = podVolumes(pods);
    if (!uses.some(({ data }) => data.subPath)) return [];
    const byName = new Map(volumes.map(volume => [volume.name, volume.data]));
    const problems: RuleProblem[] = [];
    for (const { volume, path, data } of uses) {
      const subPath = normal(data.subPath);
      if (subPath === '') continue;
      const files = filesOf(set, pods.namespace, byName.get(volume));
      if (!files || files.some(file => file === subPath || file.startsWith(`${subPath}/`))) continue;
      const message = `is none of the files of volume '${volume}', which are ${quotedNames(files)}`;
      const level = levelOf(set, pods.namespace, byName.get(volume));
      problems.push({ path: `${path}.subPath`, value: subPath, message, ...level });
    }
    return problems;
  },
};

/** The files of a volume that is made of one ConfigMap or Secret, where they are known. */
function filesOf(set: ManifestSet, namespace: string, volume: Data = {}): readonly string[] | undefined {
  const { configMap, secret } = volume;
  const source = isData(configMap) ? configMap : secret;
  if (!isData(source) || source.optional === true) return undefined;
  const kind = source === configMap ? 'ConfigMap' : 'Secret';
  const keys = knownKeys(set, kind, namespace, String(source.name ?? source.secretName));
  if (!keys) return undefined;
  const items = listAt(source, 'items');
  return items.length > 0 ? items.map(({ path }) => normal(path)) : [...keys];
}

/** Files are keys that a program may add, unless items say which they are. */
function levelOf(
  set: ManifestSet,
  namespace: string,
  { configMap, secret }: Data = {},
): Pick<RuleProblem, 'level'> {
  const source = isData(configMap) ? configMap : secret;
  if (isData(source) && listAt(source, 'items').length > 0) return {};
  return levelOfMissing(set, source === configMap ? 'ConfigMap' : 'Secret', namespace);
}

function normal(path: unknown): string {
  return typeof path === 'string'
    ? path
        .split('/')
        .filter(part => part !== '' && part !== '.')
        .join('/')
    : '';
}
