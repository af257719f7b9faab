import { dataAt, listAt } from '../judged-manifest';
import { type Data, isData } from '../manifest';
import type { Claim } from './claims';
import type { ManifestSet } from './manifest-set';
import type { PodSource } from './pod-source';
import { storageClassOf } from './storage-class-of';

const HOST = 'kubernetes.io/hostname';

/** Provisioners of volumes that are on one node, so that every pod that uses one is scheduled there. */
const LOCAL =
  /local-path|no-provisioner|hostpath|topolvm|openebs\.io\/local|local\.(csi\.)?openebs\.io|localdisk/;

/** Sources of volumes that any number of nodes can use, whatever their access modes say, or that are on one. */
const ANYWHERE = ['nfs', 'cephfs', 'glusterfs', 'hostPath', 'local', 'azureFile'];

/** Whether the pods are held on one node: by its name, or by affinity to each other or to others. */
export function isOnOneNode({ spec }: PodSource): boolean {
  if (spec.nodeName || Object.hasOwn(dataAt(spec, 'nodeSelector'), HOST)) return true;
  const { podAffinity, nodeAffinity } = dataAt(spec, 'affinity');
  if (isData(podAffinity)) {
    const terms = listAt(podAffinity, 'requiredDuringSchedulingIgnoredDuringExecution');
    if (terms.some(({ topologyKey }) => topologyKey === HOST)) return true;
  }
  return (
    isData(nodeAffinity) && namesHost(dataAt(nodeAffinity, 'requiredDuringSchedulingIgnoredDuringExecution'))
  );
}

function namesHost(selector: Data): boolean {
  return listAt(selector, 'nodeSelectorTerms').some(term =>
    [...listAt(term, 'matchExpressions'), ...listAt(term, 'matchFields')].some(
      ({ key }) => key === HOST || key === 'metadata.name',
    ),
  );
}

/** Whether the volume of a claim brings its pods to one node, or can be used from all. */
export function isEasyToShare(set: ManifestSet, { data, spec }: Claim): boolean {
  const storageClass = set.find('storage.k8s.io/StorageClass', '', storageClassOf(data) ?? '');
  if (storageClass && LOCAL.test(String(storageClass.data.provisioner))) return true;
  const volume = typeof spec.volumeName === 'string' && set.find('PersistentVolume', '', spec.volumeName);
  if (!volume) return false;
  const source = dataAt(volume.data, 'spec');
  return ANYWHERE.some(field => isData(source[field]));
}
