import { apiKind } from '../../kubernetes/api-kinds';
import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import type { CustomKind } from '../api/custom-resources/definition-index';
import { type FieldError, FieldErrors } from '../api/field-errors';
import { validatorOf } from '../api/registry';
import type { ValidatorKey } from '../api/validator';
import type { Data } from '../manifest';
import { decode } from '../schema/decode';
import { dataOf } from './stored/changed';

/** What does not hold where an object replaces a stored one. */
interface Excuse {
  /** Whether there is anything to excuse; asked before the objects are decoded. */
  readonly isFor: (before: Data, after: Data) => boolean;
  readonly excuses: (error: FieldError) => boolean;
}

/** What the server asks of new objects alone, or puts back before it looks, by kind. */
const EXCUSES: ReadonlyMap<ValidatorKey, Excuse> = new Map<ValidatorKey, Excuse>([
  [
    '/Namespace',
    {
      isFor: (_, after) => dataOf(after.spec).finalizers !== undefined,
      excuses: ({ path }) => path.startsWith('spec.finalizers'),
    },
  ],
  ['/Pod', { isFor: hasEphemeralContainers, excuses: ({ path }) => path === 'spec.ephemeralContainers' }],
  [
    '/Service',
    {
      isFor: staysHeadless,
      excuses: ({ path, errorType }) => path === 'spec.ports' && errorType === 'FieldValueRequired',
    },
  ],
  [
    'certificates.k8s.io/CertificateSigningRequest',
    { isFor: () => true, excuses: ({ path }) => path.startsWith('spec.') },
  ],
]);

/**
 * What `verify` says of a new object, and the server does not say where that replaces a stored one.
 *
 * @param custom the kind of a custom resource whose definition is known.
 */
export function excusedErrors(
  before: Data,
  after: Data,
  custom: CustomKind | undefined,
  version: KubernetesVersion,
): readonly FieldError[] {
  const key = keyOf(after);
  const excuse = key && EXCUSES.get(key);
  if (key ? !excuse?.isFor(before, after) : !custom) return NONE;
  const old = decode({ ...before, apiVersion: after.apiVersion }, version).decoded;
  const now = decode(after, version).decoded;
  if (!old || !now) return NONE;
  if (!key)
    return custom ? ofCustomResource({ ...old, apiVersion: before.apiVersion }, now, custom, version) : NONE;
  const errors = new FieldErrors(version);
  validatorOf(key)?.(now, errors);
  return errors.all.filter(error => excuse?.excuses(error));
}

const NONE: readonly FieldError[] = [];

/** The key of a built-in kind. */
function keyOf({ apiVersion, kind }: Data): ValidatorKey | undefined {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const found = apiKind(apiVersion, kind);
  return found && `${found.group}/${found.kind}`;
}

function ofCustomResource(
  before: Data,
  after: Data,
  kind: CustomKind,
  version: KubernetesVersion,
): readonly FieldError[] {
  const custom: typeof import('./custom-resource') = require('./custom-resource');
  return custom.excusedOfCustomResource(before, after, kind, version);
}

function hasEphemeralContainers({ spec }: Data): boolean {
  const { ephemeralContainers } = dataOf(spec);
  return Array.isArray(ephemeralContainers) && ephemeralContainers.length > 0;
}

/** A Service that leaves out its address keeps it, and a headless one needs no ports. */
function staysHeadless(before: Data, after: Data): boolean {
  const [old, now] = [dataOf(before.spec), dataOf(after.spec)];
  return old.clusterIP === 'None' && !now.clusterIP;
}
