import { POD_KINDS } from '../../lib/verify/relations/pod-kinds';
import type { Rule } from '../../lib/verify/rule';

const HEAD = `# The rules

What the API server accepts and no cluster can run, or the team will regret. The findings of strict decoding, of the server's validation and of its admission are not rules of this page: [verify.md](verify.md) tells of them.

A rule is \`broken\` only where the manifests prove it. What may live in the cluster is \`risky\`; with \`closed\`, where the manifests and \`external\` are everything that there is, some rules are \`broken\` then.

This page is generated from the rules: \`npm run rules\`. A new one begins with \`npm run new-rule\`.
`;

/** The page of documentation that the rules make: a table of levels, then a section for each. */
export function rulesPage(rules: readonly Rule[]): string {
  const table = [
    '| rule | level | kinds | finds that |',
    '|---|---|---|---|',
    ...rules.map(
      ({ meta }) => `| [${meta.id}](#${meta.id}) | ${levelOf(meta)} | ${kindsOf(meta)} | ${meta.summary} |`,
    ),
  ].join('\n');
  return [HEAD, `${table}\n`, ...rules.map(section)].join('\n');
}

function section({ meta }: Rule): string {
  return `## ${meta.id}

${levelOf(meta)}, on ${kindsOf(meta)}: ${meta.summary}.

${sentence(meta.why)}

Fix: ${meta.fix}. [Documentation](${meta.see})
`;
}

function levelOf({ level, closedLevel }: Rule['meta']): string {
  return closedLevel ? `${level}, with \`closed\` ${closedLevel}` : level;
}

/** The kinds of a rule, those that make pods in one word. */
function kindsOf({ kinds }: Rule['meta']): string {
  const isOnPods = POD_KINDS.every(kind => kinds.includes(kind));
  const others = isOnPods ? kinds.filter(kind => !POD_KINDS.includes(kind)) : kinds;
  const words = others.map(kind => (kind === '*' ? 'every kind' : kind.slice(kind.indexOf('/') + 1)));
  return [...(isOnPods ? ['pods and workloads'] : []), ...new Set(words)].join(', ');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
