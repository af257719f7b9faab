import type { KubernetesVersion } from '../../../../lib/kubernetes/kubernetes-version';
import { validatePriorityLevel } from '../../../../lib/verify/api/flow-control/priority-level';
import { judged } from '../workloads/judged';

const GROUP = 'flowcontrol.apiserver.k8s.io';
const KEEPS_ZERO = { 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares': '' };
const QUEUE = { type: 'Queue', queuing: { queues: 64, handSize: 8, queueLengthLimit: 50 } };
const LIMITED = { nominalConcurrencyShares: 10, limitResponse: QUEUE };

interface Asked {
  readonly name?: string;
  readonly version?: KubernetesVersion;
  readonly api?: string;
  readonly annotations?: object;
}

function of(spec: object, { name = 'high', version = '1.30', api = 'v1', annotations }: Asked = {}) {
  const object = { apiVersion: `${GROUP}/${api}`, metadata: { name, annotations }, spec };
  return judged(validatePriorityLevel, object, version);
}
const limited = (fields: object, asked?: Asked) =>
  of({ type: 'Limited', limited: { ...LIMITED, ...fields } }, asked);
const queuing = (fields: object) => limited({ limitResponse: { type: 'Queue', queuing: fields } });

test('the type says which part there is', () => {
  expect(limited({})).toEqual([]);
  expect(of({ type: 'Limited' })).toEqual(['Required spec.limited']);
  expect(of({ type: 'Limited', limited: LIMITED, exempt: {} })).toEqual(['Forbidden spec.exempt']);
  expect(of({ type: 'Free' })).toEqual(['NotSupported spec.type']);
  expect(of({}, { version: '1.35' })).toEqual(['NotSupported spec.type']);
  expect(of({}, { version: '1.36' })).toEqual(['Required spec.type']);
});

test('the level exempt is exempt, and no other is', () => {
  const exempt = { name: 'exempt' };
  expect(of({ type: 'Exempt', exempt: { lendablePercent: 20 } }, exempt)).toEqual([]);
  expect(of({ type: 'Exempt', exempt: { lendablePercent: 101 } }, exempt)).toEqual([
    'Invalid spec.exempt.lendablePercent',
  ]);
  expect(of({ type: 'Exempt', exempt: { nominalConcurrencyShares: -1 } }, exempt)).toEqual([
    'Invalid spec.exempt.nominalConcurrencyShares',
  ]);
  expect(of({ type: 'Exempt' })).toEqual(['Invalid spec.type']);
  expect(of({ type: 'Exempt', limited: LIMITED }, exempt)).toEqual([
    'Forbidden spec.limited',
    'Invalid spec',
  ]);
});

test('the level catch-all stays as it is', () => {
  const fixed = { nominalConcurrencyShares: 5, limitResponse: { type: 'Reject' } };
  const catchAll = { name: 'catch-all' };
  expect(of({ type: 'Limited', limited: fixed }, catchAll)).toEqual([]);
  expect(of({ type: 'Limited', limited: { ...fixed, lendablePercent: 1 } }, catchAll)).toEqual([
    'Invalid spec',
  ]);
  const old = { assuredConcurrencyShares: 5, limitResponse: { type: 'Reject' } };
  expect(of({ type: 'Limited', limited: old }, { ...catchAll, api: 'v1beta2' })).toEqual([]);
});

describe('shares', () => {
  const AT = 'Invalid spec.limited.nominalConcurrencyShares';

  test('are not negative, and none of v1 since 1.30', () => {
    expect(limited({ nominalConcurrencyShares: -1 })).toEqual([AT]);
    expect(limited({ nominalConcurrencyShares: 0 })).toEqual([]);
    expect(limited({ nominalConcurrencyShares: 0 }, { version: '1.29' })).toEqual([AT]);
    expect(limited({ nominalConcurrencyShares: undefined }, { version: '1.29' })).toEqual([]);
  });

  test('have a default in beta versions, which v1beta3 can do without', () => {
    const zero = { nominalConcurrencyShares: 0 };
    expect(limited(zero, { api: 'v1beta3', version: '1.29' })).toEqual([]);
    expect(limited(zero, { api: 'v1beta3', version: '1.29', annotations: KEEPS_ZERO })).toEqual([AT]);
    expect(limited(zero, { api: 'v1beta3', version: '1.28', annotations: KEEPS_ZERO })).toEqual([]);
    expect(limited({}, { annotations: KEEPS_ZERO })).toEqual(['Forbidden metadata.annotations']);
  });

  test('are called otherwise in v1beta2', () => {
    const negative = { nominalConcurrencyShares: undefined, assuredConcurrencyShares: -1 };
    expect(limited(negative, { api: 'v1beta2', version: '1.28' })).toEqual([
      'Invalid spec.limited.assuredConcurrencyShares',
    ]);
  });
});

test('shares are lent and borrowed in percent', () => {
  expect(limited({ lendablePercent: 100, borrowingLimitPercent: 1000 })).toEqual([]);
  expect(limited({ lendablePercent: 101, borrowingLimitPercent: -1 })).toEqual([
    'Invalid spec.limited.lendablePercent',
    'Invalid spec.limited.borrowingLimitPercent',
  ]);
});

describe('requests beyond the limit', () => {
  const AT = 'spec.limited.limitResponse';

  test('wait in queues, or are refused', () => {
    expect(limited({ limitResponse: { type: 'Reject' } })).toEqual([]);
    expect(limited({ limitResponse: { ...QUEUE, type: 'Reject' } })).toEqual([`Forbidden ${AT}.queuing`]);
    expect(limited({ limitResponse: { type: 'Queue' } })).toEqual([`Required ${AT}.queuing`]);
    expect(limited({ limitResponse: { type: 'Wait' } })).toEqual([`NotSupported ${AT}.type`]);
    expect(limited({ limitResponse: undefined })).toEqual([`NotSupported ${AT}.type`]);
    expect(limited({ limitResponse: undefined }, { version: '1.36' })).toEqual([`Required ${AT}.type`]);
  });

  test('are dealt to as many queues as a hash can choose', () => {
    expect(queuing({})).toEqual([]);
    expect(queuing({ queues: 64, handSize: 10 })).toEqual([]);
    expect(queuing({ queues: 64, handSize: 11 })).toEqual([`Invalid ${AT}.queuing.handSize`]);
    expect(queuing({ queues: 4, handSize: 5 })).toEqual([`Invalid ${AT}.queuing.handSize`]);
    expect(queuing({ handSize: -1 })).toEqual([`Invalid ${AT}.queuing.handSize`]);
    expect(queuing({ queues: 10_000_001, handSize: 1 })).toEqual([`Invalid ${AT}.queuing.queues`]);
    expect(queuing({ queueLengthLimit: -1 })).toEqual([`Invalid ${AT}.queuing.queueLengthLimit`]);
  });
});
