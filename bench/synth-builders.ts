import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { StartRun } from './synth-start';

/** A program that makes manifests, and what it is started with on a folder that holds them. */
interface Builder {
  readonly name: string;
  readonly probe: readonly [program: string, ...args: string[]];
  /** Makes what the program reads of the folder, and says how to start it. */
  prepare(folder: string): readonly [program: string, ...args: string[]];
}

const BUILDERS: readonly Builder[] = [
  {
    name: '`kubectl kustomize`',
    probe: ['kubectl', 'version', '--client'],
    prepare: folder => {
      const resources = manifestFiles(folder).map(name => `- ${name}`);
      writeFileSync(join(folder, 'kustomization.yaml'), `resources:\n${resources.join('\n')}\n`);
      return ['kubectl', 'kustomize', folder];
    },
  },
  {
    name: '`jsonnet -y`',
    probe: ['jsonnet', '--version'],
    prepare: folder => {
      const objects = manifestFiles(folder).flatMap(name =>
        parseAllDocuments(readFileSync(join(folder, name), 'utf8')).map(
          document => document.toJS() as object,
        ),
      );
      writeFileSync(join(folder, 'main.jsonnet'), JSON.stringify(objects));
      return ['jsonnet', '-y', join(folder, 'main.jsonnet')];
    },
  },
];

/** Has the other programs that are installed here make the manifests of a folder, which it removes then. */
export function measureBuilders(folder: string, rounds: number): StartRun[] {
  const found = BUILDERS.filter(({ probe: [program, ...args] }) => spawnSync(program, args).status === 0);
  const runs = found.map(builder => {
    const [program, ...args] = builder.prepare(folder);
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
      if (status !== 0) throw new Error(`${builder.name} ended with ${status}: ${stderr}`);
      return performance.now() - start;
    });
    return { name: builder.name, times };
  });
  rmSync(folder, { recursive: true });
  return runs;
}

function manifestFiles(folder: string): string[] {
  return readdirSync(folder).filter(name => name.endsWith('.k8s.yaml'));
}
