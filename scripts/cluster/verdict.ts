import type { Verdict } from '../conformance/verdicts';
import type { Answer, ApiClient, Given } from './api-client';
import { resourceOf, UnknownKindError } from './discovery';

/** The most characters of a message that are kept. */
const MESSAGE_LENGTH = 600;

/** The address of the request and the manifest name two namespaces: nothing is said of the manifest. */
const OTHER_NAMESPACE = /namespace of the (provided )?object does not match/;

/** What is asked about. Where the manifest is at fault, these are what it was before. */
export interface Question {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly manifest: unknown;
}

/**
 * What a server says of a new object, in a dry run with strict field validation; null where it does not serve the
 * kind. Stage `admission` is everything that is neither decoding nor validation: what depends on the cluster's state.
 */
export async function verdictOf(
  client: ApiClient,
  { apiVersion, kind, namespace, manifest }: Question,
): Promise<Verdict | null> {
  try {
    await resourceOf(client, apiVersion, kind);
  } catch (error) {
    if (error instanceof UnknownKindError) return null;
    throw error;
  }
  const path = await client.collectionOf({ apiVersion, kind, metadata: { namespace } });
  return refusalOf(
    await client.call(path, {
      method: 'POST',
      query: { dryRun: 'All', fieldValidation: 'Strict' },
      body: manifest,
    }),
  );
}

/** What an answer says of what was sent. */
export function refusalOf({ status, body }: Answer): Verdict {
  if (status < 300) return { accepted: true };
  if (status === 400 && OTHER_NAMESPACE.test(body?.message)) return { accepted: false, stage: 'admission' };
  return {
    accepted: false,
    stage: status === 400 ? 'decode' : status === 422 ? 'validate' : 'admission',
    causes: (body?.details?.causes ?? []).map((cause: Given) => [cause.reason ?? '', cause.field ?? '']),
    message: String(body?.message ?? body).slice(0, MESSAGE_LENGTH),
  };
}
