import { dataAt, type JudgedManifest, listAt } from '../judged-manifest';
import { kindKey } from './kind-key';

const KINDS = /^(argoproj\.io\/Rollout|apps\.openshift\.io\/DeploymentConfig|apps\.kruise\.io\/\w+)$/;

/** Whether a custom resource is a workload whose pods are what its template says: a Rollout, a CloneSet. */
export function isTrueToTemplate({ object, data }: JudgedManifest): boolean {
  return (
    KINDS.test(kindKey(object)) && listAt(dataAt(data, 'spec', 'template', 'spec'), 'containers').length > 0
  );
}
