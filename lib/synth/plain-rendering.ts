import { ApiObject, ApiObjectMetadataDefinition, App, Chart, type JsonPatch, Lazy } from 'cdk8s';
import { type GeneratedClass, generatedManifest, isGenerated } from './generated-class';
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

/** Makes the manifest of an object of a class, given its metadata. */
type RenderObject = (props: Fields, metadata: unknown) => Record<string, unknown>;

/** How objects of Drydock's constructs are made of what cdk8s renders them to. */
const EMITTED = Symbol.for('cdk8s-drydock.emitted');

interface EmittedObject {
  [EMITTED](
    json: Fields,
    manifestOf: (type: GeneratedClass, fields: Fields) => unknown,
  ): Record<string, unknown>;
}

/** What metadata has as fields of its own, which stand above what it was given. */
const METADATA = ['name', 'namespace', 'annotations', 'finalizers', 'ownerReferences', 'labels'] as const;

const renderers = new WeakMap<object, RenderObject | 'unknown'>();

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
  const json = rendered(object, render, props);
  return render === emittedJson
    ? (object as unknown as EmittedObject)[EMITTED](json, generatedManifest)
    : json;
}

function rendered(object: ApiObject, render: RenderObject, props: Fields): Record<string, unknown> {
  try {
    return render(props, metadataOf(object.metadata as unknown as MetadataParts));
  } catch (error) {
    throw new Error(
      `Failed serializing construct at path '${object.node.path}' with name '${object.name}': ${error}`,
    );
  }
}

function metadataOf(metadata: MetadataParts): unknown {
  const { _additionalAttributes: given } = metadata;
  const declared: Record<string, unknown> = {};
  for (const key of Object.keys(given)) declared[key] = given[key];
  for (const key of METADATA) declared[key] = metadata[key];
  return renderedMetadata(declared);
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
  const emitting = ownerOf(prototype, EMITTED);
  if (emitting !== undefined && emitting === ownerOf(prototype, 'toJson')) return emittedJson;
  if (!Object.hasOwn(prototype, 'toJson')) return 'unknown';
  if (Object.getPrototypeOf(prototype).toJson !== ApiObject.prototype.toJson) return 'unknown';
  const generated = type as unknown as GeneratedClass;
  if (!isGenerated(generated)) return 'unknown';
  return (props, metadata) => generatedManifest(generated, { ...props, metadata });
}

/** Which prototype of an object's has a property itself. */
function ownerOf(prototype: object | null, property: PropertyKey): object | undefined {
  for (let at = prototype; at !== null; at = Object.getPrototypeOf(at)) {
    if (Object.hasOwn(at, property)) return at;
  }
  return undefined;
}

const plainObject: RenderObject = (props, metadata) => {
  const { apiVersion, kind, metadata: given, ...rest } = renderedFields({ ...props, metadata });
  return definedOf({ apiVersion, kind, metadata: given, ...rest });
};

/** What of an object of Drydock's constructs cdk8s renders itself. */
const emittedJson: RenderObject = (props, metadata) => plainObject(props, metadata);

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
