/** Data as YAML and JSON have it. */
export type Data = Readonly<Record<string, unknown>>;

const NO_FIELDS: Data = {};

/** Which manifest a finding is about. */
export interface ManifestIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** Its place in the input, from 0. */
  readonly index: number;
}

/** Whether a value is an object with fields. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a manifest is called, as far as it says; fields of a wrong type count as absent. */
export function identityOf(manifest: Data, index: number): ManifestIdentity {
  const metadata = isData(manifest.metadata) ? manifest.metadata : NO_FIELDS;
  const apiVersion = text(manifest.apiVersion);
  const kind = text(manifest.kind);
  const namespace = text(metadata.namespace);
  const name = text(metadata.name) || text(metadata.generateName);
  return namespace === '' ? { apiVersion, kind, name, index } : { apiVersion, kind, namespace, name, index };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
