import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** Options for Windows, of a container or of all in a pod. */
export interface WindowsOptions {
  readonly gmsaCredentialSpecName?: string;
  readonly gmsaCredentialSpec?: string;
  readonly runAsUserName?: string;
  readonly hostProcess?: boolean;
}

const CREDENTIAL_SPEC_MAX = 64 * 1024;
const DOMAIN_MAX = 255;
const USER_MAX = 104;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\x00-\x1f\x7f]/;
const NET_BIOS = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const DNS = /^[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
const NO_USER = /^[. ]+$/;
const NOT_IN_USER = /["/\\:;|=,+*?<>@[\]]/;

/**
 * Judges options for Windows.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-runasusername/
 */
export function validateWindowsOptions(
  { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName }: WindowsOptions,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (gmsaCredentialSpecName !== undefined) {
    errors.invalidField(
      path,
      'gmsaCredentialSpecName',
      gmsaCredentialSpecName,
      dnsSubdomainComplaints(gmsaCredentialSpecName),
    );
  }
  if (gmsaCredentialSpec !== undefined) {
    const at = path.child('gmsaCredentialSpec');
    if (gmsaCredentialSpec === '') errors.invalid(at, gmsaCredentialSpec, 'must not be empty');
    else if (Buffer.byteLength(gmsaCredentialSpec) > CREDENTIAL_SPEC_MAX) {
      errors.invalid(at, undefined, 'must be no longer than 64 KiB');
    }
  }
  if (runAsUserName !== undefined) {
    const at = path.child('runAsUserName');
    for (const complaint of userNameComplaints(runAsUserName)) errors.invalid(at, runAsUserName, complaint);
  }
}

function userNameComplaints(name: string): string[] {
  if (name === '') return ['must not be empty'];
  if (CONTROL.test(name)) return ['must not hold control characters'];
  const parts = name.split('\\');
  if (parts.length > 2) return ['must not hold more than one backslash'];
  const domain = parts.length === 2 ? parts[0] : undefined;
  const user = parts[parts.length - 1];
  const found: string[] = [];
  if (domain !== undefined) {
    if (Buffer.byteLength(domain) > DOMAIN_MAX) {
      found.push(`must have a domain of no more than ${DOMAIN_MAX} characters`);
    }
    if (!NET_BIOS.test(domain) && !DNS.test(domain))
      found.push('must have a domain in NetBIOS or DNS format');
  }
  if (user === '') found.push('must have a user');
  if (Buffer.byteLength(user) > USER_MAX)
    found.push(`must have a user of no more than ${USER_MAX} characters`);
  if (NO_USER.test(user)) found.push('must have a user of more than dots and spaces');
  if (NOT_IN_USER.test(user)) found.push('must have a user without any of " / \\ : ; | = , + * ? < > @ [ ]');
  return found;
}
