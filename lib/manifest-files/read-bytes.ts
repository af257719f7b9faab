import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { problemOf, type UnreadableInput } from './unreadable-input';

/** What most files fit into. One room for all of them: to make a buffer takes as long as to read a small file. */
const ROOM = Buffer.allocUnsafeSlow(64 * 1024);

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
 * @returns the bytes, which are there until the next file is read.
 */
export function readBytes(
  path: string,
  shown: string,
  most: number,
): { readonly bytes: Buffer } | UnreadableInput {
  let descriptor = 0;
  try {
    descriptor = path === '-' ? 0 : openSync(path, 'r');
    // To read on until nothing comes is less work than to ask for the size, and right for pipes too.
    const size = fill(descriptor, ROOM, 0);
    const bytes = size < ROOM.length ? ROOM.subarray(0, size) : readLarge(descriptor, most);
    return bytes && bytes.length <= most ? { bytes } : tooLarge(shown);
  } catch (error) {
    return problemOf(shown, error);
  } finally {
    if (descriptor > 0) closeSync(descriptor);
  }
}

function tooLarge(file: string): UnreadableInput {
  return {
    file,
    problem: 'is too large: all input may have 256 MiB',
    fix: 'split it, or verify fewer files at a time',
  };
}

/** Reads until nothing comes or the buffer is full. Returns how far it is filled. */
function fill(descriptor: number, buffer: Buffer, start: number): number {
  let end = start;
  for (let count = -1; count !== 0 && end < buffer.length; end += count) {
    count = readSome(descriptor, buffer, end);
  }
  return end;
}

/** All of what the room holds the beginning of; undefined where it is more than may be read. */
function readLarge(descriptor: number, most: number): Buffer | undefined {
  const file = fstatSync(descriptor);
  // Some files of the system are said to be empty, and are not.
  if (!file.isFile() || file.size < ROOM.length) return readStream(descriptor, most);
  if (file.size > most) return undefined;
  const bytes = Buffer.allocUnsafe(file.size);
  ROOM.copy(bytes);
  return bytes.subarray(0, fill(descriptor, bytes, ROOM.length));
}

/** The same where nobody knows the size before. */
function readStream(descriptor: number, most: number): Buffer | undefined {
  const chunks: Buffer[] = [Buffer.from(ROOM)];
  let size = ROOM.length;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const count = readSome(descriptor, chunk, 0);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    size += count;
    if (size > most) return undefined;
  }
}

/** Waits for what a pipe does not have yet. */
function readSome(descriptor: number, buffer: Buffer, start: number): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, start, buffer.length - start, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
    }
  }
}
