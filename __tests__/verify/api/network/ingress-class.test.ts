import { validateIngressClass } from '../../../../lib/verify/api/network/ingress-class';
import { judged } from './judged';

const spec = (fields: object) =>
  judged(validateIngressClass, { spec: { controller: 'example.com/ingress', ...fields } });

const parameters = (fields: object) =>
  spec({ parameters: { kind: 'Settings', name: 'default', ...fields } }).map(error =>
    error.replace('spec.parameters.', ''),
  );

test.each(['example.com/ingress', 'k8s.io/ingress-nginx', 'a/b/c~%20'])('%s is a controller', controller => {
  expect(spec({ controller })).toEqual([]);
});

test.each(['example.com', 'example.com/', '/ingress', 'Example.com/ingress', 'example.com/a b'])(
  '%s is no controller',
  controller => expect(spec({ controller })).toEqual(['Invalid spec.controller']),
);

test('a controller must be named, in no more than 250 bytes', () => {
  expect(spec({ controller: '' })).toEqual(['Required spec.controller']);
  expect(spec({ controller: `a/${'b'.repeat(249)}` })).toEqual(['TooLong spec.controller']);
});

test('parameters are of the cluster, or of a namespace', () => {
  expect(parameters({})).toEqual([]);
  expect(parameters({ scope: 'Namespace', namespace: 'shop' })).toEqual([]);
  expect(parameters({ scope: 'Namespace' })).toEqual(['Required namespace']);
  expect(parameters({ scope: 'Namespace', namespace: '' })).toEqual(['Invalid namespace']);
  expect(parameters({ namespace: 'shop' })).toEqual(['Forbidden namespace']);
  expect(parameters({ scope: 'Pod' })).toEqual(['NotSupported scope']);
});

test('parameters name an object', () => {
  expect(parameters({ apiGroup: 'A', kind: '', name: '' })).toEqual([
    'Invalid apiGroup',
    'Required kind',
    'Required name',
  ]);
});
