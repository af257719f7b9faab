import { Yaml } from 'cdk8s';
import { plainValue } from '../../../lib/manifest-files/scalar';
import { emitDocument } from '../../../lib/synth/emit-yaml';
import { DIFFERENCES, type DifferenceName, isDifferent } from '../../../lib/synth/yaml/differences';
import { stringText } from '../../../lib/synth/yaml/string-text';
import { holdsDifference } from './hard-data';
import { misreadings, outcome, READERS } from './readers';

const LONG = 'a text that is too long for one line in quotes\x07';

/** For each row of the table, manifests with a text of that kind. */
const EXAMPLES = {
  'octal number': [{ a: '0o14' }, { a: '0O14' }, { a: ['-0o7'] }, { '0o14': 'a' }, { a: '+0o10' }],
  'number with a capital prefix': [{ a: '0X1F' }, { a: '0B11' }, { a: '-0Xa' }, { '0B1': 'a' }],
  'number with underscores': [
    ...[{ a: '1e1_0' }, { a: '0_x1f' }, { a: '-_1' }, { a: '.5e1_0' }, { a: '0_o7' }, { a: '0_b1' }],
    ...[{ '+_1': 'a' }, { a: '1.5e_3' }, { a: '0o1_4' }],
  ],
  'merge key': [{ '<<': { a: 'b' } }, { '<<': 'a' }],
  'unprintable character': [
    { a: 'b\x7f' },
    { a: '\x9f' },
    { '\ufeffa': 'b' },
    { a: ['b\ufffe'] },
    { '\uffff': 'a' },
  ],
  'line separator': [{ a: 'b\x85c' }, { a: 'b\u2028c' }, { a: 'b\n\u2029c' }, { 'a\u2028b': 'c' }],
  'lines that begin with a tab': [{ a: '\tb\nc' }, { a: '\n\n\tb' }, { a: ['\t\n'] }],
  'lines of blanks alone': [{ a: ' \n' }, { a: '\n  \n\n' }, { a: ' \t\n' }],
  'line of one space': [{ a: `${LONG}\n \n${LONG}` }, { a: `${LONG}\n \n` }],
  'document of several lines': ['a\nb', ' a\nb\n', '{\n'],
} satisfies Record<DifferenceName, readonly unknown[]>;

const ROWS = DIFFERENCES.flatMap(({ name }) =>
  EXAMPLES[name].map((value): [string, unknown] => [name, value]),
);

describe('a text of the table', () => {
  it.each(ROWS)('is misread, or refused, as cdk8s writes it: %s %j', (_, value) => {
    const read = READERS.kubectl as (text: string) => unknown;
    expect(outcome(() => read(Yaml.stringify(value)))).not.toEqual(value);
  });

  it.each(ROWS)('is read back by every reader as it is written here: %s %j', (_, value) => {
    expect(misreadings(emitDocument(value), value)).toEqual([]);
  });

  it.each(ROWS)('is of no other row: %s %j', (name, value) => {
    const others = DIFFERENCES.filter(row => row.name !== name && row.where === 'field');
    const texts = typeof value === 'string' ? [] : (JSON.stringify(value).match(/"(?:[^"\\]|\\.)*"/g) ?? []);
    const matching = others.filter(({ pattern }) => texts.some(found => pattern.test(JSON.parse(found))));
    expect(matching.map(row => row.name)).toEqual([]);
    expect(holdsDifference(value)).toBe(true);
  });

  it('is written in double quotes, with escapes', () => {
    expect(emitDocument({ a: '0o14', b: 'x\x7f\x85\ufeff\u2028', c: ' \n', '<<': '\tx\ny' })).toBe(
      'a: "0o14"\nb: "x\\x7f\\N\\ufeff\\L"\nc: "\\ \\n"\n"<<": "\\tx\\ny"\n',
    );
  });
});

describe('the table', () => {
  const texts = [...shortTexts([...'0179_+-.eExXoOBbf~<'], 4), ...shortTexts([...'01_+.exB'], 6)];

  it('leaves out no short text that kubectl reads as something else', () => {
    const bare = texts.filter(text => stringText(text, 1) === text);
    expect(bare.length).toBeGreaterThan(texts.length / 4);
    expect(bare.filter(text => plainValue(text) !== text)).toEqual([]);
  });

  it('holds no short text that kubectl reads as itself', () => {
    const held = texts.filter(text => isDifferent(text) && text !== '<<');
    expect(held.length).toBeGreaterThan(5000);
    expect(held.filter(text => plainValue(text) === text)).toEqual([]);
  });

  it.each(['=', '0o8', '0xg', '1_a', '_1', 'yEs', 'tRUE', '1.2.3', '10.0.0.1', '500m', '1Gi', 'inf', 'é'])(
    'leaves alone what is text for everybody: %s',
    text => {
      expect(emitDocument({ a: text })).toBe(`a: ${text}\n`);
      expect(plainValue(text)).toBe(text);
    },
  );
});

/** All texts of these signs, up to a length. */
function shortTexts(signs: readonly string[], length: number): string[] {
  let all = [''];
  let last = all;
  for (let size = 1; size <= length; size += 1) {
    last = last.flatMap(text => signs.map(sign => text + sign));
    all = [...all, ...last];
  }
  return all;
}
