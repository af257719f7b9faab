import { dataAt, listAt } from '../judged-manifest';
import { type Data, isData } from '../manifest';
import type { PodsOf } from '../pods-of';
import { oncePerSource, type PodSource } from './pod-source';

/** A key of a ConfigMap or a Secret that pods ask for, and where they name it. */
export interface KeyReference {
  readonly key: string;
  readonly path: string;
}

/** A place in a pod that names a ConfigMap or a Secret. */
export interface PodReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Where the name stands. */
  readonly path: string;
  /** `driver`: what a volume's driver reads. `pull`: what images are pulled with. */
  readonly place: 'volume' | 'projected' | 'driver' | 'env' | 'pull';
  /** Whether the pod starts without it, and without its keys. */
  readonly optional: boolean;
  /** Keys that it has to have. */
  readonly keys: readonly KeyReference[];
}

const SOURCES = [
  ['ConfigMap', 'configMap', 'configMapKeyRef', 'configMapRef'],
  ['Secret', 'secret', 'secretKeyRef', 'secretRef'],
] as const;
const CONTAINERS = ['initContainers', 'containers'] as const;
const NO_KEYS: readonly KeyReference[] = [];

/** The ConfigMaps and Secrets that pods name, in the order of volumes, containers, image pulls. */
export function referencesOf(pods: PodsOf): readonly PodReference[] {
  return new ReferenceWalk().walk(pods);
}

/** The same; several rules ask, and it is looked for once. */
export const podReferences = oncePerSource(referencesOf);

const NONE: readonly PodReference[] = [];

/** Those of a kind without which the pods do not start. */
export function neededOf(pods: PodSource, wanted: PodReference['kind']): readonly PodReference[] {
  const all = podReferences(pods);
  return all.length === 0 ? NONE : all.filter(({ kind, optional }) => kind === wanted && !optional);
}

class ReferenceWalk {
  private readonly found: PodReference[] = [];

  walk({ spec, path }: PodsOf): readonly PodReference[] {
    for (const [index, volume] of listAt(spec, 'volumes').entries()) {
      this.addVolume(volume, `${path}.volumes[${index}]`);
    }
    for (const list of CONTAINERS) {
      for (const [index, container] of listAt(spec, list).entries()) {
        this.addContainer(container, `${path}.${list}[${index}]`);
      }
    }
    for (const [index, { name }] of listAt(spec, 'imagePullSecrets').entries()) {
      this.add('Secret', name, `${path}.imagePullSecrets[${index}].name`, 'pull', false, NO_KEYS);
    }
    return this.found;
  }

  private addVolume(volume: Data, path: string): void {
    const { configMap, secret, projected, csi, azureFile } = volume;
    if (isData(configMap)) this.addFiles('ConfigMap', configMap, 'name', `${path}.configMap`, 'volume');
    if (isData(secret)) this.addFiles('Secret', secret, 'secretName', `${path}.secret`, 'volume');
    if (isData(projected)) {
      for (const [index, source] of listAt(projected, 'sources').entries()) {
        for (const [kind, field] of SOURCES) {
          const files = source[field];
          const place = `${path}.projected.sources[${index}].${field}`;
          if (isData(files)) this.addFiles(kind, files, 'name', place, 'projected');
        }
      }
    }
    if (isData(csi)) {
      const { name } = dataAt(csi, 'nodePublishSecretRef');
      this.add('Secret', name, `${path}.csi.nodePublishSecretRef.name`, 'driver', false, NO_KEYS);
    }
    if (isData(azureFile)) {
      this.add('Secret', azureFile.secretName, `${path}.azureFile.secretName`, 'driver', false, NO_KEYS);
    }
  }

  private addFiles(
    kind: PodReference['kind'],
    source: Data,
    nameField: string,
    path: string,
    place: PodReference['place'],
  ): void {
    const keys = listAt(source, 'items').flatMap(({ key }, index) =>
      typeof key === 'string' ? [{ key, path: `${path}.items[${index}].key` }] : [],
    );
    this.add(kind, source[nameField], `${path}.${nameField}`, place, source.optional === true, keys);
  }

  private addContainer(container: Data, path: string): void {
    for (const [index, variable] of listAt(container, 'env').entries()) {
      if (!isData(variable.valueFrom)) continue;
      for (const [kind, , field] of SOURCES) {
        const from = variable.valueFrom[field];
        if (!isData(from)) continue;
        const place = `${path}.env[${index}].valueFrom.${field}`;
        const { key } = from;
        const keys = typeof key === 'string' ? [{ key, path: `${place}.key` }] : NO_KEYS;
        this.add(kind, from.name, `${place}.name`, 'env', from.optional === true, keys);
      }
    }
    for (const [index, entry] of listAt(container, 'envFrom').entries()) {
      for (const [kind, , , field] of SOURCES) {
        const from = entry[field];
        const place = `${path}.envFrom[${index}].${field}.name`;
        if (isData(from)) this.add(kind, from.name, place, 'env', from.optional === true, NO_KEYS);
      }
    }
  }

  private add(
    kind: PodReference['kind'],
    name: unknown,
    path: string,
    place: PodReference['place'],
    optional: boolean,
    keys: readonly KeyReference[],
  ): void {
    if (typeof name === 'string' && name !== '') this.found.push({ kind, name, path, place, optional, keys });
  }
}
