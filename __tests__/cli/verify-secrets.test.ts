import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_FORMATS } from '../../lib/cli/reporters/reporters';
import { verifyRun } from './verify-run';

const SECRETS = ['hunter2', 'aHVudGVyMg==', 'tr0ub4dor', 's3cr3t-in-env'];

const FILES: Record<string, string> = {
  'duplicate.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: A_b
stringData:
  password: hunter2 # once tr0ub4dor
  password: [tr0ub4dor]
data:
  a: aHVudGVyMg==
  b: hunter2
  c: "tr0ub4dor
    hunter2"
`,
  'typo.yaml':
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringdata: {a: hunter2}\nimmutable: perhaps\n',
  'broken.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n  a: hunter2: tr0ub4dor\n',
  'tag.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n  a: !hunter2 tr0ub4dor\n',
  'alias.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n  a: *hunter2\n',
  'json.json':
    '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"A_b"},"data":{"a":"hunter2"},"stringData":{"a":1}}',
  'list.yaml': `apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Secret, metadata: {name: A_b}, data: {a: hunter2, b: 7}}
`,
  'pod.yaml': `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
  - name: a
    image: ""
    env:
    - {name: DB_PASSWORD, value: s3cr3t-in-env, valueFrom: {secretKeyRef: {name: a, key: b}}}
    - {name: DB_URL, value: "pg://a:s3cr3t-in-env@b", x: 1}
    - {name: API_TOKEN, value: [s3cr3t-in-env]}
`,
  'plain.yaml': `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
  - name: a
    image: a:1
    args: ["--dsn", "postgres://app:s3cr3t-in-env@db/shop", "--password=s3cr3t-in-env"]
    env:
    - name: DB_URL
      value: postgres://app:s3cr3t-in-env@db/shop
    - {name: DB_PASSWORD, value: s3cr3t-in-env}
`,
};

describe('a report', () => {
  it.each(Object.keys(FILES))('holds no secret, whatever is wrong: %s', async file => {
    for (const format of REPORT_FORMATS) {
      const { exitCode, written, complained } = await verifyRun(FILES, file, '--format', format, '--strict');
      expect(exitCode).toBe(1);
      for (const secret of SECRETS) expect(written + complained).not.toContain(secret);
    }
    const { folder } = await verifyRun(FILES, file, '--write-baseline', 'baseline.json');
    const baseline = readFileSync(join(folder, 'baseline.json'), 'utf8');
    for (const secret of SECRETS) expect(baseline).not.toContain(secret);
  });

  it('holds none of a former state', async () => {
    const secret = (value: string) =>
      `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nimmutable: true\nstringData:\n  a: ${value}\n`;
    const files = { 'old/a.yaml': secret('hunter2'), 'new/a.yaml': secret('tr0ub4dor') };
    const { exitCode, written } = await verifyRun(files, 'new', '--before', 'old', '--format', 'json');
    expect(exitCode).toBe(1);
    for (const canary of SECRETS) expect(written).not.toContain(canary);
  });
});
