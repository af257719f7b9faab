/** The text of a rule that finds nothing yet. */
export function ruleSource(id: string, level: string, kinds: readonly string[]): string {
  const list = kinds.map(kind => `'${kind}'`).join(', ');
  return `import type { Rule } from '../rule';

/** TODO: what it finds. */
export const ${constantOf(id)}: Rule = {
  meta: {
    id: '${id}',
    level: '${level}',
    kinds: [${list}],
    summary: '',
    why: '',
    fix: '',
    see: 'https://kubernetes.io/docs/',
  },
  check() {
    return [];
  },
};
`;
}

/** The text of the registry with one more rule, in the order of the alphabet. */
export function registryWith(registry: string, id: string): string {
  const known = [...registry.matchAll(/from '\.\/rules\/([a-z-]+)'/g)].map(match => match[1] ?? '');
  const ids = [...new Set([...known, id])].sort();
  const imports = ids.map(each => `import { ${constantOf(each)} } from './rules/${each}';`);
  return `import type { Rule } from './rule';
${imports.join('\n')}

/** Every rule, in the order of the alphabet. */
export const RULES: readonly Rule[] = [
${ids.map(each => `  ${constantOf(each)},`).join('\n')}
];
`;
}

function constantOf(id: string): string {
  return id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
