import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { temporaryProject } from './temporary-project';
import { GOOD, verifyIn, verifyRun } from './verify-run';

interface SetOptions {
  readonly name?: string;
  readonly namespace?: string;
  readonly replicas?: number;
  readonly templates?: readonly string[];
  readonly more?: string;
}

/** A StatefulSet with claims. */
function statefulSet({
  name = 'db',
  namespace = 'shop',
  replicas = 3,
  templates = ['data'],
  more = '',
}: SetOptions = {}): string {
  const claims = templates.map(
    template => `
  - metadata: {name: ${template}}
    spec:
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: 1Gi}}`,
  );
  const mounts = templates.map(template => `{name: ${template}, mountPath: /${template}}`).join(', ');
  return `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  replicas: ${replicas}
  serviceName: ${name}
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, image: 'db:1', volumeMounts: [${mounts}]}]}
  volumeClaimTemplates:${templates.length > 0 ? claims.join('') : ' []'}
${more}`;
}

function claim(name: string, more = ''): string {
  return `apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${name}, namespace: shop}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}${more}}
`;
}

/** What a change from one state to the other is said to mean. */
async function change(before: string, after: string, ...args: string[]) {
  const files = {
    'old/a.yaml': before,
    'new/a.yaml': `${after}---\n${GOOD}`,
    'drydock.yaml': 'external: [{kind: Service}]',
  };
  return verifyRun(files, 'new', '--before', 'old', ...args);
}

describe('drydock verify --before', () => {
  it('has nothing to say of what stays as it is', async () => {
    const { exitCode, written } = await change(
      `${statefulSet()}---\n${claim('a')}`,
      `${claim('a')}---\n${statefulSet()}`,
    );
    expect(exitCode).toBe(0);
    expect(written).toMatch(/^no findings in 3 objects;/);
  });

  it('says what the API server refuses of an update, and how to get there', async () => {
    const { exitCode, written } = await change(
      statefulSet(),
      statefulSet().replace('serviceName: db', 'serviceName: other'),
    );
    expect(exitCode).toBe(1);
    expect(written).toMatch(/^StatefulSet shop\/db \(new\/a\.yaml\)\n {2}rejected: spec .+\[update\]/);
    expect(written).toMatch(/fix: .+ kubectl delete statefulset db --namespace shop --cascade=orphan/);
  });

  it('knows an object again by group, kind, namespace and name', async () => {
    const budget = 'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\n';
    const config =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\nimmutable: true\ndata: {x: "1"}\n';
    const { written } = await change(
      `${budget}---\n${config}`,
      `${budget.replace('v1beta1', 'v1')}---\n${config.replace('"1"', '"2"').replace('namespace: b', 'namespace: c')}`,
    );
    expect(written).toMatch(/^no findings/);
    expect((await change(config, config.replace('"1"', '"2"'))).written).toMatch(
      /ConfigMap b\/a[\s\S]*\[update\]/,
    );
  });

  it('judges the items of lists too', async () => {
    const config = (value: string) =>
      `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n  immutable: true\n  data: {x: "${value}"}\n`;
    const { written } = await change(config('1'), config('2'));
    expect(written).toMatch(/ConfigMap a[\s\S]*rejected: items\[0\]\.data [\s\S]*new\/a\.yaml:8:3/);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a set that is gone',
      statefulSet(),
      '',
      /risky: metadata\.name is gone .*no pod uses its claims then: data-db-0 to data-db-2 \[stranded-claims\]/,
    ],
    [
      'a set that is renamed',
      statefulSet(),
      statefulSet({ name: 'pg' }),
      /data-db-0 to data-db-2; StatefulSet pg begins with empty volumes/,
    ],
    [
      'a set of one',
      statefulSet({ replicas: 1, templates: ['data', 'log'] }),
      '',
      /then: data-db-0, log-db-0 \[/,
    ],
    [
      'a set that begins elsewhere',
      statefulSet({ more: '  ordinals: {start: 5}\n' }),
      '',
      /then: data-db-5 to data-db-7 \[/,
    ],
    [
      'a set that takes its claims with it',
      statefulSet({ more: '  persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}\n' }),
      '',
      /are deleted with it: data-db-0 to data-db-2 \[deleted-claims\]/,
    ],
    [
      'a set that shrinks',
      statefulSet(),
      statefulSet({ replicas: 1 }),
      /loses replicas, .*: data-db-1 to data-db-2 \[stranded-claims\]/,
    ],
    [
      'a set that shrinks to nothing',
      statefulSet(),
      statefulSet({ replicas: 0 }),
      /loses replicas, .*: data-db-0 to data-db-2 \[/,
    ],
    [
      'ordinals that move',
      statefulSet(),
      statefulSet({ more: '  ordinals: {start: 2}\n' }),
      /loses replicas, .*: data-db-0 to data-db-1 \[/,
    ],
    [
      'a template that is gone',
      statefulSet({ templates: ['data', 'log'] }),
      statefulSet(),
      /loses claim templates, .*: log-db-0 to log-db-2 \[/,
    ],
    [
      'a claim',
      claim('a'),
      '',
      /risky: metadata\.name is gone .*so may its volume be, as its class says \[deleted-claims\]/,
    ],
    [
      'a claim of a class that deletes',
      `${claim('a', ', storageClassName: ssd')}---\napiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: ssd}\nprovisioner: a.b\n`,
      '',
      /its volume and the data are deleted too/,
    ],
    [
      'a claim of a class that retains',
      `${claim('a', ', storageClassName: ssd')}---\napiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: ssd}\nprovisioner: a.b\nreclaimPolicy: Retain\n`,
      '',
      /its volume stays, and no claim uses it/,
    ],
    [
      'a volume',
      'apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: a}\nspec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], nfs: {server: a, path: /}}\n',
      '',
      /PersistentVolume a [\s\S]*\[deleted-volume\]/,
    ],
    [
      'a namespace with claims',
      `apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n---\n${claim('a')}---\n${claim('b')}`,
      `${claim('a')}---\n${claim('b')}`,
      /Namespace shop [\s\S]*its claims too: a, b \[/,
    ],
  ])('lists claims and volumes that are left alone, or deleted: %s', async (_, before, after, expected) => {
    const { exitCode, written } = await change(before, after);
    expect(written).toMatch(expected);
    expect(written).toMatch(/\n {4}old\/a\.yaml:\d+:\d+\n/);
    expect(written).not.toMatch(/rejected: metadata/);
    expect([0, 1]).toContain(exitCode);
    expect((await change(before, after, '--strict')).exitCode).toBe(1);
  });

  it('has nothing to say of a set that grows, or has no claims', async () => {
    expect((await change(statefulSet(), statefulSet({ replicas: 5 }))).written).toMatch(/^no findings/);
    expect((await change(statefulSet({ templates: [] }), '')).written).toMatch(/^no findings/);
  });

  it('does not say what is wrong with the former state', async () => {
    expect((await change('a: [\n---\nkind: 1\nkind: 2\n', '')).written).toMatch(/^no findings/);
  });
});

describe('a former state in git', () => {
  const folder = temporaryProject({
    'dist/a.yaml': statefulSet(),
    'dist/deep/b.yaml': GOOD,
    'dist/README.md': '',
    'c.yaml': GOOD,
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });

  beforeAll(() => {
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'before');
    git('tag', 'v1');
    git('rm', '--quiet', 'dist/a.yaml');
  });

  it.each(['HEAD', 'v1'])('is a commit: %s', async ref => {
    const { written } = await verifyIn(folder, 'dist', '--before', ref);
    expect(written).toMatch(
      new RegExp(`^StatefulSet shop/db \\(${ref}:dist/a\\.yaml\\)\\n.*data-db-0 to data-db-2`),
    );
  });

  it('holds the files that are named', async () => {
    expect((await verifyIn(folder, 'c.yaml', '--before', 'HEAD')).written).toMatch(
      /^no findings in 1 object;/,
    );
  });

  it('is looked up from the working folder', async () => {
    expect((await verifyIn(join(folder, 'dist'), '.', '--before', 'HEAD')).written).toMatch(
      /\(HEAD:a\.yaml\)/,
    );
  });

  it.each(['--output=a', 'nowhere', 'HEAD:dist'])('is no %s', async ref => {
    const { exitCode, complained } = await verifyIn(folder, 'dist', `--before=${ref}`);
    expect({ exitCode, complained }).toEqual({
      exitCode: 2,
      complained: expect.stringMatching(/is no folder, and no commit/),
    });
  });

  it('is no commit where standard input is judged', async () => {
    const { exitCode, complained } = await verifyIn(folder, '-', 'dist', '--before', 'HEAD');
    expect({ exitCode, complained }).toEqual({
      exitCode: 2,
      complained: expect.stringMatching(/no standard input/),
    });
  });
});
