import { identityOf } from '../../../lib/verify/manifest';
import { podSource } from '../../../lib/verify/relations/pod-source';
import { rollingUpdateOf } from '../../../lib/verify/relations/rolling-update';

const update = (replicas: number, strategy?: object, kind = 'Deployment') => {
  const data = { apiVersion: 'apps/v1', kind, metadata: { name: 'web' }, spec: { strategy, template: {} } };
  const source = podSource({ data, object: identityOf(data, 0) });
  return source && rollingUpdateOf(source, replicas);
};

test('a quarter more and a quarter less is the default, rounded towards more pods', () => {
  expect(update(1)).toEqual({ surge: 1, unavailable: 0 });
  expect(update(8)).toEqual({ surge: 2, unavailable: 2 });
  expect(update(9)).toEqual({ surge: 3, unavailable: 2 });
});

test('numbers are taken as they are, and one pod may be missing where neither is given', () => {
  expect(update(4, { rollingUpdate: { maxSurge: 0, maxUnavailable: 3 } })).toEqual({
    surge: 0,
    unavailable: 3,
  });
  expect(update(1, { rollingUpdate: { maxSurge: 0 } })).toEqual({ surge: 0, unavailable: 1 });
  expect(update(1, { rollingUpdate: { maxUnavailable: '100%' } })).toEqual({ surge: 1, unavailable: 1 });
});

test('others are not updated with a surge', () => {
  expect(update(1, { type: 'Recreate' })).toBeUndefined();
  expect(update(1, undefined, 'StatefulSet')).toBeUndefined();
});
