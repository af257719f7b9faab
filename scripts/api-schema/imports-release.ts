import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field } from './release';

/** What `lib/imports/k8s` of a cdk8s-plus package tells: no `status`, no formats, but quantities by name. */
export interface ImportsRelease {
  /** Types by their name in the OpenAPI document, such as `io.k8s.api.core.v1.Pod`. */
  readonly types: ReadonlyMap<string, ReadonlyMap<string, Field>>;
  readonly kinds: readonly { readonly apiVersion: string; readonly kind: string; readonly type: string }[];
}

const SCALARS: Readonly<Record<string, string>> = {
  string: 's',
  boolean: 'b',
  number: '#',
  Date: 't',
  IntOrString: 'x',
  Quantity: 'q',
  any: '*',
};

/** Reads the TypeScript that cdk8s generated from one version's OpenAPI document. */
export function readImports(folder: string): ImportsRelease {
  const imports = join(folder, 'lib', 'imports');
  const declarations = readFileSync(join(imports, 'k8s.d.ts'), 'utf8');
  const names = openApiNames(declarations);
  return {
    types: new Map([...interfaces(declarations)].map(([name, body]) => [name, fieldsOf(body, names)])),
    kinds: [...kinds(readFileSync(join(imports, 'k8s.js'), 'utf8'), names)],
  };
}

function openApiNames(declarations: string): Map<string, string> {
  const names = new Map<string, string>();
  const declared = /\* @schema ([\w.-]+)\n \*\/\nexport (?:interface|declare (?:class|enum)) (\w+)/g;
  for (const [, schema = '', name = ''] of declarations.matchAll(declared)) names.set(name, schema);
  return names;
}

function* interfaces(declarations: string): Generator<[name: string, body: string]> {
  const declared = /\* @schema ([\w.-]+)\n \*\/\nexport interface \w+ \{\n([\s\S]*?)\n\}\n/g;
  for (const [, schema = '', body = ''] of declarations.matchAll(declared)) yield [schema, body];
}

function fieldsOf(body: string, names: ReadonlyMap<string, string>): Map<string, Field> {
  const fields = new Map<string, Field>();
  const declared =
    /@schema [\w.-]+#(\S+)\n {5}\*\/\n {4}readonly \w+(\??): (?:\{\s+\[key: string\]: ([\s\S]*?);\n {4}\}|(.*));/g;
  for (const [, wire = '', optional, inMap, plain = ''] of body.matchAll(declared)) {
    const code = inMap === undefined ? codeOf(plain, names) : `{}${codeOf(inMap, names)}`;
    fields.set(wire, { code, required: optional === '' });
  }
  return fields;
}

function codeOf(type: string, names: ReadonlyMap<string, string>): string {
  if (type.endsWith('[]')) return `[]${codeOf(type.slice(0, -2), names)}`;
  return SCALARS[type] ?? names.get(type) ?? type;
}

function* kinds(js: string, names: ReadonlyMap<string, string>): Generator<ImportsRelease['kinds'][number]> {
  const declared = /^(\w+)\.GVK = \{\s+apiVersion: '(.*)',\s+kind: '(.*)',/gm;
  for (const [, name = '', apiVersion = '', kind = ''] of js.matchAll(declared)) {
    const type = names.get(name);
    if (type !== undefined) yield { apiVersion, kind, type };
  }
}
