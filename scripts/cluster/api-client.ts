import { Agent, request } from 'node:https';
import type { ClusterAccess } from './cluster-access';
import { resourceOf } from './discovery';

/** What a server gives: tests read fields of many kinds. */
// biome-ignore lint/suspicious/noExplicitAny: it comes over the network, and is of any kind
export type Given = any;

/** A manifest, or an object as the server gives it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly [field: string]: Given;
  };
  readonly [field: string]: Given;
}

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly body: Given;
  /** The texts of its Warning headers. */
  readonly warnings: readonly string[];
}

/** What is sent. */
export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** @default application/json */
  readonly contentType?: string;
}

/** Options of a write. */
export interface WriteOptions {
  readonly dryRun?: boolean;
}

/** The owner of the fields that the tests apply. */
const FIELD_MANAGER = 'drydock';

/** A client of an API server that hides nothing of its answers: a refusal is an answer, not an error. */
export class ApiClient {
  private readonly agent: Agent;

  constructor(readonly access: ClusterAccess) {
    const { ca, certificate: cert, key, insecure } = access;
    this.agent = new Agent({ ca, cert, key, rejectUnauthorized: !insecure, keepAlive: true });
  }

  /** @throws Error where there is no answer: nobody listens, or the connection broke. */
  call(path: string, { method = 'GET', query = {}, body, contentType }: Call = {}): Promise<Answer> {
    const url = new URL(path, this.access.server);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...this.access.headers,
      accept: 'application/json',
      // Node leaves the length out where the method is DELETE.
      ...(text && {
        'content-type': contentType ?? 'application/json',
        'content-length': Buffer.byteLength(text),
      }),
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(url, { method, headers, agent: this.agent }, response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            body: parsed(Buffer.concat(chunks).toString()),
            warnings: warningTexts(response.headersDistinct.warning ?? []),
          });
        });
      });
      outgoing.once('error', reject);
      outgoing.end(text);
    });
  }

  /** Server-side apply, with strict field validation. */
  async apply(object: KubernetesObject, options: WriteOptions = {}): Promise<Answer> {
    return this.call(await this.pathOf(object), {
      method: 'PATCH',
      contentType: 'application/apply-patch+yaml',
      query: { fieldManager: FIELD_MANAGER, force: 'true', ...strictly(options) },
      body: object,
    });
  }

  /** A POST of an object, with strict field validation. */
  async create(object: KubernetesObject, options: WriteOptions = {}): Promise<Answer> {
    return this.call(await this.collectionOf(object), {
      method: 'POST',
      query: strictly(options),
      body: object,
    });
  }

  /** A PUT of an object, with strict field validation. */
  async replace(object: KubernetesObject, options: WriteOptions = {}): Promise<Answer> {
    return this.call(await this.pathOf(object), { method: 'PUT', query: strictly(options), body: object });
  }

  /** A merge patch; of a subresource such as `status`, if one is named. */
  async patch(object: KubernetesObject, patch: unknown, subresource = ''): Promise<Answer> {
    const path = await this.pathOf(object);
    return this.call(subresource === '' ? path : `${path}/${subresource}`, {
      method: 'PATCH',
      contentType: 'application/merge-patch+json',
      body: patch,
    });
  }

  /** The stored object, or undefined. */
  async get(object: KubernetesObject): Promise<Given> {
    const { status, body } = await this.call(await this.pathOf(object));
    if (status === 404) return undefined;
    return mustBeFine(status, body);
  }

  /** The stored objects of a kind. */
  async list(kind: ListedKind, selector = ''): Promise<Given[]> {
    const { status, body } = await this.call(await this.collectionOf(kind), {
      query: selector === '' ? {} : { labelSelector: selector },
    });
    return mustBeFine(status, body).items;
  }

  async delete(object: KubernetesObject, options: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.call(await this.pathOf(object), {
      method: 'DELETE',
      body: { propagationPolicy: 'Background', ...options },
    });
  }

  /** The path of a kind, in the namespace if it is in one. */
  async collectionOf({ apiVersion, kind, metadata }: ListedKind): Promise<string> {
    const { plural, namespaced } = await resourceOf(this, apiVersion, kind);
    const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const namespace = metadata?.namespace;
    return namespaced && namespace ? `${group}/namespaces/${namespace}/${plural}` : `${group}/${plural}`;
  }

  async pathOf(object: KubernetesObject): Promise<string> {
    return `${await this.collectionOf(object)}/${encodeURIComponent(object.metadata.name)}`;
  }

  /** Closes what is open. */
  close(): void {
    this.agent.destroy();
  }
}

/** A kind, and the namespace that is looked at. */
export interface ListedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: { readonly namespace?: string };
}

function strictly({ dryRun = false }: WriteOptions): Record<string, string> {
  return { fieldValidation: 'Strict', ...(dryRun ? { dryRun: 'All' } : {}) };
}

function mustBeFine(status: number, body: Given): Given {
  if (status >= 300)
    throw new Error(`the server answered ${status}: ${body?.message ?? JSON.stringify(body)}`);
  return body;
}

function parsed(text: string): Given {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A header is `299 - "text"`. */
function warningTexts(headers: readonly string[]): string[] {
  return headers.flatMap(header =>
    [...header.matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
      text.replace(/\\(.)/g, '$1'),
    ),
  );
}
