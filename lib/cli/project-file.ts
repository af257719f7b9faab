import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { UsageError } from './usage-error';

/** The file that says how a project is synthesized, the same that cdk8s-cli reads. */
export const PROJECT_FILE = 'cdk8s.yaml';

/** What Drydock reads of the project file; other keys are those of cdk8s-cli and mean nothing here. */
export interface ProjectFile {
  /**
   * The command that runs the app.
   *
   * @default none; `--app` is required then
   */
  readonly app?: string;

  /**
   * The folder that the app writes to.
   *
   * @default `dist`
   */
  readonly output?: string;
}

/**
 * Reads the project file of a folder; undefined where there is none.
 *
 * @throws UsageError when it cannot be read, is no YAML mapping, or holds something else than text in a key that
 * is read. The message names the file and, where there is one, the line and column.
 * @see https://cdk8s.io/docs/latest/cli/synth/
 */
export function tryReadProjectFile(folder: string): ProjectFile | undefined {
  const text = tryRead(join(folder, PROJECT_FILE));
  if (text === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw malformed(lines, error.pos[0], firstLine(error.message), 'correct the YAML');
  if (document.contents !== null && !isMap(document.contents)) {
    throw malformed(lines, offsetOf(document.contents), 'must be a mapping', "write 'app: node main.js'");
  }
  return { app: textAt(document, 'app', lines), output: textAt(document, 'output', lines) };
}

function tryRead(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new UsageError(
      `${PROJECT_FILE}: cannot be read (${code ?? message})`,
      `make ${PROJECT_FILE} a file that you may read`,
    );
  }
}

function textAt(document: Document, key: string, lines: LineCounter): string | undefined {
  const node = document.get(key, true) as Node | undefined;
  if (node === undefined || (isScalar(node) && node.value === null)) return undefined;
  if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return node.value;
  const received = JSON.stringify(node.toJS(document));
  throw malformed(
    lines,
    offsetOf(node),
    `'${key}' must be a text, received ${received}`,
    `write '${key}: ${key === 'app' ? 'node main.js' : 'dist'}'`,
  );
}

function malformed(lines: LineCounter, offset: number, problem: string, fix: string): UsageError {
  const { line, col } = lines.linePos(offset);
  return new UsageError(`${PROJECT_FILE}:${line}:${col}: ${problem}`, fix);
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
