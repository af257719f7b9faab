import { isBefore, type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { preparedResource, validateBySchema } from '../api/custom-resources/custom-resource';
import type { CustomKind } from '../api/custom-resources/definition-index';
import type { JsonSchema } from '../api/custom-resources/json-schema';
import { evaluateForNew, evaluateTransitions } from '../api/custom-resources/rule-evaluation';
import { type Former, formerOf, NEW, walkValues } from '../api/custom-resources/value-walk';
import { type FieldError, FieldErrors } from '../api/field-errors';
import { FieldPath, isWithin } from '../field-path';
import { type Data, isData } from '../manifest';

/** The first version whose servers let be what was wrong before. */
const RATCHETING_SINCE: KubernetesVersion = '1.30';

/** An update of a custom resource as the server judges it. */
interface Prepared {
  readonly now: Data;
  readonly former: Former;
}

/**
 * What an update of a custom resource may not change: what the rules of its definition say that speak of the state
 * before.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#transition-rules
 */
export function updateCustomResource(before: Data, after: Data, kind: CustomKind, errors: FieldErrors): void {
  if (!kind.schema || !kind.served) return;
  const { now, former } = prepared(before, after, kind);
  evaluateTransitions(now, former, kind.schema, FieldPath.ROOT, errors);
}

/**
 * What `verify` says of the new custom resource, and the server does not say of the update: it lets be what was
 * wrong before.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-ratcheting
 */
export function excusedOfCustomResource(
  before: Data,
  after: Data,
  kind: CustomKind,
  version: KubernetesVersion,
): readonly FieldError[] {
  const { schema } = kind;
  if (!schema || !kind.served) return [];
  if (isBefore(version, RATCHETING_SINCE)) return [];
  const { now, former } = prepared(before, after, kind);
  const ofRules = new FieldErrors(version);
  evaluateForNew(now, former, schema, FieldPath.ROOT, ofRules);
  const ofSchema = new FieldErrors(version);
  validateBySchema(now, schema, ofSchema);
  const kept = keptPaths(now, former, schema);
  const hadTwins = isWithTwins(former.value, schema, version);
  const excused = ofSchema.all.filter(({ errorType, path }) =>
    errorType === TWIN ? hadTwins : isWithin(path, kept),
  );
  return [...ofRules.all, ...excused];
}

/** Whether a set or a map has the same twice: then it may go on so. */
function isWithTwins(value: unknown, schema: JsonSchema, version: KubernetesVersion): boolean {
  if (!isData(value)) return false;
  const errors = new FieldErrors(version);
  validateBySchema(value, schema, errors);
  return errors.all.some(({ errorType }) => errorType === TWIN);
}

const TWIN = 'FieldValueDuplicate';

function keptPaths(now: Data, former: Former, schema: JsonSchema): ReadonlySet<string> {
  const kept = new Set<string>();
  walkValues(now, former, schema, FieldPath.ROOT, site => {
    if (site.former.isKept) kept.add(site.path.toString());
  });
  return kept;
}

function prepared(before: Data, after: Data, kind: CustomKind): Prepared {
  const old = preparedResource(before, before, kind);
  const now = preparedResource(after, old, kind);
  // A webhook may make anything of an object of another version.
  const isKnown = !kind.converted || before.apiVersion === after.apiVersion;
  return { now, former: isKnown ? formerOf(now, old) : NEW };
}
