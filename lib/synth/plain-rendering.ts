import { ApiObject, ApiObjectMetadataDefinition, App, Chart, type JsonPatch, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { type GeneratedType, GeneratedTypes } from './generated-types';
import { renderedFields, renderedMetadata } from './rendered-value';

type Fields = Readonly<Record<string, unknown>>;

/** What cdk8s's objects and their metadata keep to themselves. */
interface ObjectParts {
  readonly props: Fields;
  readonly patches: readonly JsonPatch[];
}

interface MetadataParts extends Pick<ApiObject['metadata'], 'name' | 'namespace'> {
  readonly _additionalAttributes: Fields;
  readonly annotations: Fields;
  readonly finalizers: readonly unknown[];
  readonly ownerReferences: readonly unknown[];
  readonly labels: Fields;
}

/** A class that cdk8s generates: it has its kind, and a function that makes a manifest of fields. */
interface GeneratedClass {
  readonly GVK: Fields;
  manifest(fields: Fields): Record<string, unknown>;
}

/** Makes the manifest of an object of a class, given its metadata. */
type RenderObject = (props: Fields, metadata: unknown) => Record<string, unknown>;

const TO_JSON =
  /^toJson\(\) \{\s*const resolved = super\.toJson\(\);\s*return \{\s*\.\.\.(\w+)\.GVK,\s*\.\.\.(toJson_\w+)\(resolved\),?\s*\};\s*\}$/;
const MANIFEST =
  /^manifest\(props(?: = \{\})?\) \{\s*return \{\s*\.\.\.(\w+)\.GVK,\s*\.\.\.(toJson_\w+)\(props\),?\s*\};\s*\}$/;

const renderers = new WeakMap<object, RenderObject | 'unknown'>();
const types = new GeneratedTypes(k8s as unknown as Fields);

/**
 * The manifest of an object as its `toJson()` gives it where the resolvers are those of cdk8s and keys are sorted, in a
 * third of the time; undefined where its class renders in a way of its own, or it has patches.
 *
 * @throws Error as `toJson()` does, when a value cannot be resolved.
 */
export function tryPlainManifest(object: ApiObject): Record<string, unknown> | undefined {
  const { props, patches } = object as unknown as ObjectParts;
  if (patches.length > 0 || Object.hasOwn(object, 'toJson')) return undefined;
  const { metadata } = object;
  if (Object.getPrototypeOf(metadata) !== ApiObjectMetadataDefinition.prototype) return undefined;
  if (Object.hasOwn(metadata, 'toJson')) return undefined;
  const render = rendererOf(object.constructor);
  if (render === 'unknown') return undefined;
  try {
    return render(props, metadataOf(metadata as unknown as MetadataParts));
  } catch (error) {
    throw new Error(
      `Failed serializing construct at path '${object.node.path}' with name '${object.name}': ${error}`,
    );
  }
}

function metadataOf({
  _additionalAttributes,
  name,
  namespace,
  annotations,
  finalizers,
  ownerReferences,
  labels,
}: MetadataParts): unknown {
  return renderedMetadata({
    ..._additionalAttributes,
    name,
    namespace,
    annotations,
    finalizers,
    ownerReferences,
    labels,
  });
}

function rendererOf(type: object): RenderObject | 'unknown' {
  const known = renderers.get(type);
  if (known) return known;
  const renderer = isUnderstood() ? newRenderer(type as unknown as typeof ApiObject) : 'unknown';
  renderers.set(type, renderer);
  return renderer;
}

function newRenderer(type: typeof ApiObject): RenderObject | 'unknown' {
  const { prototype } = type;
  if (prototype.toJson === ApiObject.prototype.toJson) return plainObject;
  if (!Object.hasOwn(prototype, 'toJson')) return 'unknown';
  if (Object.getPrototypeOf(prototype).toJson !== ApiObject.prototype.toJson) return 'unknown';
  const generated = type as unknown as GeneratedClass;
  const [, owner, toJson] = TO_JSON.exec(String(prototype.toJson)) ?? [];
  const [, other, manifest] = MANIFEST.exec(String(generated.manifest)) ?? [];
  if (toJson === undefined || toJson !== manifest || owner !== other) return 'unknown';
  const isBuiltIn = (k8s as unknown as Fields)[type.name] === type;
  const fields = isBuiltIn ? types.tryType(toJson) : undefined;
  return fields ? ofType(generated, fields) : ofClass(generated);
}

const plainObject: RenderObject = (props, metadata) => {
  const { apiVersion, kind, metadata: given, ...rest } = renderedFields({ ...props, metadata });
  return definedOf({ apiVersion, kind, metadata: given, ...rest });
};

function ofClass(type: GeneratedClass): RenderObject {
  return (props, metadata) => type.manifest(plainObject(props, metadata));
}

function ofType({ GVK }: GeneratedClass, type: GeneratedType): RenderObject {
  return (props, metadata) => ({ ...GVK, ...(type.render({ ...props, metadata }) as Fields) });
}

function definedOf(fields: Fields): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) if (fields[key] !== undefined) result[key] = fields[key];
  return result;
}

let understood: boolean | undefined;

/** Whether this version of cdk8s renders in the same way, and nobody changed it. */
function isUnderstood(): boolean {
  if (understood === undefined) {
    // While it is tried out, it is to be tried.
    understood = true;
    understood = isTriedOut();
  }
  return understood;
}

function isTriedOut(): boolean {
  const object = new ApiObject(new Chart(new App({ outdir: '.' }), 'chart'), 'object', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', finalizers: [], labels: { b: '1', a: Lazy.any({ produce: () => '2' }) } },
    data: { b: Lazy.any({ produce: () => ({ d: ['1', null], c: undefined }) }), a: { resolve: () => 2 } },
  });
  const wanted = JSON.stringify(object.toJson());
  renderers.delete(ApiObject);
  const isSame = JSON.stringify(tryPlainManifest(object)) === wanted;
  renderers.delete(ApiObject);
  return isSame;
}
