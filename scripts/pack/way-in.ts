import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import type { Way } from './packed-loader';

/** The modules by which processes come in for which code is compiled ahead. */
export const WAYS_IN: ReadonlyMap<string, Way> = new Map([
  ['lib/verify/index.ts', 'verifier'],
  ['lib/cli/command-line.ts', 'program'],
]);

/**
 * The compiled file of a way in: it loads packed files with what was compiled ahead.
 *
 * @param assignments its exports, each as `exports.name = require("file").name`.
 */
export function wayIn(way: Way, assignments: string, loader: string): string {
  const files = [...new Set(assignments.match(/require\("[^"]+"\)/g))];
  const loads = files.map((required, at) => {
    const [, folder, file] = /"(.+)\/([^/]+)"/.exec(required) as RegExpExecArray;
    return `const file${at} = load("${folder}", "${way}", "${file}", () => ${required});\n`;
  });
  const text = files.reduce((all, required, at) => all.replaceAll(required, `file${at}`), assignments);
  return loader + loads.join('') + text;
}

/** The function that loads packed files, as a part of a compiled file. */
export async function packedLoader(): Promise<string> {
  const source = readFileSync(join(__dirname, 'packed-loader.ts'), 'utf8').replace(/^export /gm, '');
  const { code } = await transform(source, { loader: 'ts', format: 'cjs', target: 'es2022' });
  return code;
}

/** Writes the script that compiles ahead beside the packed files. */
export async function packCompiler(folder: string): Promise<void> {
  await build({
    entryPoints: [join(__dirname, 'compile-ahead.ts')],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    target: 'es2022',
    outdir: folder,
  });
}
