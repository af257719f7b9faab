import { isBefore, type KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import { isSame } from '../../same';
import type { FieldErrors } from '../field-errors';
import { metadataOf, nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { fixedCatchAll } from './fixed-specs';
import { type LimitResponse, validateLimitResponse } from './limit-response';

interface Level {
  readonly nominalConcurrencyShares?: number;
  readonly lendablePercent?: number;
}

interface LimitedLevel extends Level {
  readonly assuredConcurrencyShares?: number;
  readonly borrowingLimitPercent?: number;
  readonly limitResponse?: LimitResponse;
}

interface PriorityLevelSpec {
  readonly type?: string;
  readonly limited?: LimitedLevel;
  readonly exempt?: Level;
}

const SPEC = FieldPath.of('spec');
const TYPES = ['Exempt', 'Limited'];
const EXEMPT = 'exempt';
const CATCH_ALL = 'catch-all';
const DEFAULT_SHARES = 30;

/** How v1beta3 says that no shares are meant, where it would fill in the default. */
const KEEPS_ZERO = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';

/**
 * Judges a PriorityLevelConfiguration, in all versions of its API.
 *
 * @see https://kubernetes.io/docs/concepts/cluster-administration/flow-control/#prioritylevelconfiguration
 */
export const validatePriorityLevel: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  if (keepsZero(object) && !isBeta3(object) && !isBefore(errors.version, '1.29')) {
    errors.forbidden(
      FieldPath.of('metadata', 'annotations'),
      `must not hold ${KEEPS_ZERO}, which is for v1beta3`,
    );
  }
  const spec = (object.spec ?? {}) as PriorityLevelSpec;
  const { name = '' } = metadataOf(object);
  const { type = '', limited, exempt } = spec;
  if ((name === EXEMPT) !== (type === 'Exempt')) {
    errors.invalid(SPEC.child('type'), type, `must be Exempt for the level '${EXEMPT}', and for no other`);
  }
  validateType(type, spec, errors);
  if (type === 'Exempt' && exempt) validateExempt(exempt, SPEC.child('exempt'), errors);
  if (type === 'Limited' && limited) validateLimited(limited, object, errors);
  const isKept =
    (name !== EXEMPT || (type === 'Exempt' && limited === undefined)) &&
    (name !== CATCH_ALL || isSame(withDefaults(spec), fixedCatchAll(sharesField(object))));
  if (!isKept) errors.invalid(SPEC, undefined, `must be what the server itself says of '${name}'`);
};

function validateType(type: string, { limited, exempt }: PriorityLevelSpec, errors: FieldErrors): void {
  const at = SPEC.child('type');
  if (type === 'Exempt') {
    if (limited) errors.forbidden(SPEC.child('limited'), 'may only be set where the type is Limited');
  } else if (type === 'Limited') {
    if (exempt) errors.forbidden(SPEC.child('exempt'), 'may only be set where the type is Exempt');
    if (!limited) errors.required(SPEC.child('limited'), 'is required where the type is Limited');
  } else if (type === '' && !isBefore(errors.version, '1.36')) errors.required(at);
  else errors.notSupported(at, type, TYPES);
}

function validateExempt(
  { nominalConcurrencyShares = 0, lendablePercent = 0 }: Level,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (nominalConcurrencyShares < 0) {
    errors.invalid(path.child('nominalConcurrencyShares'), nominalConcurrencyShares, NOT_NEGATIVE);
  }
  validateLendable(lendablePercent, path, errors);
}

function validateLimited(limited: LimitedLevel, object: Data, errors: FieldErrors): void {
  const path = SPEC.child('limited');
  const field = sharesField(object);
  const shares = sharesOf(limited, object, errors.version);
  if (isBefore(errors.version, '1.30')) {
    if (shares <= 0) errors.invalid(path.child(field), shares, 'must be more than 0');
  } else if (shares < 0) errors.invalid(path.child(field), shares, NOT_NEGATIVE);
  validateLimitResponse(limited.limitResponse ?? {}, path.child('limitResponse'), errors);
  validateLendable(limited.lendablePercent ?? 0, path, errors);
  const { borrowingLimitPercent: borrowing = 0 } = limited;
  if (borrowing < 0) errors.invalid(path.child('borrowingLimitPercent'), borrowing, NOT_NEGATIVE);
}

const NOT_NEGATIVE = 'must not be negative';

function validateLendable(percent: number, path: FieldPath, errors: FieldErrors): void {
  if (percent < 0 || percent > 100) {
    errors.invalid(path.child('lendablePercent'), percent, 'must be from 0 to 100');
  }
}

/** The shares of a level with the server's default. A zero is the same as nothing in a beta version, unless it says so. */
function sharesOf(limited: LimitedLevel, object: Data, version: KubernetesVersion): number {
  const shares = limited[sharesField(object)];
  const isZero = isBeta3(object)
    ? keepsZero(object) && !isBefore(version, '1.29')
    : !isBeta(object) && shares === 0;
  return shares || (isZero ? 0 : DEFAULT_SHARES);
}

function sharesField({ apiVersion }: Data): 'assuredConcurrencyShares' | 'nominalConcurrencyShares' {
  return String(apiVersion).endsWith('/v1beta2') ? 'assuredConcurrencyShares' : 'nominalConcurrencyShares';
}

function isBeta({ apiVersion }: Data): boolean {
  return String(apiVersion).includes('beta');
}

function isBeta3({ apiVersion }: Data): boolean {
  return String(apiVersion).endsWith('/v1beta3');
}

function keepsZero(object: Data): boolean {
  return metadataOf(object).annotations?.[KEEPS_ZERO] !== undefined;
}

function withDefaults(spec: PriorityLevelSpec): PriorityLevelSpec {
  return { ...spec, ...(spec.limited && { limited: { lendablePercent: 0, ...spec.limited } }) };
}
