import { dataAt, type JudgedManifest, listAt } from '../judged-manifest';
import type { Data } from '../manifest';

/** Kinds by which the API server calls Services. */
export const CALLING_KINDS: readonly string[] = [
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
];

/** A Service that the API server calls. */
export interface ServerCall {
  /** The path of the reference to the Service. */
  readonly path: string;
  readonly namespace: string;
  readonly name: string;
  readonly port: number;
}

const HTTPS = 443;

/**
 * The Services that the API server calls because of a manifest: those of its webhooks, of a conversion, of an
 * aggregated API.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#service-reference
 */
export function serverCallsOf({ object, data }: JudgedManifest): readonly ServerCall[] {
  const calls: ServerCall[] = [];
  const add = (parent: Data, path: string) => {
    const { namespace, name, port } = dataAt(parent, 'service');
    if (typeof namespace !== 'string' || typeof name !== 'string' || name === '') return;
    calls.push({ path: `${path}.service`, namespace, name, port: typeof port === 'number' ? port : HTTPS });
  };
  if (object.kind === 'APIService') add(dataAt(data, 'spec'), 'spec');
  else if (object.kind === 'CustomResourceDefinition') {
    add(
      dataAt(data, 'spec', 'conversion', 'webhook', 'clientConfig'),
      'spec.conversion.webhook.clientConfig',
    );
  } else {
    for (const [at, webhook] of listAt(data, 'webhooks').entries()) {
      add(dataAt(webhook, 'clientConfig'), `webhooks[${at}].clientConfig`);
    }
  }
  return calls;
}
