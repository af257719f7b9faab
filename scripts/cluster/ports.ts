import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/**
 * Where ports are looked for: below those that systems give to outgoing connections. One of these could be gone again
 * by the time that a program listens on it.
 */
const FIRST = 20_000;
const LAST = 32_000;

/** Ports of the loopback address that are free, all different, chosen at random. */
export async function freePorts(count: number): Promise<number[]> {
  // All are held until the last is there, so that none is found twice.
  const held = new Map<number, Server>();
  while (held.size < count) {
    const port = randomInt(FIRST, LAST);
    const server = held.has(port) ? undefined : await listen(port);
    if (server) held.set(port, server);
  }
  await Promise.all([...held.values()].map(server => new Promise(resolve => server.close(resolve))));
  return [...held.keys()];
}

/** Undefined where somebody else listens. */
function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
