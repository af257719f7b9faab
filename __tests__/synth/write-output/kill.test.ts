import { once } from 'node:events';
import { mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { recoverOutput, writeOutput } from '../../../lib/synth/write-output';
import { letLocksAge } from './faulty-disk';
import { makeTree, outputOf, type Tree, temporaryFolder, tryTreeOf, withoutNotes } from './folder-tree';
import { compiledWriter, readyWriter, start } from './writer-process';

/** How many processes are killed, and the longest time that one is left to write, in milliseconds. */
const KILLS = 100;
const LONGEST = 25;

const FOREIGN = { 'README.md': 'ours', 'notes/one.txt': '1' };
const OUTPUTS = [outputTree('A', 24), outputTree('B', 30)];

function outputTree(kind: string, count: number): Tree {
  const files = Array.from({ length: count }, (_, n): [string, string] => [
    n % 3 === 0 ? `${kind}/${n}.yaml` : `${n}.k8s.yaml`,
    `kind: ${kind}\n`.repeat(50 + n),
  ]);
  return Object.fromEntries(files);
}

function expectWhole(folder: string): void {
  const files = withoutNotes(tryTreeOf(folder));
  const [output] = OUTPUTS.filter(tree => Object.keys(tree).every(path => path in files));
  expect(files).toEqual({ ...output, ...FOREIGN });
}

/** An output that is there already, with files of others. */
function prepare(): string {
  const folder = join(realpathSync(temporaryFolder()), 'dist');
  makeTree(folder, FOREIGN);
  writeOutput(folder, outputOf(OUTPUTS[1] ?? {}));
  return folder;
}

jest.setTimeout(600_000);

describe('a process that is killed while it writes', () => {
  const writer = compiledWriter();

  it.each([
    ['the folder as a whole', '..'],
    ['the folder that it works in, file by file', '.'],
  ])('leaves one output whole: %s', async (_, cwd) => {
    let disturbed = 0;
    const one = async (kills: number): Promise<void> => {
      const folder = prepare();
      for (let kill = 0; kill < kills; kill++) {
        const child = await readyWriter(writer, join(folder, cwd));
        await start(child, folder, OUTPUTS);
        await setTimeout(Math.random() * LONGEST);
        child.kill('SIGKILL');
        await once(child, 'exit');
        const names = readdirSync(join(folder, '..'));
        if (cwd === '..') {
          const previous = join(folder, '..', '.dist.previous');
          expectWhole(names.includes('dist') ? folder : previous);
          if (names.length > 1) disturbed++;
        } else if (readdirSync(folder).includes('.drydock-work')) disturbed++;
        letLocksAge(folder);
        recoverOutput(folder);
        expectWhole(folder);
        expect(readdirSync(join(folder, '..'))).toEqual(['dist']);
      }
    };
    // Two at a time: one starts while the other is looked at.
    await Promise.all([one(KILLS / 2), one(KILLS / 2)]);
    expect(disturbed).toBeGreaterThan(KILLS / 4);
  });

  it('may be one of several that write to the same folder', async () => {
    const folder = prepare();
    mkdirSync(join(folder, '..', 'elsewhere'));
    const children = await Promise.all(
      OUTPUTS.map(() => readyWriter(writer, join(folder, '..', 'elsewhere'))),
    );
    const ends = children.map(child => once(child, 'exit'));
    await Promise.all(children.map(child => start(child, folder, OUTPUTS, 50)));
    expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0]);
    expectWhole(folder);
    expect(readdirSync(join(folder, '..')).sort()).toEqual(['dist', 'elsewhere']);
  });
});
