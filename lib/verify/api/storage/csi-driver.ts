import { isBefore } from '../../../kubernetes/kubernetes-version';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';

interface CsiDriverSpec {
  readonly fsGroupPolicy?: string;
  readonly volumeLifecycleModes?: readonly string[];
  readonly tokenRequests?: readonly TokenRequest[];
  readonly nodeAllocatableUpdatePeriodSeconds?: number;
  readonly serviceAccountTokenInSecrets?: boolean;
}

interface TokenRequest {
  readonly audience?: string;
  readonly expirationSeconds?: number;
}

const FS_GROUP_POLICIES = ['File', 'None', 'ReadWriteOnceWithFSType'] as const;
const LIFECYCLE_MODES = ['Persistent', 'Ephemeral'] as const;
const MIN_EXPIRATION_SECONDS = 600;
const MAX_EXPIRATION_SECONDS = 2 ** 32;
const MIN_UPDATE_PERIOD_SECONDS = 10;

const SPEC = FieldPath.of('spec');
const NO_SPEC: CsiDriverSpec = {};

/**
 * The API server's validation of CSIDrivers. The fields of 1.35 are dropped before.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-driver-v1/
 */
export const validateCsiDriver: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const spec = (object.spec as CsiDriverSpec | undefined) ?? NO_SPEC;
  const { fsGroupPolicy, volumeLifecycleModes = [], tokenRequests = [] } = spec;
  if (fsGroupPolicy !== undefined && !(FS_GROUP_POLICIES as readonly string[]).includes(fsGroupPolicy)) {
    errors.notSupported(SPEC.child('fsGroupPolicy'), fsGroupPolicy, FS_GROUP_POLICIES);
  }
  for (const mode of volumeLifecycleModes) {
    if (!(LIFECYCLE_MODES as readonly string[]).includes(mode)) {
      errors.notSupported(SPEC.child('volumeLifecycleModes'), mode, LIFECYCLE_MODES);
    }
  }
  validateTokenRequests(tokenRequests, SPEC.child('tokenRequests'), errors);
  if (isBefore(errors.version, '1.35')) return;
  const { nodeAllocatableUpdatePeriodSeconds: period, serviceAccountTokenInSecrets } = spec;
  if (period !== undefined && period < MIN_UPDATE_PERIOD_SECONDS) {
    errors.invalid(
      SPEC.child('nodeAllocatableUpdatePeriodSeconds'),
      period,
      `must be ${MIN_UPDATE_PERIOD_SECONDS} seconds or more`,
    );
  }
  if (serviceAccountTokenInSecrets !== undefined && tokenRequests.length === 0) {
    errors.invalid(
      SPEC.child('serviceAccountTokenInSecrets'),
      serviceAccountTokenInSecrets,
      'must not be set where there are no tokenRequests',
    );
  }
};

/** Of a request whose audience stands twice, nothing else is judged. */
function validateTokenRequests(
  requests: readonly TokenRequest[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  const audiences = new Set<string>();
  for (const [index, request] of requests.entries()) {
    const { audience = '', expirationSeconds: seconds } = request ?? {};
    const requestPath = path.index(index);
    if (audiences.has(audience)) {
      errors.duplicate(requestPath.child('audience'), audience);
      continue;
    }
    audiences.add(audience);
    if (seconds === undefined) continue;
    if (seconds < MIN_EXPIRATION_SECONDS || seconds > MAX_EXPIRATION_SECONDS) {
      const allowed = `must be from ${MIN_EXPIRATION_SECONDS} to ${MAX_EXPIRATION_SECONDS} seconds`;
      errors.invalid(requestPath.child('expirationSeconds'), seconds, allowed);
    }
  }
}
