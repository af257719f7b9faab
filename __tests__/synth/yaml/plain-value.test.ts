import { runInNewContext } from 'node:vm';
import { Lazy } from 'cdk8s';
import { emitDocument, emitDocuments } from '../../../lib/synth/emit-yaml';
import { UnserializableValueError } from '../../../lib/synth/yaml/unserializable-value-error';

class Port {
  readonly number = 80;
}

/** What is thrown for a manifest. */
function errorOf(manifest: unknown): UnserializableValueError {
  try {
    emitDocument(manifest);
  } catch (error) {
    if (error instanceof UnserializableValueError) return error;
    throw error;
  }
  throw new Error('it was written');
}

function nested(levels: number): unknown {
  let value: unknown = 'a';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

const cycle: Record<string, unknown> = { name: 'a' };
cycle.spec = { ports: [{ owner: cycle }] };
const ring: unknown[] = [];
ring.push(ring, ring);

describe('a value that is not plain', () => {
  it.each<[type: string, value: unknown]>([
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['a bigint', 1n],
    ['a function', () => 'a'],
    ['a symbol', Symbol('a')],
    ['a Date', new Date(0)],
    ['a Map', new Map()],
    ['a Set', new Set()],
    ['bytes', Buffer.from('a')],
    ['bytes', new Uint8Array(2)],
    ['an instance of Port', new Port()],
    ['an instance of Lazy', Lazy.any({ produce: () => 'a' })],
    ['an instance of String', Object('a')],
    ['an instance of RegExp', /a/],
    ['text with half a character (a lone surrogate)', 'a\ud83d'],
    ['text with half a character (a lone surrogate)', `${'a'.repeat(500)}\n\udc00`],
  ])('is refused with its path, its type and the fix, wherever it stands: %s', (type, value) => {
    expect(errorOf({ a: 'b', spec: { ports: [{}, { name: value }] } })).toMatchObject({
      path: 'spec.ports[1].name',
      type,
    });
    expect(errorOf([['a', value, undefined]])).toMatchObject({ path: '[0][1]', type });
    expect(errorOf(value)).toMatchObject({ path: '', type, fix: expect.stringMatching(/^[a-z].*[^.]$/) });
  });

  it('is told from what stands beside it', () => {
    expect(errorOf({ metadata: { labels: { 'a.io/b': 1n } }, spec: undefined }).path).toBe(
      'metadata.labels[a.io/b]',
    );
    expect(errorOf({ a: 1, b: new Array(2 ** 31) })).toMatchObject({ path: 'b[0]', type: 'undefined' });
    expect(errorOf({ a: { 'b\ud800': 1 } })).toMatchObject({ type: expect.stringContaining('surrogate') });
  });

  it('is named in a message with everything that helps', () => {
    expect(errorOf({ spec: { at: new Date(0) } }).message).toBe(
      'spec.at cannot be written as YAML; received a Date; allowed: objects, lists, strings, finite numbers, ' +
        'booleans and null; fix: write the text of its toISOString()',
    );
    expect(errorOf(undefined).message).toMatch(
      /^the manifest cannot be written as YAML; received undefined;/,
    );
  });

  it('is never shown, as it may be a secret', () => {
    expect(errorOf({ data: { password: 'hunter2\ud800' } }).message).not.toContain('hunter2');
  });

  it('is one that holds itself, too', () => {
    expect(errorOf(cycle)).toMatchObject({
      path: 'spec.ports[0].owner',
      type: 'an object that holds itself',
    });
    expect(errorOf({ a: ring })).toMatchObject({ path: 'a[0]', type: 'an object that holds itself' });
  });

  it.each([1001, 10_000, 100_000])('is one that is nested %i levels deep', levels => {
    expect(errorOf(nested(levels))).toMatchObject({
      path: '[0]'.repeat(1000),
      type: 'nested more than 1000 levels deep',
    });
    expect(errorOf({ a: nested(levels) }).path).toBe(`a${'[0]'.repeat(999)}`);
  });

  it('leaves none of the documents written', () => {
    expect(() => emitDocuments([{ a: 1 }, { a: undefined }])).toThrow(UnserializableValueError);
  });
});

describe('a plain value', () => {
  it('may have no prototype, or come from another realm', () => {
    expect(emitDocument(Object.assign(Object.create(null), { a: 1 }))).toBe('a: 1\n');
    expect(emitDocument(runInNewContext('({ a: [{ b: 1 }], c: {} })'))).toBe('a:\n  - b: 1\nc: {}\n');
  });

  it('has its own fields alone, whatever they are called', () => {
    const map = JSON.parse('{"__proto__": {"a": 1}, "constructor": "b", "toString": null}');
    expect(emitDocument(map)).toBe('__proto__:\n  a: 1\nconstructor: b\ntoString: null\n');
  });
});
