import { type ApiClient, type Given, type KubernetesObject } from './api-client';
import { resourceOf, UnknownKindError } from './discovery';
import { faultsOf, updatesOf } from './faults';
import type { CreateRow, UpdateRow } from './record';
import { together } from './together';
import { refusalOf, verdictOf } from './verdict';

/** What the server sets, which is no part of what was asked for. */
const SET_BY_SERVER = ['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'managedFields', 'selfLink'];

/** A manifest by the name that the record has for it. */
export function baseName({ kind, metadata }: KubernetesObject): string {
  return `${kind}/${metadata.name}`;
}

/** Every manifest that differs from a base in one fault, without verdicts. */
export function createRows(base: KubernetesObject): CreateRow[] {
  return faultsOf(base).map(({ path, name, manifest }) => ({
    base: baseName(base),
    path,
    mutation: name,
    manifest,
    verdict: {},
  }));
}

/** Asks a server about rows. A kind is that of the row's base: the manifest may be at fault there. */
export async function askCreates(
  client: ApiClient,
  rows: readonly CreateRow[],
  namespace: string,
): Promise<CreateRow[]> {
  const bases = new Map(
    rows.filter(({ path }) => path === '').map(row => [row.base, row.manifest as KubernetesObject]),
  );
  return together(rows, async row => {
    const base = bases.get(row.base);
    if (!base) throw new Error(`'${row.base}' is there with faults alone: its base is missing`);
    const { apiVersion, kind } = base;
    const verdict = await verdictOf(client, { apiVersion, kind, namespace, manifest: row.manifest });
    return { ...row, verdict: { ...row.verdict, [client.access.minor]: verdict } };
  });
}

/**
 * Stores a base for real, and asks about every update of it; nothing where the server does not take the base. The
 * base is deleted after it.
 */
export async function askUpdates(
  client: ApiClient,
  base: KubernetesObject,
  namespace: string,
): Promise<UpdateRow[]> {
  let stored: KubernetesObject;
  try {
    const { namespaced } = await resourceOf(client, base.apiVersion, base.kind);
    const placed = namespaced ? { ...base, metadata: { ...base.metadata, namespace } } : base;
    const { status, body } = await client.create(placed);
    if (status >= 300) return [];
    stored = body;
  } catch (error) {
    if (error instanceof UnknownKindError) return [];
    throw error;
  }
  try {
    const before = plain(stored);
    const path = await client.pathOf(stored);
    return await together(updatesOf(before), async ({ path: field, name, manifest }) => {
      const { body: now } = await client.call(path);
      const after = manifest as Given;
      const answer = await client.call(path, {
        method: 'PUT',
        query: { dryRun: 'All', fieldValidation: 'Strict' },
        body: {
          ...after,
          metadata: { ...after.metadata, namespace: stored.metadata.namespace, resourceVersion: now.metadata.resourceVersion },
        },
      });
      const { accepted, causes, message } = refusalOf(answer);
      const row = { version: client.access.minor, base: baseName(base), path: field, op: name, before, after, accepted };
      return accepted ? row : { ...row, causes, message };
    });
  } finally {
    await client.delete(stored);
  }
}

function plain(stored: KubernetesObject): KubernetesObject {
  const { status: _, ...rest } = stored as Given;
  const metadata = Object.fromEntries(
    Object.entries(rest.metadata).filter(([key]) => !SET_BY_SERVER.includes(key) && key !== 'namespace'),
  );
  return { ...rest, metadata };
}
