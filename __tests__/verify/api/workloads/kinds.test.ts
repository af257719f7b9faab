import { JOB_VALIDATORS } from '../../../../lib/verify/api/workloads/job-registry';
import { WORKLOAD_VALIDATORS } from '../../../../lib/verify/api/workloads/registry';
import { SCALING_VALIDATORS } from '../../../../lib/verify/api/workloads/scaling-registry';
import { judged } from './judged';

const VALIDATORS = [...WORKLOAD_VALIDATORS, ...JOB_VALIDATORS, ...SCALING_VALIDATORS];

const TEMPLATES: Readonly<Record<string, string>> = {
  'apps/DaemonSet': 'spec.template',
  'apps/Deployment': 'spec.template',
  'apps/ReplicaSet': 'spec.template',
  'apps/StatefulSet': 'spec.template',
  '/PodTemplate': 'template',
  '/ReplicationController': 'spec.template',
  'batch/CronJob': 'spec.jobTemplate.spec.template',
  'batch/Job': 'spec.template',
};

test.each(VALIDATORS)('%s has a name', (_key, validator) => {
  expect(judged(validator, {})).toContain('Required metadata.name');
});

test.each(VALIDATORS.filter(([key]) => key in TEMPLATES))('%s has pods with containers', (key, validator) => {
  const spec = { template: {}, jobTemplate: {} };
  const found = judged(validator, { metadata: { name: 'web' }, spec, template: {} }, '1.36');
  expect(found).toContain(`Required ${TEMPLATES[key]}.spec.containers`);
});

test('the kinds with pods are those of this test', () => {
  const keys = VALIDATORS.map(([key]) => key);
  expect(keys).toEqual(
    expect.arrayContaining([
      ...Object.keys(TEMPLATES),
      'autoscaling/HorizontalPodAutoscaler',
      'policy/PodDisruptionBudget',
    ]),
  );
  expect(keys).toHaveLength(Object.keys(TEMPLATES).length + 2);
});
