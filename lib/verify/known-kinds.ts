import type { KubernetesVersion } from '../kubernetes/kubernetes-version';
import {
  type CustomKind,
  type CustomKinds,
  customKind,
  customKindsOf,
} from './api/custom-resources/definition-index';
import { type Data, isData } from './manifest';
import { decode } from './schema/decode';
import { type Subject, subjectsIn } from './subject';

const DEFINITION = 'CustomResourceDefinition';

/** The kinds of the CustomResourceDefinitions among objects, as a version's server reads them. */
export function kindsAmong(subjects: readonly Subject[], version: KubernetesVersion): CustomKinds {
  const definitions = subjects.filter(({ object }) => object.kind === DEFINITION);
  return customKindsOf(definitions.map(({ manifest }) => decode(manifest, version).decoded));
}

/** The kind of one custom resource: of the definitions, only that of its kind is read. The last of equals counts. */
export function knownKind(
  { apiVersion, kind }: Data,
  definitions: readonly unknown[],
  version: KubernetesVersion,
): CustomKind | undefined {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const own = subjectsIn(definitions).subjects.filter(({ manifest }) => defines(manifest, kind));
  return customKind(kindsAmong(own, version), apiVersion, kind);
}

function defines({ spec }: Data, kind: string): boolean {
  return isData(spec) && isData(spec.names) && spec.names.kind === kind;
}
