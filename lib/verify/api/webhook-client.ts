import { dnsSubdomainComplaints, portNumberComplaints } from '../../kubernetes/dns-format';
import type { FieldPath } from '../field-path';
import type { FieldErrors } from './field-errors';
import { parseUrl } from './url';

/** How the API server reaches a webhook: at a URL, or through a Service of the cluster. */
export interface WebhookClient {
  readonly url?: string;
  readonly service?: WebhookService;
}

/** The Service of a webhook. */
export interface WebhookService {
  readonly name?: string;
  readonly namespace?: string;
  readonly path?: string;
  /** @default 443 */
  readonly port?: number;
}

/**
 * Judges how a webhook is reached.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#contacting-the-webhook
 */
export function validateWebhookClient(
  client: WebhookClient | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { url, service } = client ?? {};
  if (url !== undefined && service === undefined) validateUrl(url, path.child('url'), errors);
  else if (service !== undefined && url === undefined)
    validateService(service, path.child('service'), errors);
  else errors.required(path, 'must have either a url or a service');
}

function validateUrl(text: string, path: FieldPath, errors: FieldErrors): void {
  const url = parseUrl(text);
  if (url === undefined) {
    errors.required(path, 'must be a URL: https://host[:port][/path]');
    return;
  }
  if (url.scheme !== 'https') errors.invalid(path, text, "must begin with 'https://'");
  if (url.host === '') errors.invalid(path, text, 'must have a host');
  if (url.hasUser) errors.invalid(path, undefined, 'must not hold user information');
  if (url.fragment !== '') errors.invalid(path, text, 'must not have a fragment');
  if (url.query !== '') errors.invalid(path, text, 'must not have query parameters');
}

function validateService(service: WebhookService, path: FieldPath, errors: FieldErrors): void {
  const { name, namespace, port = 443, path: urlPath = '' } = service;
  // The server swaps the two.
  if (!name) errors.required(path.child('namespace'), 'and name are both required, and name is missing');
  if (!namespace)
    errors.required(path.child('name'), 'and namespace are both required, and namespace is missing');
  errors.invalidEach(path.child('port'), port, portNumberComplaints(port));
  if (urlPath !== '' && urlPath !== '/') validateUrlPath(urlPath, path.child('path'), errors);
}

function validateUrlPath(urlPath: string, path: FieldPath, errors: FieldErrors): void {
  if (!urlPath.startsWith('/')) errors.invalid(path, urlPath, "must begin with '/'");
  const inner = urlPath.slice(1, urlPath.length > 2 && urlPath.endsWith('/') ? -1 : undefined);
  for (const segment of inner.split('/')) {
    if (segment === '') errors.invalid(path, urlPath, 'must not have an empty segment');
    else {
      for (const complaint of dnsSubdomainComplaints(segment)) {
        errors.invalid(path, urlPath, `has a segment '${segment}' that ${complaint}`);
      }
    }
  }
}
