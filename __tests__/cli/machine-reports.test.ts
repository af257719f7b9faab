import { readFileSync } from 'node:fs';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import Ajv from 'ajv';
import { GOOD, REFUSED, RISKY, verifyRun } from './verify-run';

const WAIVER = 'ignore: [{ rule: merge-order, name: risky, reason: generated }]\n';
const FILES = { 'dist/a b.yaml': `${GOOD}---\n${REFUSED}`, 'dist/c.yaml': RISKY };

/** The schema, without the names of draft 4, of which it uses nothing that later drafts changed. */
function sarifSchema(): object {
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema, id, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return schema;
}

async function sarifOf(files: Readonly<Record<string, string>>, ...args: string[]) {
  const { written } = await verifyRun(files, ...args, '--format', 'sarif');
  return JSON.parse(written);
}

describe('SARIF', () => {
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    sarifSchema(),
  );

  it.each<[string, Readonly<Record<string, string>>, string[]]>([
    ['findings of every level', FILES, ['dist']],
    ['waived findings', { ...FILES, 'drydock.yaml': WAIVER }, ['dist']],
    ['nothing to say', { 'a.yaml': GOOD }, ['a.yaml']],
    ['files that cannot be read', { 'a.yaml': GOOD }, ['a.yaml', 'missing.yaml']],
    ['a baseline', FILES, ['dist', '--write-baseline', 'baseline.json']],
  ])('is valid for %s', async (_, files, args) => {
    const report = await sarifOf(files, ...args);
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('says where a finding is, by line and by object', async () => {
    const [run] = (await sarifOf(FILES, 'dist')).runs;
    const result = run.results.find(
      ({ locations }: { locations: { logicalLocations: { fullyQualifiedName: string }[] }[] }) =>
        locations[0]?.logicalLocations[0]?.fullyQualifiedName === 'Service shop/Web spec.ports[0].port',
    );
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'dist/a%20b.yaml' },
      region: { startLine: 12, startColumn: 13, snippet: { text: '    - port: 99999' } },
    });
    expect(result).toMatchObject({
      ruleId: 'api',
      level: 'error',
      properties: { errorType: 'FieldValueInvalid' },
    });
    const rule = run.tool.driver.rules[result.ruleIndex];
    expect(rule).toMatchObject({ id: 'api', defaultConfiguration: { level: 'error' } });
    expect(rule.help.markdown).toContain('**Fix:**');
    expect(run.tool.driver).toMatchObject({ name: 'drydock', semanticVersion: '1.2.3' });
  });

  it('keeps the fingerprint of a finding whose line moves', async () => {
    const printOf = async (text: string) =>
      (await sarifOf({ 'a.yaml': text }, 'a.yaml')).runs[0].results.map(
        (result: { partialFingerprints: object }) => result.partialFingerprints,
      );
    expect(await printOf(`# moved\n${REFUSED}`)).toEqual(await printOf(REFUSED));
  });

  it('shows what is waived as suppressed, with the reason', async () => {
    const { results } = (await sarifOf({ ...FILES, 'drydock.yaml': WAIVER }, 'dist')).runs[0];
    const suppressed = results.filter((result: { suppressions?: object[] }) => result.suppressions);
    expect(suppressed).toMatchObject([
      {
        ruleId: 'merge-order',
        level: 'warning',
        suppressions: [{ kind: 'external', justification: 'generated' }],
      },
    ]);
  });

  it('says that something could not be read', async () => {
    const [{ invocations }] = (await sarifOf({ 'a.yaml': GOOD }, 'a.yaml', 'missing.yaml')).runs;
    expect(invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] },
    ]);
  });
});

describe('JUnit', () => {
  async function suitesOf(files: Readonly<Record<string, string>>, ...args: string[]) {
    const { written } = await verifyRun(files, ...args, '--format', 'junit');
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(written, 'text/xml')
      .documentElement;
  }

  it('has a suite a file and a case an object', async () => {
    const suites = await suitesOf(FILES, 'dist');
    expect(suites?.getAttribute('failures')).toBe('1');
    const cases = [...(suites?.getElementsByTagName('testcase') ?? [])].map(
      one =>
        `${one.getAttribute('classname')} ${one.getAttribute('name')}: ${[...one.childNodes].map(({ nodeName }) => nodeName).filter(name => name !== '#text')}`,
    );
    expect(cases).toEqual([
      'shop/Service Web: failure',
      'ConfigMap risky: system-out',
      'verification 3 objects are judged: ',
    ]);
  });

  it('counts as many cases as it has', async () => {
    const suites = await suitesOf({ 'a.yaml': GOOD, ...FILES }, 'a.yaml', 'dist', 'missing.yaml');
    expect(suites?.getElementsByTagName('testcase')).toHaveLength(Number(suites?.getAttribute('tests')));
    expect(suites?.getElementsByTagName('error')).toHaveLength(1);
  });

  it('is well formed whatever an object is called', async () => {
    const name = '"<&>\\ud800\\uffff]]>\\u0007"';
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`;
    const suites = await suitesOf({ 'a.yaml': text }, 'a.yaml');
    expect(suites?.getElementsByTagName('failure').length).toBe(1);
  });

  it('fails what is risky with --strict', async () => {
    expect((await suitesOf(FILES, 'dist', '--strict'))?.getAttribute('failures')).toBe('2');
  });
});

describe('annotations of GitHub', () => {
  it('stand at the line, as errors and warnings', async () => {
    const { written } = await verifyRun(FILES, 'dist', '--format', 'github');
    const lines = written.trimEnd().split('\n');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^::error file=dist\/a b\.yaml,line=12,col=13,title=rejected%3A api::Service shop\/Web: spec\.ports\[0\]\.port .+%0Afix: /,
      ),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^::warning file=dist\/c\.yaml,line=6,/));
    expect(lines.at(-1)).toMatch(/^\d findings in 3 objects: /);
  });

  it('cannot be ended by what they are about', async () => {
    const text = 'apiVersion: v1\nkind: "Ev\\nil::error ::100%"\nmetadata: {name: "a,b"}\n';
    const { written } = await verifyRun({ 'a,b%.yaml': text }, 'a,b%.yaml', '--format', 'github');
    expect(written).toMatch(/^::error file=a%2Cb%25\.yaml,/);
    expect(written.trimEnd().split('\n')).toHaveLength(2);
  });
});
