import type { Data } from '../../manifest';
import { isData } from '../../manifest';
import type { Definition } from './definition';
import type { JsonSchema } from './json-schema';

/** What is known of the kind of a custom resource in one version. */
export interface CustomKind {
  readonly group: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Whether the version is served. */
  readonly served: boolean;
  /** Whether the status is written by requests of its own: any other one leaves it as it is. */
  readonly ownStatus: boolean;
  /** Whether a webhook converts objects of one version into another. */
  readonly converted: boolean;
  readonly schema?: JsonSchema;
}

/** Custom kinds by apiVersion and kind. */
export type CustomKinds = ReadonlyMap<string, CustomKind>;

/** No definitions at all. */
export const NO_CUSTOM_KINDS: CustomKinds = new Map();

/** The kinds that CustomResourceDefinitions define. What is no definition, or is a broken one, is passed over. */
export function customKindsOf(manifests: readonly unknown[]): CustomKinds {
  const kinds = new Map<string, CustomKind>();
  for (const manifest of manifests) {
    if (!isData(manifest) || manifest.kind !== 'CustomResourceDefinition') continue;
    if (manifest.apiVersion !== 'apiextensions.k8s.io/v1' || !isData(manifest.spec)) continue;
    addKinds(kinds, manifest);
  }
  return kinds;
}

/** The kind of a custom resource, where its definition is known. */
export function customKind(kinds: CustomKinds, apiVersion: string, kind: string): CustomKind | undefined {
  return kinds.get(`${apiVersion}/${kind}`);
}

function addKinds(kinds: Map<string, CustomKind>, manifest: Data): void {
  const { group, scope, names, versions, conversion } = (manifest as Definition).spec ?? {};
  const kind = names?.kind;
  if (typeof group !== 'string' || typeof kind !== 'string' || !Array.isArray(versions)) return;
  for (const version of versions) {
    if (!isData(version)) continue;
    const schema = isData(version.schema) ? version.schema.openAPIV3Schema : undefined;
    kinds.set(`${group}/${version.name}/${kind}`, {
      group,
      kind,
      namespaced: scope === 'Namespaced',
      served: version.served === true,
      ownStatus: isData(version.subresources) && isData(version.subresources.status),
      converted: isData(conversion) && conversion.strategy === 'Webhook',
      ...(isData(schema) && { schema: schema as JsonSchema }),
    });
  }
}
