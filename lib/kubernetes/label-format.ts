import { dnsSubdomainComplaints } from './dns-format';

const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/**
 * What is wrong with the key of a label or an annotation: an optional prefix (a DNS subdomain) and a slash,
 * then a name of up to 63 characters.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function qualifiedNameComplaints(key: string): string[] {
  const slash = key.indexOf('/');
  const prefix = slash < 0 ? undefined : key.slice(0, slash);
  const name = key.slice(slash + 1);
  const found = prefix === undefined ? [] : dnsSubdomainComplaints(prefix).map(c => `prefix ${c}`);
  if (name.length > 63) found.push(`name must be no longer than 63 characters, and has ${name.length}`);
  if (!NAME.test(name)) {
    found.push("name must be letters, digits, '-', '_' and '.', and begin and end with a letter or a digit");
  }
  return found;
}

/** What is wrong with the value of a label: up to 63 characters, empty allowed. */
export function labelValueComplaints(value: string): string[] {
  const found: string[] = [];
  if (value.length > 63) found.push(`must be no longer than 63 characters, and has ${value.length}`);
  if (value !== '' && !NAME.test(value)) {
    found.push("must be letters, digits, '-', '_' and '.', and begin and end with a letter or a digit");
  }
  return found;
}
