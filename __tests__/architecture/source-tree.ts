import { posix } from 'node:path';
import { type ModuleItem, parseSync } from '@swc/core';

/** A TypeScript file: its path from the root of the project, with slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What one file says of another: by import, re-export, `import()`, `require` or the type `import('...')`. */
export interface Reference {
  /** As it is written; undefined where it is computed. */
  readonly specifier?: string;
  /** The file of the project that is meant; undefined for a package. */
  readonly target?: string;
}

/** A file as the checks see it. */
export interface ParsedFile {
  readonly path: string;
  readonly lines: number;
  /** Made by a script, as its first line says. */
  readonly generated: boolean;
  readonly references: readonly Reference[];
  /** Names that the code uses, those of properties left out. */
  readonly names: ReadonlySet<string>;
  readonly statements: readonly ModuleItem[];
}

type Node = { readonly type: string } & Record<string, unknown>;

const OUR_NAME = 'cdk8s-drydock';

/** Parses every file: comments and strings are no code. */
export function parseTree(files: readonly SourceFile[]): ParsedFile[] {
  const paths = new Set(files.map(file => file.path));
  return files.map(({ path, text }) => {
    const module = parseSync(text, { syntax: 'typescript', target: 'es2022' });
    const specifiers: (string | undefined)[] = [];
    const names = new Set<string>();
    walk(module as unknown as Node, node => {
      specifiers.push(...specifiersOf(node));
      if (node.type === 'Identifier') names.add(String(node.value));
    });
    return {
      path,
      lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
      generated: /^(\/\/|\/\*).*\bgenerated\b/i.test(text),
      references: specifiers.map(specifier => ({ specifier, target: targetOf(path, specifier, paths) })),
      names,
      statements: module.body,
    };
  });
}

/** The name of the package that a reference means, without the path inside it; undefined for a file of ours. */
export function packageOf({ specifier, target }: Reference): string | undefined {
  if (specifier === undefined || target !== undefined) return undefined;
  const [first = '', second] = specifier.replace(/^node:/, '').split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const [field, value] of Object.entries(node)) {
    if (isPropertyName(node, field)) continue;
    for (const child of [value].flat().map(unwrapped)) if (isNode(child)) walk(child, visit);
  }
}

/** The arguments of a call and the elements of an array stand in objects without a type. */
function unwrapped(value: unknown): unknown {
  return isNode(value) ? value : (value as { expression?: unknown } | null | undefined)?.expression;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** `a.process`, `{ process: 1 }` and `import { process as p }` do not use the name `process`. */
function isPropertyName(node: Node, field: string): boolean {
  const child = node[field];
  if (!isNode(child) || child.type !== 'Identifier') return false;
  if (field === 'key') return node.type !== 'AssignmentPatternProperty';
  if (field === 'right') return node.type === 'TsQualifiedName';
  return ['property', 'imported', 'exported', 'label'].includes(field);
}

function specifiersOf(node: Node): (string | undefined)[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return isNode(node.source) ? [literal(node.source)] : [];
    case 'TsExternalModuleReference':
      return [literal(node.expression)];
    case 'TsImportType':
      return [literal(node.argument)];
    case 'TsModuleDeclaration':
      return isNode(node.id) && node.id.type === 'StringLiteral' ? [literal(node.id)] : [];
    case 'CallExpression':
      return loads(node.callee)
        ? [literal((node.arguments as { expression: unknown }[])[0]?.expression)]
        : [];
    default:
      return [];
  }
}

function loads(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'MemberExpression') return loads(callee.object);
  return callee.type === 'Import' || (callee.type === 'Identifier' && callee.value === 'require');
}

function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'StringLiteral') return String(node.value);
  const quasis = node.quasis as { cooked: string }[] | undefined;
  return quasis?.length === 1 ? quasis[0]?.cooked : undefined;
}

function targetOf(
  from: string,
  specifier: string | undefined,
  paths: ReadonlySet<string>,
): string | undefined {
  // The description of the package is no code.
  if (specifier === undefined || specifier === `${OUR_NAME}/package.json`) return undefined;
  if (specifier === OUR_NAME || specifier.startsWith(`${OUR_NAME}/`)) return 'lib/index.ts';
  if (!/^\.{0,2}(\/|$)/.test(specifier)) return undefined;
  const path = posix.join(posix.dirname(from), specifier);
  const candidates = [path, `${path}.ts`, path.replace(/\.js$/, '.ts'), posix.join(path, 'index.ts')];
  return candidates.find(candidate => paths.has(candidate)) ?? path;
}
