import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS } from '../../lib/kubernetes/kubernetes-version';
import { verify } from '../../lib/verify';
import { ANY_KIND_RULES, rulesOfGroup } from '../../lib/verify/apply-rules';
import { RULES } from '../../lib/verify/registry';
import { RULE_GROUP_NAMES, RULE_GROUPS, ruleGroupOf } from '../../lib/verify/rule-kinds';
import { rulesPage } from '../../scripts/rules/rules-page';
import { FIXTURES, fixturesOf, type RuleFixture } from './rule-fixture';

const ROOT = join(__dirname, '..', '..');
const ids = RULES.map(({ meta }) => meta.id);

describe('rule, registry, fixtures and page', () => {
  test('are of the same rules', () => {
    const files = readdirSync(join(ROOT, 'lib', 'verify', 'rules')).map(file => file.replace(/\.ts$/, ''));
    expect(files.sort()).toEqual(ids);
    expect(readdirSync(FIXTURES).sort()).toEqual(ids);
  });

  test.each(RULE_GROUP_NAMES)('the group %s has the rules of its kinds', group => {
    const kinds: readonly string[] = RULE_GROUPS[group];
    const ofKinds = RULES.filter(({ meta }) => meta.kinds.some(kind => kinds.includes(kind)));
    expect(rulesOfGroup(group).map(({ meta }) => meta.id)).toEqual(ofKinds.map(({ meta }) => meta.id));
    expect(kinds.filter(kind => !ofKinds.some(({ meta }) => meta.kinds.includes(kind)))).toEqual([]);
  });

  test('every kind that a rule judges is in one group', () => {
    const judged = new Set(RULES.flatMap(({ meta }) => meta.kinds));
    expect([...judged].filter(kind => kind !== '*' && ruleGroupOf(kind) === undefined)).toEqual([]);
    const grouped = RULE_GROUP_NAMES.flatMap<string>(group => RULE_GROUPS[group]);
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(ANY_KIND_RULES.map(({ meta }) => meta.kinds)).toEqual(ANY_KIND_RULES.map(() => ['*']));
  });

  test('the page says what the rules say', () => {
    expect(readFileSync(join(ROOT, 'docs', 'rules.md'), 'utf8')).toBe(rulesPage(RULES));
  });

  test.each(ids)('%s has fixtures that pass and fixtures that fail', id => {
    const files = fixturesOf(id).map(({ file }) => file);
    expect(files.filter(file => /^pass.*\.yaml$/.test(file))).not.toEqual([]);
    expect(files.filter(file => /^fail.*\.yaml$/.test(file))).not.toEqual([]);
    expect(files.filter(file => !/^(pass|fail).*\.yaml$/.test(file))).toEqual([]);
  });

  test.each(RULES.map(({ meta }) => [meta.id, meta] as const))(
    '%s says everything that it has to',
    (_, meta) => {
      const { summary, why, fix, see, kinds } = meta;
      for (const text of [summary, why, fix]) expect(text).toMatch(/^\S.*[^.\s]$/);
      expect(see).toMatch(/^https:\/\/\S+$/);
      expect(kinds).not.toEqual([]);
    },
  );
});

const fixtures = ids
  .flatMap(fixturesOf)
  .map(fixture => [`${fixture.rule}/${fixture.file}`, fixture] as const);

describe.each(fixtures)('%s', (_, fixture) => {
  test('states what it expects', () => {
    const expectations = KUBERNETES_VERSIONS.flatMap(version => fixture.expected(version));
    if (fixture.file.startsWith('pass')) {
      expect(fixture.text).toMatch(/^# passes: \S/);
      expect(expectations).toEqual([]);
    } else {
      expect(expectations).not.toEqual([]);
    }
  });

  test.each(KUBERNETES_VERSIONS)('is found as stated for Kubernetes %s', kubernetesVersion => {
    expect(foundIn(fixture, kubernetesVersion).sort()).toEqual(fixture.expected(kubernetesVersion).sort());
  });
});

/** What the rule of a fixture finds, and whatever the server refuses besides. */
function foundIn(fixture: RuleFixture, kubernetesVersion: (typeof KUBERNETES_VERSIONS)[number]): string[] {
  return verify(fixture.manifests, { ...fixture.settings, kubernetesVersion })
    .findings.filter(({ rule, level }) => rule === fixture.rule || level === 'rejected')
    .map(({ object, level, path }) => `${object.index} ${level} ${path}`);
}
