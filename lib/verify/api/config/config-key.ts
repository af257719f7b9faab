const FORMAT = /^[-._a-zA-Z0-9]+$/;

/** What nearly all keys are: right, and not beginning with a dot. */
const USUAL = /^[-_a-zA-Z0-9][-._a-zA-Z0-9]*$/;

const NONE: readonly string[] = [];

/** Longest key, in characters. */
const MAX_LENGTH = 253;

/**
 * What is wrong with a key of a ConfigMap or a Secret, which becomes the name of a file where the map is mounted.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object
 */
export function configKeyComplaints(key: string): readonly string[] {
  if (key.length <= MAX_LENGTH && USUAL.test(key)) return NONE;
  const found: string[] = [];
  if (key.length > MAX_LENGTH) {
    found.push(`must be no longer than ${MAX_LENGTH} characters, and has ${key.length}`);
  }
  if (!FORMAT.test(key)) found.push("must be letters, digits, '-', '_' and '.'");
  if (key === '.') found.push("must not be '.'");
  if (key.startsWith('..')) found.push("must not begin with '..'");
  return found;
}
