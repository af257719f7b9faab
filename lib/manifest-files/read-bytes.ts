import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { problemOf, type UnreadableInput } from './unreadable-input';

/** How much of a pipe is read at once. */
const CHUNK_BYTES = 1024 * 1024;

/** How long to wait for a pipe that has nothing yet, in milliseconds. */
const WAIT = 5;

/**
 * Reads a file, a pipe, or standard input.
 *
 * @param path the file, or `-`.
 * @param shown the name that it is shown by.
 * @param most how many bytes may be read.
 */
export function readBytes(
  path: string,
  shown: string,
  most: number,
): { readonly bytes: Buffer } | UnreadableInput {
  let descriptor = 0;
  try {
    descriptor = path === '-' ? 0 : openSync(path, 'r');
    const file = fstatSync(descriptor);
    if (file.isFile() && file.size > most) return tooLarge(shown);
    const bytes =
      file.isFile() && path !== '-' ? readFile(descriptor, file.size) : readStream(descriptor, most);
    return bytes ? { bytes } : tooLarge(shown);
  } catch (error) {
    return problemOf(shown, error);
  } finally {
    if (descriptor > 0) closeSync(descriptor);
  }
}

/** Small files share their memory with others, which is less work than to have some of their own. */
function readFile(descriptor: number, size: number): Buffer {
  // Some files of the system are said to be empty, and are not.
  if (size === 0) return readFileSync(descriptor);
  const bytes = Buffer.allocUnsafe(size);
  let end = 0;
  for (let count = -1; end < size && count !== 0; end += count) {
    count = readSync(descriptor, bytes, end, size - end, null);
  }
  return bytes.subarray(0, end);
}

function tooLarge(file: string): UnreadableInput {
  return {
    file,
    problem: 'is too large: all input may have 256 MiB',
    fix: 'split it, or verify fewer files at a time',
  };
}

/** All that a pipe gives; undefined where it is more than may be read. */
function readStream(descriptor: number, limit: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const count = readSome(descriptor, chunk);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    size += count;
    if (size > limit) return undefined;
  }
}

function readSome(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
    }
  }
}
