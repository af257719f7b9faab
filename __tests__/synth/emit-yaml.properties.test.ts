import { Yaml } from 'cdk8s';
import fc from 'fast-check';
import { emitDocument, emitDocuments } from '../../lib/synth/emit-yaml';
import { data, document, holdsDifference, text } from './yaml/hard-data';
import { misreadings } from './yaml/readers';

const RUNS = { numRuns: 1000 };

describe('the YAML of any data', () => {
  it('has the bytes of cdk8s, but for the texts of the table', () => {
    fc.assert(
      fc.property(data, value => {
        fc.pre(!holdsDifference(value));
        expect(emitDocument(value)).toBe(Yaml.stringify(value));
      }),
      RUNS,
    );
  });

  it('has them for several documents', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 4 }), values => {
        fc.pre(!values.some(value => holdsDifference(value)));
        expect(emitDocuments(values)).toBe(Yaml.stringify(...values));
      }),
      RUNS,
    );
  });

  it('is read back by every reader', () => {
    fc.assert(
      fc.property(document, value => {
        expect(misreadings(emitDocument(value), value)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is read back by every reader where it is one text, in each place that a text can have', () => {
    fc.assert(
      fc.property(text, value => {
        const places = {
          [value]: value,
          list: [value, [value, { [value]: value }]],
          map: { a: { [value]: [] } },
        };
        expect(misreadings(emitDocument(places), places)).toEqual([]);
        expect(misreadings(emitDocument([value]), [value])).toEqual([]);
        expect(misreadings(emitDocument(value), value)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is the same for the same data', () => {
    fc.assert(
      fc.property(data, value => {
        expect(emitDocument(JSON.parse(JSON.stringify(value)))).toBe(emitDocument(value));
      }),
      RUNS,
    );
  });
});
