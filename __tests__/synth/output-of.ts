import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { App, AppProps } from 'cdk8s';
import { App as VerifyingApp } from '../../lib/synth/app';

/** The files of a folder by path, sorted; Drydock's own list of them left out. */
export type Output = Readonly<Record<string, string>>;

/** An app of cdk8s, and one of Drydock that verifies nothing. */
export type Maker = (props: AppProps) => App;

/** Drydock's App, for data that no API server takes. */
export const unverified: Maker = props =>
  new VerifyingApp({ ...props, verify: false, constructIndex: false });

/** What an app writes, or the message that it fails with. */
export function outputOf(make: Maker, props: AppProps, fill: (app: App) => void): Output | string {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-synth-'));
  try {
    const app = make({ ...props, outdir: join(folder, 'out') });
    fill(app);
    app.synth();
    return filesIn(join(folder, 'out'));
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The files that are in a folder and below it. */
export function filesIn(folder: string): Output {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== '.drydock-files')
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const);
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
