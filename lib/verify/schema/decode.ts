import type { ApiKind } from '../../kubernetes/api-kinds';
import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { FieldPath } from '../field-path';
import { type Data, isData } from '../manifest';
import { type Allowance, MAX_VALUES } from './bounds';
import { Decoder, ROOT } from './decoder';
import { fits, isJson } from './fits';
import { judgeKind } from './kind';
import { beyondBounds, type DecodeProblem, notJson } from './problem';
import { objectShape, type Shape } from './shape';

/** A manifest as strict decoding leaves it, and what it refuses. */
export interface Decoding {
  /** The kind; undefined where the server does not serve it, or it is not built in. */
  readonly kind?: ApiKind;
  /** Whether it may be a custom resource: its metadata alone is decoded. */
  readonly custom: boolean;
  /**
   * The object without `null`s, unknown fields, values of a wrong type and fields that the server drops; undefined
   * where nothing is left. The manifest itself where nothing had to go. What may not be left out, such as an item
   * of a list, is empty instead.
   */
  readonly decoded?: Data;
  readonly problems: readonly DecodeProblem[];
}

const OBJECT_META = 'V1ObjectMeta';
const NOTHING: readonly DecodeProblem[] = [];

/**
 * Decodes a manifest as the API server of a version does with strict field validation.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation
 */
export function decode(manifest: Data, version: KubernetesVersion): Decoding {
  const { kind, shape, custom, problems } = judgeKind(manifest, version);
  if (custom) return decodeCustom(manifest, version);
  if (!kind || !shape) return { custom, problems };
  const allowance: Allowance = { values: MAX_VALUES };
  if (fits(manifest, shape, allowance)) return { kind, custom, decoded: manifest, problems };
  if (allowance.values <= 0) return { kind, custom, problems: [...problems, beyondBounds('', 'large')] };
  const { decoded, found } = decodeObject(manifest, shape, version);
  return { kind, custom, decoded, problems: [...problems, ...found] };
}

/** The server reads the metadata of all objects alike; the rest is up to a schema that is not here. */
function decodeCustom(manifest: Data, version: KubernetesVersion): Decoding {
  const allowance: Allowance = { values: MAX_VALUES };
  if (!isJson(manifest, allowance)) {
    return { custom: true, problems: [notJson('', manifest, allowance)] };
  }
  const metadata = manifest.metadata ?? undefined;
  if (metadata === undefined) return { custom: true, decoded: manifest, problems: NOTHING };
  const shape = objectShape(OBJECT_META, version);
  if (fits(metadata, shape, allowance)) return { custom: true, decoded: manifest, problems: NOTHING };
  const decoder = new Decoder(version, { values: MAX_VALUES });
  const path = FieldPath.of('metadata');
  const decoded = decoder.decode(metadata, shape, { path, strictPath: path, depth: 1, lax: false });
  const { metadata: _, ...rest } = manifest;
  return {
    custom: true,
    decoded: isData(decoded) ? { ...rest, metadata: decoded } : rest,
    problems: decoder.problems,
  };
}

function decodeObject(
  manifest: Data,
  shape: Shape,
  version: KubernetesVersion,
): { decoded: Data | undefined; found: readonly DecodeProblem[] } {
  const decoder = new Decoder(version, { values: MAX_VALUES });
  const decoded = decoder.decode(manifest, shape, ROOT);
  return { decoded: isData(decoded) ? decoded : undefined, found: decoder.problems };
}
