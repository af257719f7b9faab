import { FieldErrors } from '../../../../lib/verify/api/field-errors';
import { type JobSpec, validateJobSpec } from '../../../../lib/verify/api/workloads/job-spec';
import { FieldPath } from '../../../../lib/verify/field-path';
import { POD } from './judged';

const INDEXED: JobSpec = { completionMode: 'Indexed', completions: 3 };

function said(spec: JobSpec, restartPolicy = 'Never'): string[] {
  const errors = new FieldErrors('1.36');
  validateJobSpec({ template: { spec: { ...POD, restartPolicy } }, ...spec }, FieldPath.of('spec'), errors);
  return errors.all.map(({ errorType, path }) => `${errorType.slice('FieldValue'.length)} ${path}`);
}

test('numbers are 0 or more', () => {
  const names = [
    'parallelism',
    'completions',
    'activeDeadlineSeconds',
    'backoffLimit',
    'ttlSecondsAfterFinished',
    'backoffLimitPerIndex',
    'maxFailedIndexes',
  ] as const;
  const found = said({ ...INDEXED, ...Object.fromEntries(names.map(name => [name, -1])) });
  expect(found).toEqual(expect.arrayContaining(names.map(name => `Invalid spec.${name}`)));
});

test.each([
  [{ completionMode: 'Random' }, ['NotSupported spec.completionMode']],
  [{ backoffLimitPerIndex: 1 }, ['Invalid spec.backoffLimitPerIndex']],
  [{ ...INDEXED, backoffLimitPerIndex: 1, maxFailedIndexes: 3 }, []],
  [{ ...INDEXED, backoffLimitPerIndex: 1, maxFailedIndexes: 4 }, ['Invalid spec.maxFailedIndexes']],
  [{ ...INDEXED, maxFailedIndexes: 1 }, ['Required spec.backoffLimitPerIndex']],
  [{ ...INDEXED, parallelism: 100_001 }, ['Invalid spec.parallelism']],
  [{ ...INDEXED, completions: 100_001, parallelism: 10_001 }, []],
  [{ ...INDEXED, completions: 100_001, backoffLimitPerIndex: 1 }, ['Required spec.maxFailedIndexes']],
  [
    {
      ...INDEXED,
      completions: 100_001,
      backoffLimitPerIndex: 1,
      maxFailedIndexes: 10_001,
      parallelism: 10_001,
    },
    ['Invalid spec.parallelism', 'Invalid spec.maxFailedIndexes'],
  ],
])('indexes %j', (spec, expected) => {
  expect(said(spec)).toEqual(expected);
});

test('pods of a Job end', () => {
  expect(said({}, 'OnFailure')).toEqual([]);
  expect(said({}, 'Always')).toEqual(['Required spec.template.spec.restartPolicy']);
  expect(said({}, '')).toEqual(['Required spec.template.spec.restartPolicy']);
  expect(said({}, 'Sometimes')).toContain('NotSupported spec.template.spec.restartPolicy');
});

test('a pod failure policy judges whole pods, and replaces them once they have failed', () => {
  const podFailurePolicy = { rules: [] };
  expect(said({ podFailurePolicy, podReplacementPolicy: 'Failed' })).toEqual([]);
  expect(said({ podFailurePolicy }, 'OnFailure')).toEqual(['Invalid spec.template.spec.restartPolicy']);
  expect(said({ podFailurePolicy, podReplacementPolicy: 'TerminatingOrFailed' })).toEqual([
    'NotSupported spec.podReplacementPolicy',
  ]);
});

test.each([
  ['example.com/runner', []],
  ['', ['Required spec.managedBy']],
  ['runner', ['Invalid spec.managedBy']],
  ['/runner', ['Invalid spec.managedBy']],
  ['example.com/', ['Invalid spec.managedBy']],
  ['Example.com/runner', ['Invalid spec.managedBy']],
  ['example.com/my runner', ['Invalid spec.managedBy']],
  [`example.com/${'r'.repeat(52)}`, ['TooLong spec.managedBy']],
])('managed by %s', (managedBy, expected) => {
  expect(said({ managedBy })).toEqual(expected);
});

test.each([
  [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }, []],
  [{ action: 'FailJob', onExitCodes: { containerName: 'web', operator: 'In', values: [1, 2] } }, []],
  [{ action: 'FailJob' }, ['Invalid rules[0]']],
  [{ onPodConditions: [{ type: 'Ready', status: 'True' }] }, ['Required rules[0].action']],
  [{ action: 'Stop', onPodConditions: [{ type: 'Ready' }] }, ['NotSupported rules[0].action']],
  [{ action: 'FailIndex', onPodConditions: [{ type: 'Ready' }] }, ['Invalid rules[0].action']],
  [
    { action: 'Count', onPodConditions: [{ type: '', status: 'Maybe' }] },
    ['Invalid rules[0].onPodConditions[0].type', 'NotSupported rules[0].onPodConditions[0].status'],
  ],
  [
    { action: 'Count', onExitCodes: { containerName: 'db' } },
    [
      'Required rules[0].onExitCodes.operator',
      'Invalid rules[0].onExitCodes.containerName',
      'Invalid rules[0].onExitCodes.values',
    ],
  ],
  [
    { action: 'Count', onExitCodes: { operator: 'In', values: [2, 0, 2] } },
    [
      'Invalid rules[0].onExitCodes.values[1]',
      'Duplicate rules[0].onExitCodes.values[2]',
      'Invalid rules[0].onExitCodes.values',
    ],
  ],
  [
    {
      action: 'Count',
      onExitCodes: { operator: 'NotIn', values: [0] },
      onPodConditions: [{ type: 'Ready' }],
    },
    ['Invalid rules[0]'],
  ],
])('failure rule %j', (rule, expected) => {
  const found = said({ podFailurePolicy: { rules: [rule] } });
  expect(found.map(text => text.replace('spec.podFailurePolicy.', ''))).toEqual(
    expect.arrayContaining(expected),
  );
  expect(found).toHaveLength(expected.length);
});

test('a rule has 255 exit codes and 20 conditions at most', () => {
  const codes = (count: number) => ({
    rules: [
      {
        action: 'Ignore',
        onExitCodes: { operator: 'In', values: Array.from({ length: count }, (_, i) => i + 1) },
      },
    ],
  });
  const conditions = (count: number) => ({
    rules: [{ action: 'Ignore', onPodConditions: Array(count).fill({ type: 'Ready' }) }],
  });
  expect(said({ podFailurePolicy: codes(255) })).toEqual([]);
  expect(said({ podFailurePolicy: codes(256) })).toEqual([
    'TooMany spec.podFailurePolicy.rules[0].onExitCodes.values',
  ]);
  expect(said({ podFailurePolicy: conditions(20) })).toEqual([]);
  expect(said({ podFailurePolicy: conditions(21) })).toEqual([
    'TooMany spec.podFailurePolicy.rules[0].onPodConditions',
  ]);
});

test('a success policy has 20 rules at most, and lists of 64 KiB', () => {
  const indexes = (length: number) => `0${','.repeat(length - 1)}`;
  const rules = (rule: object, count = 1) => ({
    ...INDEXED,
    successPolicy: { rules: Array(count).fill(rule) },
  });
  expect(said(rules({ succeededCount: 1 }, 20))).toEqual([]);
  expect(said(rules({ succeededCount: 1 }, 21))).toEqual(['TooMany spec.successPolicy.rules']);
  expect(said(rules({ succeededIndexes: indexes(65_536) }))).not.toContain(
    'TooLong spec.successPolicy.rules[0].succeededIndexes',
  );
  expect(said(rules({ succeededIndexes: indexes(65_537) }))).toContain(
    'TooLong spec.successPolicy.rules[0].succeededIndexes',
  );
});

test('there are 20 failure rules at most', () => {
  const rule = { action: 'Ignore', onPodConditions: [{ type: 'Ready' }] };
  expect(said({ podFailurePolicy: { rules: Array(20).fill(rule) } })).toEqual([]);
  expect(said({ podFailurePolicy: { rules: Array(21).fill(rule) } })).toEqual([
    'TooMany spec.podFailurePolicy.rules',
  ]);
});

test.each([
  [{ succeededIndexes: '0,2' }, []],
  [{ succeededIndexes: '0-1', succeededCount: 2 }, []],
  [{ succeededIndexes: '' }, []],
  [{}, ['Required rules[0]']],
  [{ succeededCount: 4 }, ['Invalid rules[0].succeededCount']],
  [{ succeededIndexes: '0-1', succeededCount: 3 }, ['Invalid rules[0].succeededCount']],
  [{ succeededIndexes: '3' }, ['Invalid rules[0].succeededIndexes']],
  [{ succeededIndexes: '1,0' }, ['Invalid rules[0].succeededIndexes']],
  [{ succeededIndexes: '1-1' }, ['Invalid rules[0].succeededIndexes']],
  [{ succeededIndexes: '0-1-2' }, ['Invalid rules[0].succeededIndexes']],
  [{ succeededIndexes: '0, 2' }, ['Invalid rules[0].succeededIndexes']],
])('success rule %j', (rule, expected) => {
  const found = said({ ...INDEXED, successPolicy: { rules: [rule] } });
  expect(found.map(text => text.replace('spec.successPolicy.', ''))).toEqual(expected);
});

test('a success policy has rules, and an indexed Job', () => {
  expect(said({ ...INDEXED, successPolicy: {} })).toEqual(['Required spec.successPolicy.rules']);
  expect(said({ successPolicy: { rules: [{}] } })).toEqual(['Invalid spec.successPolicy']);
});
