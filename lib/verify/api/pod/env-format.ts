const ENV_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const ANY_ENV_NAME = /^[ -<>-~]*$/;

const NONE: readonly string[] = [];

/**
 * What is wrong with the name of an environment variable.
 *
 * @param anyName whether it may be any printable text, as servers since 1.32 have it.
 */
export function envNameComplaints(name: string, anyName: boolean): readonly string[] {
  if (anyName) {
    return ANY_ENV_NAME.test(name) ? NONE : ["must be printable ASCII characters other than '='"];
  }
  if (ENV_NAME.test(name) && !name.startsWith('.')) return NONE;
  const found: string[] = [];
  if (name === '.' || name.startsWith('..')) found.push("must not be '.', nor begin with '..'");
  if (!ENV_NAME.test(name)) {
    found.push("must be letters, digits, '_', '-' and '.', and not begin with a digit");
  }
  return found;
}
