import { dnsLabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** What a new volume is filled from. */
export interface DataSource {
  readonly apiGroup?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** What a claim's volume is filled from, in the older field and in the newer. */
export interface DataSources {
  readonly dataSource?: DataSource;
  readonly dataSourceRef?: DataSource;
}

const CLAIM = 'PersistentVolumeClaim';
const SNAPSHOT = 'VolumeSnapshot';
const SNAPSHOT_GROUP = 'snapshot.storage.k8s.io';

/**
 * What the server makes of the data sources of a claim before it judges them: one field fills the other, and what
 * it does not know in the older field, or across namespaces, is dropped without a word. It does not do so with the
 * templates of claims.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#data-source-references
 */
export function normalizedSources({ dataSource, dataSourceRef }: DataSources): DataSources {
  const ref = dataSourceRef?.namespace ? undefined : dataSourceRef;
  const known = ref !== undefined || isClaimOrSnapshot(dataSource) ? dataSource : undefined;
  const [source, reference] = [known ?? ref, ref ?? known];
  return {
    ...(source !== undefined && { dataSource: source }),
    ...(reference !== undefined && { dataSourceRef: reference }),
  };
}

/** Judges what a claim's volume is filled from; where both fields are set, they must say the same. */
export function validateDataSources(
  source: DataSource | undefined,
  reference: DataSource | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (source !== undefined) validateDataSource(source, path.child('dataSource'), errors);
  if (reference === undefined) return;
  const { namespace } = reference;
  const referencePath = path.child('dataSourceRef');
  validateDataSource(reference, referencePath, errors);
  if (namespace) {
    errors.invalidEach(referencePath.child('namespace'), namespace, dnsLabelComplaints(namespace));
  }
  if (source === undefined) return;
  if (namespace) {
    errors.invalid(path, undefined, 'must not have dataSource where dataSourceRef has a namespace');
  } else if (!areTheSame(source, reference)) {
    errors.invalid(path, undefined, 'must have the same in dataSource and dataSourceRef', {
      fix: 'keep dataSourceRef, and drop dataSource',
    });
  }
}

/** API groups are judged since 1.29. */
function validateDataSource(source: DataSource, path: FieldPath, errors: FieldErrors): void {
  const { apiGroup, kind = '', name } = source;
  if (!name) errors.required(path.child('name'));
  if (kind === '') errors.required(path.child('kind'));
  if (!apiGroup) {
    if (kind !== CLAIM) errors.invalid(path, kind, `must be of kind ${CLAIM} where apiGroup is not set`);
  } else if (!isBefore(errors.version, '1.29')) {
    errors.invalidEach(path.child('apiGroup'), apiGroup, dnsSubdomainComplaints(apiGroup));
  }
}

function areTheSame(a: DataSource, b: DataSource): boolean {
  return a.apiGroup === b.apiGroup && (a.kind ?? '') === (b.kind ?? '') && (a.name ?? '') === (b.name ?? '');
}

function isClaimOrSnapshot(source: DataSource | undefined): boolean {
  if (source === undefined) return false;
  return source.apiGroup
    ? source.kind === SNAPSHOT && source.apiGroup === SNAPSHOT_GROUP
    : source.kind === CLAIM;
}
