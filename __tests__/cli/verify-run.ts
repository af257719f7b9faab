import { runCommandLine } from '../../lib/cli/command-line';
import { RecordingTerminal, temporaryProject } from './temporary-project';

/** How a run of `drydock verify` went. */
export interface VerifyRun {
  readonly folder: string;
  readonly exitCode: number;
  readonly written: string;
  readonly complained: string;
}

/** Runs `drydock verify` in a folder of its own that holds these files. */
export async function verifyRun(
  files: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<VerifyRun> {
  return verifyIn(temporaryProject(files), ...args);
}

/** Runs `drydock verify` in a folder. */
export async function verifyIn(folder: string, ...args: string[]): Promise<VerifyRun> {
  const terminal = new RecordingTerminal(folder);
  const exitCode = await runCommandLine(['verify', ...args], '1.2.3', terminal);
  return { folder, exitCode, written: terminal.written, complained: terminal.complained };
}

/** A ConfigMap that is in order. */
export const GOOD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: good, namespace: shop}\n';

/** A Service that the API server refuses, twice. */
export const REFUSED = `apiVersion: v1
kind: Service
metadata:
  name: Web
  namespace: shop
spec:
  ports:
    - port: 99999
`;

/** A ConfigMap that kubectl reads otherwise than it looks, which is a risk. */
export const RISKY =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: risky}\ndata:\n  a: "1"\n  <<: {a: "2"}\n';
