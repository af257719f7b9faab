import * as http from 'node:http';
import * as https from 'node:https';

/** Whether a health check is answered with 200. Who answers is not checked: it says nothing that matters. */
export function probe(url: string): Promise<boolean> {
  const { get } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = get(url, { rejectUnauthorized: false, agent: false, timeout: 2000 }, response => {
      response.resume();
      if (response.statusCode === 200) resolve(true);
      else reject(new Error(`${url} answered ${response.statusCode}`));
    });
    outgoing.once('timeout', () => outgoing.destroy(new Error(`${url} did not answer`)));
    outgoing.once('error', reject);
  });
}
