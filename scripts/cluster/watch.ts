import { request } from 'node:https';
import type { ApiClient, Given, ListedKind } from './api-client';

/** A change of an object, as the server tells it. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: Given;
}

/** A watch that is going on. */
export interface Watch {
  /** Every event since it began, oldest first. */
  readonly events: readonly WatchEvent[];
  stop(): void;
}

/** Watches the objects of a kind, from the state that is listed now on: nothing in between is lost. */
export async function watch(client: ApiClient, kind: ListedKind, selector = ''): Promise<Watch> {
  const path = await client.collectionOf(kind);
  const query: Record<string, string> = selector === '' ? {} : { labelSelector: selector };
  const { body } = await client.call(path, { query });
  const url = new URL(path, client.access.server);
  for (const [name, value] of Object.entries({
    ...query,
    watch: 'true',
    resourceVersion: body.metadata.resourceVersion,
  })) {
    url.searchParams.set(name, value);
  }
  const { ca, certificate: cert, key, insecure, headers } = client.access;
  const events: WatchEvent[] = [];
  const outgoing = request(url, { ca, cert, key, rejectUnauthorized: !insecure, headers, agent: false });
  await new Promise<void>((resolve, reject) => {
    outgoing.once('error', reject);
    outgoing.once('response', response => {
      if (response.statusCode !== 200)
        reject(new Error(`the watch was answered with ${response.statusCode}`));
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line !== '') events.push(JSON.parse(line));
      });
      response.on('error', () => undefined);
      resolve();
    });
    outgoing.end();
  });
  outgoing.on('error', () => undefined);
  return { events, stop: () => outgoing.destroy() };
}
