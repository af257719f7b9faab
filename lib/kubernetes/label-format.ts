import { dnsSubdomainComplaints } from './dns-format';

const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const NAME_MAX = 63;
const NAME_SHAPE = "must be letters, digits, '-', '_' and '.', and begin and end with a letter or a digit";
const NONE: readonly string[] = [];

/** Keys that were found right: most objects bear the same few. */
const rightKeys = new Set<string>();
const KEPT = 1000;

/**
 * What is wrong with the key of a label or an annotation: an optional prefix (a DNS subdomain) and a slash,
 * then a name of up to 63 characters.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function qualifiedNameComplaints(key: string): readonly string[] {
  if (rightKeys.has(key)) return NONE;
  const found = complaintsOfKey(key);
  if (found.length > 0) return found;
  if (rightKeys.size >= KEPT) rightKeys.clear();
  rightKeys.add(key);
  return NONE;
}

/** What is wrong with the value of a label: up to 63 characters, empty allowed. */
export function labelValueComplaints(value: string): readonly string[] {
  if (value === '' || (value.length <= NAME_MAX && NAME.test(value))) return NONE;
  return nameComplaints(value, '');
}

function complaintsOfKey(key: string): readonly string[] {
  const slash = key.indexOf('/');
  const ofName = nameComplaints(key.slice(slash + 1), 'name ');
  if (slash < 0) return ofName;
  return [...dnsSubdomainComplaints(key.slice(0, slash)).map(c => `prefix ${c}`), ...ofName];
}

/** @param subject what complaints begin with. */
function nameComplaints(name: string, subject: string): readonly string[] {
  const found: string[] = [];
  if (name.length > NAME_MAX) {
    found.push(`${subject}must be no longer than ${NAME_MAX} characters, and has ${name.length}`);
  }
  if (!NAME.test(name)) found.push(`${subject}${NAME_SHAPE}`);
  return found;
}
