import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { ApiClient, Given, KubernetesObject } from '../../../scripts/cluster/api-client';
import { eventually } from '../../../scripts/cluster/eventually';

const CRDS = join(__dirname, '../../../crds');

/** Applies the definitions of `crds/`, and waits until the server serves them. */
export async function applyDefinitions(client: ApiClient): Promise<void> {
  for (const definition of definitions()) {
    const { status, body } = await client.apply(definition);
    if (status >= 300) throw new Error(`${definition.metadata.name} was refused: ${body.message}`);
    await eventually(`definition ${definition.metadata.name}`, async () => {
      const stored = await client.get(definition);
      return stored.status?.conditions?.some((c: Given) => c.type === 'Established' && c.status === 'True');
    });
  }
}

function definitions(): KubernetesObject[] {
  const files = readdirSync(CRDS).filter(name => name.endsWith('.yaml'));
  return files.flatMap(name =>
    parseAllDocuments(readFileSync(join(CRDS, name), 'utf8')).map(document => document.toJS()),
  );
}
