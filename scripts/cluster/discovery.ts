/** What the server serves a kind as. */
export interface Resource {
  readonly plural: string;
  readonly namespaced: boolean;
}

/** Who can be asked. */
interface Asked {
  call(path: string): Promise<{ readonly body?: { readonly resources?: readonly ServedResource[] } }>;
}

/** A resource, as the server lists it; a subresource has a slash in its name. */
interface ServedResource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** A kind that the server does not serve. */
export class UnknownKindError extends Error {
  constructor(apiVersion: string, kind: string) {
    super(`the server serves no ${kind} of ${apiVersion}`);
  }
}

const known = new WeakMap<Asked, Map<string, Resource>>();

/**
 * The resource of a kind, as the server names it.
 *
 * @throws UnknownKindError
 */
export async function resourceOf(server: Asked, apiVersion: string, kind: string): Promise<Resource> {
  const resources = known.get(server) ?? new Map<string, Resource>();
  known.set(server, resources);
  const key = `${apiVersion} ${kind}`;
  // What is unknown is asked for again: a definition may have been applied meanwhile.
  if (!resources.has(key)) {
    const { body } = await server.call(
      apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`,
    );
    for (const { name, kind: served, namespaced } of body?.resources ?? []) {
      if (!name.includes('/')) resources.set(`${apiVersion} ${served}`, { plural: name, namespaced });
    }
  }
  const resource = resources.get(key);
  if (!resource) throw new UnknownKindError(apiVersion, kind);
  return resource;
}
