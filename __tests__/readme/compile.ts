import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../architecture/project';
import type { Snippet } from './snippet';

const PACKAGES = ['cdk8s', 'cdk8s-plus-28', 'constructs'];

/** Compiles every snippet as a program of a user's project, in one run; what the compiler says, by document and line. */
export function compileErrors(snippets: readonly Snippet[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-snippets-'));
  try {
    for (const { place, text } of snippets) {
      const [document = '', line] = place.split(':');
      // The lines before it are left empty, so that the compiler's lines are those of the document.
      writeFileSync(
        join(folder, `${document.replaceAll('/', '+')}+${line}.ts`),
        '\n'.repeat(Number(line) - 1) + text,
      );
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration()));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '--project', folder, '--pretty', 'false'],
      { cwd: folder, encoding: 'utf8' },
    );
    return status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n').map(named);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function configuration() {
  const modules = Object.fromEntries(PACKAGES.map(name => [name, [join(ROOT, 'node_modules', name)]]));
  return {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: {
      rootDir: '/',
      moduleDetection: 'force',
      paths: {
        ...modules,
        'cdk8s-drydock': [join(ROOT, 'lib', 'index.ts')],
        'cdk8s-drydock/verify': [join(ROOT, 'lib', 'verify', 'index.ts')],
      },
      typeRoots: [join(ROOT, 'node_modules', '@types')],
      types: ['node'],
      // A snippet names what the reader will use next.
      noUnusedLocals: false,
    },
    include: ['*.ts'],
  };
}

function named(line: string): string {
  return line.replace(/^(.+)\+\d+\.ts\((\d+),\d+\)/, (_, document: string, at: string) => {
    return `${document.replaceAll('+', '/')}:${at}`;
  });
}
