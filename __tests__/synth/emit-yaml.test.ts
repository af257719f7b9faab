import { Yaml } from 'cdk8s';
import { emitDocument, emitDocuments } from '../../lib/synth/emit-yaml';
import { misreadings } from './yaml/readers';

const MEGABYTE = 2 ** 20;

const CONFIG = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a', labels: { 'app.kubernetes.io/name': 'a', '1': 'true' }, annotations: {} },
  data: {
    'a.txt': 'line one\n  indented\n\nlast\n',
    'keep.txt': 'a\n\n\n',
    'strip.txt': '  a\nb',
    '---': '---',
    time: '2001-01-01T10:00:00Z',
    port: '8080',
    empty: '',
    quote: 'say "a"',
    both: `"it's"`,
  },
  list: [[], {}, [[1, [-0, 1.5, 1e21]]], { a: [{ b: null }] }, true, 'a # b', 'a: b', '- a', 'c:d#e'],
};

/** So many lists in one another. */
function nested(levels: number): unknown {
  let value: unknown = 'a';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

describe('a document', () => {
  it('has the bytes of cdk8s', () => {
    expect(emitDocument(CONFIG)).toBe(Yaml.stringify(CONFIG));
    expect(emitDocument(CONFIG)).toContain('\n  labels:\n    "1": "true"\n');
  });

  it.each([null, true, 0, -0, 1.5, 'a', '', '---', '--- a', '...', '%a', '{', [], {}, [[]], [{}], { a: {} }])(
    'may be any value: %j',
    value => {
      expect(emitDocument(value)).toBe(Yaml.stringify(value));
      expect(misreadings(emitDocument(value), value)).toEqual([]);
    },
  );

  it('breaks lines in quotes where cdk8s does', () => {
    for (let length = 20; length < 50; length += 1) {
      const value = { a: `\x07${'a'.repeat(length)}\n b` };
      expect(emitDocument(value)).toBe(Yaml.stringify(value));
    }
  });

  it('holds what it refers to twice in both places', () => {
    const labels = { app: 'a' };
    expect(emitDocument({ a: labels, b: [labels] })).toBe('a:\n  app: a\nb:\n  - app: a\n');
  });

  it.each([
    ['words', 'word '.repeat(MEGABYTE / 5).trimEnd()],
    ['a word', 'a'.repeat(MEGABYTE)],
    ['digits', '1'.repeat(MEGABYTE)],
    ['digits and a letter', `${'1'.repeat(MEGABYTE)}a`],
    ['underscores', `1${'_'.repeat(MEGABYTE)}`],
    ['a sign and underscores', `-${'_'.repeat(MEGABYTE)}x`],
    ['an exponent and underscores', `1e${'_'.repeat(MEGABYTE)}x`],
    ['zeros', `${'0'.repeat(MEGABYTE)}x`],
    ['times', `1${':1'.repeat(MEGABYTE / 2)}x`],
    ['quotes', `"'`.repeat(MEGABYTE / 2)],
    ['lines', 'a line\n'.repeat(MEGABYTE / 7)],
    ['blank lines', '\n'.repeat(MEGABYTE / 4)],
    ['lines with blanks', 'a\n \n\t \n'.repeat(MEGABYTE / 8)],
    ['emoji', '😀'.repeat(MEGABYTE / 4)],
    ['control characters', 'a\x07\n'.repeat(MEGABYTE / 16)],
    ['colons', 'a: '.repeat(MEGABYTE / 4)],
    ['blanks', ' '.repeat(MEGABYTE)],
  ])('may hold a megabyte of %s', (_, value) => {
    const text = emitDocument({ a: value });
    expect(text === Yaml.stringify({ a: value })).toBe(true);
    expect(misreadings(text, { a: value })).toEqual([]);
  });

  it.each([1000, 1022, 1023, 1024, 1025, 5000])('may hold keys of %i characters', length => {
    for (const sign of ['k', ' k', "'", '"', '\x07', 'é', '😀', '\n']) {
      const key = sign
        .repeat(Math.ceil(length / sign.length))
        .slice(0, length)
        .replace(/\ud83d$/, 'k');
      for (const value of ['a', null, [], {}, ['a', { b: 'c' }], { [key]: { b: ['c\nd\n'] } }]) {
        const map = { a: [{ [key]: value, b: 'c' }], [key]: structuredClone(value) };
        expect(emitDocument(map)).toBe(Yaml.stringify(map));
        expect(misreadings(emitDocument(map), map)).toEqual([]);
      }
    }
  });

  it('may hold so many keys that not all are remembered', () => {
    const rounds = [0, 1, 2, 0, 1, 2].map(round =>
      Array.from({ length: 15_000 }, (_, at) => ({ key: `k${round}-${at}`, inner: `${at}` })),
    );
    for (const entries of rounds) {
      const map = Object.fromEntries(entries.map(({ key, inner }) => [key, { [inner]: 'a' }]));
      const lines = entries.map(({ key, inner }) => `${key}:\n  "${inner}": a\n`);
      expect(emitDocument(map)).toBe(lines.join(''));
    }
  });

  it('may hold lists and maps a thousand levels deep', () => {
    expect(misreadings(emitDocument(nested(1000)), nested(1000))).toEqual([]);
    expect(emitDocument(nested(500))).toBe(Yaml.stringify(nested(500)));
  });

  it('is the same whatever was written before', () => {
    const before = emitDocument({ a: { '---': { '---': 'a' } } });
    expect(emitDocument({ '---': { a: 'b' } })).toBe('"---":\n  a: b\n');
    expect(emitDocument({ a: { '---': { '---': 'a' } } })).toBe(before);
  });
});

describe('documents', () => {
  it('are separated as cdk8s does it', () => {
    expect(emitDocuments([CONFIG, {}, 'a', CONFIG])).toBe(Yaml.stringify(CONFIG, {}, 'a', CONFIG));
    expect(emitDocuments([{ a: 1 }, { b: 2 }])).toBe('a: 1\n---\nb: 2\n');
  });

  it('are nothing where there are none', () => {
    expect(emitDocuments([])).toBe('');
  });
});
