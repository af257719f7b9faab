import { isSecretVariable, isSecretWord, PLAIN_FIELDS, WORD_LISTS } from '../verify/redaction';
import { resolved, type SourceNode } from './source-tree';

/** A part of a text, in offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where secrets stand in a document, in the order of the text: what a Secret holds, and the values of environment
 * variables and options that sound secret, or look it.
 */
export function secretRanges(root: SourceNode): TextRange[] {
  const walk = new SecretWalk();
  walk.visit(root, '');
  return walk.found.sort((a, b) => a.start - b.start);
}

class SecretWalk {
  readonly found: TextRange[] = [];
  /** Aliases may lead to a node from many places, and may be many. */
  private readonly visited = new Map<SourceNode, Set<string>>();
  private readonly hidden = new Set<SourceNode>();

  /** @param field the name of the field that the node is in. */
  visit(alias: SourceNode, field: string): void {
    const node = resolved(alias);
    const context = field === 'env' || WORD_LISTS.includes(field) ? field : '';
    const contexts = this.visited.get(node) ?? new Set();
    if (contexts.has(context)) return;
    this.visited.set(node, contexts.add(context));
    for (const [at, item] of (node.items ?? []).entries()) {
      if (field === 'env') this.visitVariable(resolved(item));
      if (WORD_LISTS.includes(field) && this.isSecret(node, at)) this.hide(item);
      this.visit(item, field);
    }
    if (textOf(node, 'kind') === 'Secret') this.hideSecret(node);
    for (const { name, value } of node.fields ?? []) this.visit(value, name ?? '');
  }

  private isSecret({ items = [] }: SourceNode, at: number): boolean {
    const textAt = (place: number) => (items[place] ? resolved(items[place]).text : undefined);
    return isSecretWord(textAt(at), textAt(at - 1));
  }

  private visitVariable(variable: SourceNode): void {
    const variableName = textOf(variable, 'name');
    for (const { name, value } of fieldsOf(variable)) {
      if (name === 'value' && isSecretVariable(variableName, resolved(value).text)) this.hide(value);
    }
  }

  private hideSecret(secret: SourceNode): void {
    for (const { name, value } of fieldsOf(secret)) {
      if (name === undefined || !PLAIN_FIELDS.includes(name)) this.hide(value);
      if (name === 'metadata') {
        for (const field of fieldsOf(resolved(value))) {
          if (field.name === 'annotations') this.hide(field.value);
        }
      }
    }
  }

  /** Hides the scalars below a node; their names stay. */
  private hide(node: SourceNode): void {
    if (this.hidden.has(node)) return;
    this.hidden.add(node);
    if (node.target) this.hide(node.target);
    for (const item of node.items ?? []) this.hide(item);
    for (const { value } of node.fields ?? []) this.hide(value);
    if (node.text !== undefined) this.found.push({ start: node.start, end: node.end });
  }
}

/** The fields of a map, those of the maps that it merges included. */
function fieldsOf(map: SourceNode, depth = 0): NonNullable<SourceNode['fields']> {
  if (depth > 20) return [];
  return (map.fields ?? []).flatMap(field => {
    if (!field.isMerge) return [field];
    const source = resolved(field.value);
    return (source.items ?? [source]).flatMap(item => fieldsOf(resolved(item), depth + 1));
  });
}

function textOf(map: SourceNode, name: string): string | undefined {
  const field = fieldsOf(map)
    .filter(other => other.name === name)
    .at(-1);
  return field && resolved(field.value).text;
}
