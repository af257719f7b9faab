import type { Answer, ApiClient, Given, KubernetesObject } from './api-client';
import { resourceOf, UnknownKindError } from './discovery';
import { eventually } from './eventually';
import { faultsOf, updatesOf } from './faults';
import { addPrerequisites, remove } from './prerequisites';
import type { CreateRow, UpdateRow } from './record';
import { together } from './together';
import { refusalOf, verdictOf } from './verdict';

/** What the server sets, which is no part of what was asked for. */
const SET_BY_SERVER = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
];

const CONFLICT = 409;

/** An object that stays as it is for so many looks is one that nobody changes any more. */
const ENOUGH_LOOKS = 6;

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
  const made = await addPrerequisites(client, [...bases.values()], namespace);
  try {
    return await together(rows, async row => {
      const base = bases.get(row.base);
      if (!base) throw new Error(`'${row.base}' is there with faults alone: its base is missing`);
      const { apiVersion, kind } = base;
      const verdict = await verdictOf(client, { apiVersion, kind, namespace, manifest: row.manifest });
      return { ...row, verdict: { ...row.verdict, [client.access.minor]: verdict } };
    });
  } finally {
    await remove(client, made);
  }
}

/**
 * Stores a base for real, and asks about every update of it; nothing where the server does not take the base, or the
 * cluster is somebody else's and the base belongs to all of it. The base is deleted after it.
 *
 * @param onStored what is done between.
 */
export async function askUpdates(
  client: ApiClient,
  base: KubernetesObject,
  namespace: string,
  onStored: () => Promise<void> = async () => undefined,
): Promise<UpdateRow[]> {
  let stored: KubernetesObject;
  try {
    const { namespaced } = await resourceOf(client, base.apiVersion, base.kind);
    if (!namespaced && !client.access.abilities.includes('cluster-objects')) return [];
    const placed = namespaced ? { ...base, metadata: { ...base.metadata, namespace } } : base;
    const { status, body } = await client.create(placed);
    if (status >= 300) return [];
    stored = body;
  } catch (error) {
    if (error instanceof UnknownKindError) return [];
    throw error;
  }
  try {
    const before = await settled(client, stored);
    await onStored();
    const path = await client.pathOf(stored);
    return await together(updatesOf(before), async ({ path: field, name, manifest }) => {
      const after = manifest as KubernetesObject;
      const { accepted, causes, message } = refusalOf(await put(client, path, after));
      const version = client.access.minor;
      const row = { version, base: baseName(base), path: field, op: name, before, after, accepted };
      return accepted ? row : { ...row, causes, message };
    });
  } finally {
    await client.delete(stored);
  }
}

/** An update in a dry run. One that a controller got in the way of is tried again. */
async function put(client: ApiClient, path: string, after: KubernetesObject): Promise<Answer> {
  for (;;) {
    const { body: now } = await client.call(path);
    const { namespace, resourceVersion } = now.metadata;
    const answer = await client.call(path, {
      method: 'PUT',
      query: { dryRun: 'All', fieldValidation: 'Strict' },
      body: { ...after, metadata: { ...after.metadata, namespace, resourceVersion } },
    });
    if (answer.status !== CONFLICT) return answer;
  }
}

/** The object when the controllers have done with it: pods get a node, claims a volume. */
async function settled(client: ApiClient, stored: KubernetesObject): Promise<KubernetesObject> {
  let last = '';
  let looks = 0;
  return eventually(`the end of changes of ${stored.kind} ${stored.metadata.name}`, async () => {
    const now = plain(await client.get(stored));
    looks = JSON.stringify(now) === last ? looks + 1 : 0;
    last = JSON.stringify(now);
    return looks === ENOUGH_LOOKS && now;
  });
}

function plain(stored: KubernetesObject): KubernetesObject {
  const { status: _, ...rest } = stored as Given;
  const metadata = Object.fromEntries(
    Object.entries(rest.metadata).filter(([key]) => !SET_BY_SERVER.includes(key) && key !== 'namespace'),
  );
  return { ...rest, metadata };
}
