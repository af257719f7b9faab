import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOutput } from '../../../lib/synth/write-output';
import { hashOf } from '../../../lib/synth/write-output/file-list';
import { FileText } from '../../../lib/synth/write-output/file-text';
import { piecesOf } from '../../../lib/synth/write-output/output-file';

const PIECE = `name: ${'größer 🚢 '.repeat(5000)}\n`;

function textOf(pieces: readonly string[]): FileText {
  const text = new FileText();
  for (const piece of pieces) text.add(piece);
  return text;
}

describe('the text of a file', () => {
  it('stays text where it is short, and is bytes in several pieces where it is long', () => {
    expect(textOf([]).content).toBe('');
    expect(textOf(['a: 1\n', 'b: 2\n']).content).toBe('a: 1\nb: 2\n');
    const { content } = textOf(new Array(20).fill(PIECE));
    expect(piecesOf(content).length).toBeGreaterThan(2);
    expect(Buffer.concat(content as Uint8Array[]).toString()).toBe(PIECE.repeat(20));
  });

  it('has the same hash and gives the same file, in one piece or in several', () => {
    const { content } = textOf(new Array(20).fill(PIECE));
    expect(hashOf(content)).toBe(hashOf(PIECE.repeat(20)));
    const folder = mkdtempSync(join(tmpdir(), 'drydock-'));
    try {
      const output = join(folder, 'dist');
      const first = writeOutput(output, [{ path: 'a.yaml', content }]);
      expect([...first]).toEqual([['a.yaml', hashOf(content)]]);
      expect(readFileSync(join(output, 'a.yaml'), 'utf8')).toBe(PIECE.repeat(20));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
