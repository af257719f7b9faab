import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleGroupOf } from '../lib/verify/rule-kinds';
import { groupWith, ruleSource } from './rules/rule-source';

const ROOT = join(__dirname, '..');
const GROUPS = join(ROOT, 'lib', 'verify', 'rule-groups');
const USAGE =
  'usage: npm run new-rule <id> <broken|risky> <kind> [<kind> ...]   (kinds as Service, apps/StatefulSet)';

const [id = '', level = '', ...kinds] = process.argv.slice(2);
const problem = problemWith(id, level, kinds);
if (problem) {
  process.stderr.write(`${problem}\n${USAGE}\n`);
  process.exitCode = 2;
} else {
  const fixtures = join(ROOT, '__tests__', 'verify', 'rules', id);
  mkdirSync(fixtures, { recursive: true });
  writeFileSync(ruleFile(id), ruleSource(id, level, kinds));
  writeFileSync(join(fixtures, 'pass.yaml'), '# passes: say why\n---\n');
  writeFileSync(join(fixtures, 'fail.yaml'), `---\n# ${level}: spec\n`);
  for (const group of new Set(kinds.map(groupOf))) {
    const file = join(GROUPS, `${group}.ts`);
    writeFileSync(file, groupWith(readFileSync(file, 'utf8'), id));
  }
  process.stdout.write(
    `lib/verify/rules/${id}.ts, its lines in lib/verify/rule-groups/ and its fixtures are there to be filled;\nthen npm run rules writes its section of docs/rules.md\n`,
  );
}

function problemWith(name: string, severity: string, of: readonly string[]): string | undefined {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name))
    return `'${name}' is no id of a rule: write words with hyphens between them`;
  if (existsSync(ruleFile(name))) return `the rule '${name}' is there already`;
  if (severity !== 'broken' && severity !== 'risky') return `'${severity}' is no level of a rule`;
  const unknown = of.find(kind => groupOf(kind) === undefined);
  if (unknown !== undefined)
    return `no rule judges ${unknown} yet: put it into a group of lib/verify/rule-kinds.ts first`;
  return of.length === 0 ? 'no kind is given that the rule judges' : undefined;
}

/** The group of rules that a kind is in. */
function groupOf(kind: string): string | undefined {
  return kind === '*' ? 'any-kind' : ruleGroupOf(kind);
}

function ruleFile(name: string): string {
  return join(ROOT, 'lib', 'verify', 'rules', `${name}.ts`);
}
