import { k8s } from 'cdk8s-plus-28';
import { GeneratedTypes } from './generated-types';
import { renderedFields } from './rendered-value';

type Fields = Readonly<Record<string, unknown>>;

/** A class that cdk8s generates: it has its kind, and a function that makes a manifest of fields. */
export interface GeneratedClass {
  readonly GVK: Fields;
  readonly prototype?: { toJson?: unknown };
  manifest(fields: Fields): unknown;
}

const TO_JSON =
  /^toJson\(\) \{\s*const resolved = super\.toJson\(\);\s*return \{\s*\.\.\.(\w+)\.GVK,\s*\.\.\.(toJson_\w+)\(resolved\),?\s*\};\s*\}$/;
const MANIFEST =
  /^manifest\(props(?: = \{\})?\) \{\s*return \{\s*\.\.\.(\w+)\.GVK,\s*\.\.\.(toJson_\w+)\(props\),?\s*\};\s*\}$/;

const types = new GeneratedTypes(k8s as unknown as Fields);
const manifests = new WeakMap<GeneratedClass, (fields: Fields) => unknown>();

/** Whether objects of a class render to what its function makes of what cdk8s renders, and to nothing else. */
export function isGenerated({ prototype, manifest }: GeneratedClass): boolean {
  const [, owner, toJson] = TO_JSON.exec(String(prototype?.toJson)) ?? [];
  const [, other, made] = MANIFEST.exec(String(manifest)) ?? [];
  return toJson !== undefined && toJson === made && owner === other;
}

/** What the function of a generated class makes of declared fields, when they are resolved. */
export function generatedManifest(type: GeneratedClass, fields: Fields): Record<string, unknown> {
  let render = manifests.get(type);
  if (render === undefined) {
    render = newRender(type);
    manifests.set(type, render);
  }
  return render(fields) as Record<string, unknown>;
}

function newRender(type: GeneratedClass): (fields: Fields) => unknown {
  const [, , name] = MANIFEST.exec(String(type.manifest)) ?? [];
  const isBuiltIn = Object.values(k8s).includes(type as never);
  const known = isBuiltIn && name !== undefined ? types.tryType(name) : undefined;
  if (known === undefined) return fields => type.manifest(renderedFields(fields));
  return fields => ({ ...type.GVK, ...(known.render(fields) as Fields) });
}
