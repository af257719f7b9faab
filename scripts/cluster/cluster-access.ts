/** How a cluster is reached, and what may be done with it; plain data, handed to the tests in a file. */
export interface ClusterAccess {
  /** The minor version of its API server, such as `1.28`. */
  readonly minor: string;
  /** The whole version, such as `v1.28.15`. */
  readonly version: string;
  readonly server: string;
  /** PEM. */
  readonly ca?: string;
  /** PEM. */
  readonly certificate?: string;
  /** PEM. */
  readonly key?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly insecure?: boolean;
  readonly abilities: readonly Ability[];
  /** Where its CoreDNS answers, if tests can ask it. */
  readonly dns?: { readonly address: string; readonly port: number };
  /** The folder of logs and process ids, of a control plane that was started here. */
  readonly folder?: string;
}

/**
 * What tests may do with a cluster.
 *
 * - `namespaces`: make and delete namespaces, and write into them
 * - `pods`: there are nodes, and pods of an image that does nothing get ready
 * - `fake-pods`: pods of any image get ready, as many as are wanted, and as told by annotations
 * - `cluster-objects`: make and delete what is in no namespace: classes, volumes, custom resource definitions
 * - `dns`: ask its DNS
 * - `processes`: kill its API server
 */
export type Ability = 'namespaces' | 'pods' | 'fake-pods' | 'cluster-objects' | 'dns' | 'processes';

/** The variable that names the file with the clusters, a JSON list of ClusterAccess. */
export const CLUSTERS_FILE = 'DRYDOCK_CLUSTERS';
