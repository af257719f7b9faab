import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { readDocuments, SourceFile } from '../../lib/manifest-files';
import type { VerifyOptions } from '../../lib/verify';

/** The folder of fixtures, one folder in it for each rule. */
export const FIXTURES = join(__dirname, 'rules');

const SETTINGS = /^# settings: (.*)$/m;
const EXPECTATION = /^# (rejected|broken|risky)(?: since (1\.\d+))?(?: until (1\.\d+))?: (\S*)/gm;

/** Manifests that are judged, and what is to be found on them. */
export interface RuleFixture {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
  readonly manifests: readonly unknown[];
  readonly settings: VerifyOptions;
  /** What a version finds: the number of the manifest, the level and the path, in the order of the file. */
  expected(version: KubernetesVersion): string[];
}

/** The fixtures of a rule: its `pass*.yaml` and `fail*.yaml`. */
export function fixturesOf(rule: string): RuleFixture[] {
  return readdirSync(join(FIXTURES, rule))
    .sort()
    .map(file => fixture(rule, file, readFileSync(join(FIXTURES, rule, file), 'utf8')));
}

/**
 * Reads a fixture. The comment above a manifest says what is found on it: `# broken: spec.selector`, with
 * `since 1.30` or `until 1.29` before the colon where not all versions do. The head of the file may bear
 * `# settings: { closed: true }`.
 */
function fixture(rule: string, file: string, text: string): RuleFixture {
  const documents = readDocuments([new SourceFile(file, Buffer.from(text))]);
  const [head = '', ...parts] = text.split(/^---$/m);
  return {
    rule,
    file,
    text,
    manifests: documents.map(({ value }) => value).filter(value => value !== undefined),
    settings: parse(SETTINGS.exec(head)?.[1] ?? '{}') as VerifyOptions,
    expected: version =>
      parts.flatMap((part, index) =>
        [...part.matchAll(EXPECTATION)]
          .filter(([, , since, until]) => isBetween(version, since, until))
          .map(([, level, , , path]) => `${index} ${level} ${path}`),
      ),
  };
}

function isBetween(
  version: KubernetesVersion,
  since: string | undefined,
  until: string | undefined,
): boolean {
  const place = (of: string) => KUBERNETES_VERSIONS.indexOf(of as KubernetesVersion);
  return place(version) >= place(since ?? '1.28') && place(version) <= place(until ?? '1.36');
}
