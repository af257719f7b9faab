import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registryWith, ruleSource } from './rules/rule-source';

const ROOT = join(__dirname, '..');
const REGISTRY = join(ROOT, 'lib', 'verify', 'registry.ts');
const USAGE =
  'usage: npm run new-rule <id> <broken|risky> <kind> [<kind> ...]   (kinds as Service, apps/StatefulSet)';

const [id = '', level = '', ...kinds] = process.argv.slice(2);
const problem = problemWith(id, level, kinds);
if (problem) {
  console.error(`${problem}\n${USAGE}`);
  process.exitCode = 2;
} else {
  const fixtures = join(ROOT, '__tests__', 'verify', 'rules', id);
  mkdirSync(fixtures, { recursive: true });
  writeFileSync(ruleFile(id), ruleSource(id, level, kinds));
  writeFileSync(join(fixtures, 'pass.yaml'), '# passes: say why\n---\n');
  writeFileSync(join(fixtures, 'fail.yaml'), `---\n# ${level}: spec\n`);
  writeFileSync(REGISTRY, registryWith(readFileSync(REGISTRY, 'utf8'), id));
  console.log(
    `lib/verify/rules/${id}.ts, its line in lib/verify/registry.ts and its fixtures are there to be filled;`,
  );
  console.log('then npm run rules writes its section of docs/rules.md');
}

function problemWith(name: string, severity: string, of: readonly string[]): string | undefined {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name))
    return `'${name}' is no id of a rule: write words with hyphens between them`;
  if (existsSync(ruleFile(name))) return `the rule '${name}' is there already`;
  if (severity !== 'broken' && severity !== 'risky') return `'${severity}' is no level of a rule`;
  return of.length === 0 ? 'no kind is given that the rule judges' : undefined;
}

function ruleFile(name: string): string {
  return join(ROOT, 'lib', 'verify', 'rules', `${name}.ts`);
}
