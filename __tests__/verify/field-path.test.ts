import { FieldPath } from '../../lib/verify/field-path';

const port = FieldPath.of('spec', 'ports').index(1);

test.each<[string, FieldPath]>([
  ['', FieldPath.ROOT],
  ['kind', FieldPath.ROOT.child('kind')],
  ['kind', FieldPath.of('kind')],
  ['spec.ports[1]', port],
  ['spec.ports[1].name', port.child('name')],
  ['spec.ports[1].a.b', port.child('a', 'b')],
  ['spec.ports[1].a.b.c', port.child('a', 'b', 'c')],
  ['metadata.annotations[example.com/note]', FieldPath.of('metadata', 'annotations').key('example.com/note')],
  ['[a].b', FieldPath.ROOT.key('a').child('b')],
])('a path reads %j', (text, path) => {
  expect(path.toString()).toBe(text);
});

test('a path below another leaves that one as it is', () => {
  port.child('name');
  expect(port.toString()).toBe('spec.ports[1]');
});
