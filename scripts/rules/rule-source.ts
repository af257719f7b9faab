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

const LINE_WIDTH = 110;

/** The text of a group of rules with one more rule, in the order of the alphabet. */
export function groupWith(group: string, id: string): string {
  const known = [...group.matchAll(/from '\.\.\/rules\/([a-z-]+)'/g)].map(match => match[1] ?? '');
  const ids = [...new Set([...known, id])].sort();
  const imports = ids.map(each => `import { ${constantOf(each)} } from '../rules/${each}';`);
  const line = `export const RULES: readonly Rule[] = [${ids.map(constantOf).join(', ')}];`;
  const lines = `export const RULES: readonly Rule[] = [\n${ids.map(each => `  ${constantOf(each)},\n`).join('')}];`;
  const comment = /^\/\*\* .*\*\/$/m.exec(group)?.[0] ?? '/** Rules, in the order of the alphabet. */';
  return `import type { Rule } from '../rule';
${imports.join('\n')}

${comment}
${line.length <= LINE_WIDTH ? line : lines}
`;
}

function constantOf(id: string): string {
  return id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
