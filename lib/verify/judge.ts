import type { ApiKind } from '../kubernetes/api-kinds';
import type { KubernetesVersion } from '../kubernetes/kubernetes-version';
import { type CustomKind, type CustomKinds, customKind } from './api/custom-resources/definition-index';
import { type FieldError, FieldErrors } from './api/field-errors';
import { validateMetadataOnly } from './api/metadata-only';
import { validatorOf } from './api/registry';
import type { Validator } from './api/validator';
import { isWithin, prefixedPath } from './field-path';
import type { Finding } from './finding';
import type { Data } from './manifest';
import { type Decoding, decode } from './schema/decode';
import { type DecodeProblem, unknownField } from './schema/problem';
import type { Subject } from './subject';

/**
 * Why an object was not judged in full. `custom-resource`: there is no schema for it here, so that its metadata
 * alone was judged. `no-validation`: a built-in kind of which types, fields and metadata were judged, and nothing
 * else. `fault`: the verifier failed on it, which is a fault of the verifier.
 */
export type NotVerifiedReason = 'custom-resource' | 'no-validation' | 'fault';

/** How one server is asked. */
export interface Server {
  readonly version: KubernetesVersion;
  /** The kinds of custom resources that it knows. */
  readonly kinds: CustomKinds;
  /** Whether what cannot be judged in full is `risky`. */
  readonly strict: boolean;
}

/** What the server of a version says of one object. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** The object as the server would keep it, where anything is left of it. */
  readonly decoded?: Data;
  readonly notVerified?: NotVerifiedReason;
}

/** Problems after which validation has nothing to say of the field: it never saw the value. */
const UNSEEN_VALUES: readonly string[] = ['wrong-type', 'wrong-format', 'too-deep', 'too-large'];

/** Judges one object. Whatever is wrong with it, or with the verifier, is a finding. */
export function judge(subject: Subject, server: Server): Judgement {
  try {
    return judgeDecoded(subject, decode(subject.manifest, server.version), server);
  } catch {
    return { findings: [faultFinding(subject)], notVerified: 'fault' };
  }
}

/** What is said where the verifier itself fails: not why, as an exception may quote the object. */
export function faultFinding({ object, prefix }: Pick<Subject, 'object' | 'prefix'>): Finding {
  return {
    rule: 'not-verified',
    level: 'risky',
    object,
    path: prefix.slice(0, -1),
    message: 'could not be judged, which is a fault of the verifier',
    fix: 'report it with the object that makes it happen',
  };
}

function judgeDecoded(
  { object, prefix }: Subject,
  { kind, custom, decoded, problems }: Decoding,
  { version, kinds, strict }: Server,
): Judgement {
  const definition = custom ? customKind(kinds, object.apiVersion, object.kind) : undefined;
  const validator = kind && validatorFor(kind);
  const errors = new FieldErrors(version);
  const unknown = custom && !definition;
  const notVerified = unknown ? 'custom-resource' : kind && !validator ? 'no-validation' : undefined;
  let more: readonly DecodeProblem[] = unknown && strict ? [CUSTOM_RESOURCE] : NOTHING;
  if (decoded && definition) more = judgeCustom(decoded, definition, errors);
  else if (decoded && (kind || custom)) (validator ?? validateMetadataOnly)(decoded, errors);
  const { all } = errors;
  if (problems.length === 0 && all.length === 0 && more.length === 0) {
    return { findings: NO_FINDINGS, decoded, notVerified };
  }
  const found = [...problems, ...more, ...seen(all, problems)];
  return {
    findings: found.map(problem => ({
      ...asFinding(problem),
      object,
      path: prefixedPath(problem.path, prefix),
    })),
    decoded,
    notVerified,
  };
}

/** Judges a custom resource by its definition; what it takes is loaded with the first one. */
function judgeCustom(object: Data, definition: CustomKind, errors: FieldErrors): DecodeProblem[] {
  if (!definition.served) return [UNSERVED];
  const custom: typeof import('./api/custom-resources/custom-resource') = require('./api/custom-resources/custom-resource');
  custom.validateCustomResource(object, definition, errors);
  return custom.unknownCustomFields(object, definition.schema).map(path => ({
    ...unknownField(path, {}),
    message: 'is no field of the schema in its CustomResourceDefinition',
  }));
}

const NOTHING: readonly DecodeProblem[] = [];
const NO_FINDINGS: readonly Finding[] = [];

const UNSERVED: DecodeProblem = {
  rule: 'unknown-kind',
  level: 'rejected',
  path: 'apiVersion',
  errorType: 'Decode',
  message: 'is a version that the CustomResourceDefinition does not serve',
  fix: 'write a version that it serves, or serve this one',
};

const CUSTOM_RESOURCE: DecodeProblem = {
  rule: 'not-verified',
  level: 'risky',
  path: '',
  message: 'is of a kind whose definition is not here: its metadata alone was judged',
  fix: 'give its CustomResourceDefinition',
};

/** What is known of the kinds that were met: `null` for those without a validator. */
const validators = new Map<ApiKind, Validator | null>();

/** The validator of a kind: a version of a group may have one of its own. */
function validatorFor(kind: ApiKind): Validator | undefined {
  const known = validators.get(kind);
  if (known !== undefined) return known ?? undefined;
  const validator =
    validatorOf(`${kind.apiVersion}/${kind.kind}`) ?? validatorOf(`${kind.group}/${kind.kind}`);
  validators.set(kind, validator ?? null);
  return validator;
}

/** The errors of fields whose value the server's validation sees. */
function seen(errors: readonly FieldError[], problems: readonly DecodeProblem[]): readonly FieldError[] {
  const unseen = new Set(problems.filter(({ rule }) => UNSEEN_VALUES.includes(rule)).map(p => p.path));
  return errors.filter(({ path }) => !isWithin(path, unseen));
}

/** A finding but for the object that it is about. */
export function asFinding(problem: DecodeProblem | FieldError): DecodeProblem {
  if ('rule' in problem) return problem;
  const { errorType, level, ...error } = problem;
  return level === 'broken'
    ? { fix: 'correct the field', ...error, rule: 'api', level }
    : { fix: 'correct the field', ...error, rule: 'api', level: 'rejected', errorType };
}
