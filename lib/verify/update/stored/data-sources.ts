import type { Data } from '../../manifest';
import { isData } from '../../manifest';

/**
 * The spec of a claim with both of the fields that name what the volume begins with: the server copies one into the
 * other.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-populators-and-data-sources
 */
export function normalizeDataSources(spec: Data): Data {
  const { dataSource, dataSourceRef } = spec;
  if (isData(dataSource) && dataSourceRef === undefined) return { ...spec, dataSourceRef: dataSource };
  if (!isData(dataSourceRef) || dataSource !== undefined || dataSourceRef.namespace) return spec;
  const { namespace: _, ...local } = dataSourceRef;
  return { ...spec, dataSource: local };
}
