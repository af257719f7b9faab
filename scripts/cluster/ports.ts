import { createServer, type Server } from 'node:net';

/** Ports of the loopback address that are free, all different. They are chosen by the system. */
export async function freePorts(count: number): Promise<number[]> {
  // All are held until the last is there: a port that is given back could be given out again.
  const servers = await Promise.all(Array.from({ length: count }, listen));
  const ports = servers.map(server => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the system named no port');
    return address.port;
  });
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
  return ports;
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
