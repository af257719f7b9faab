const MOST = 10;

/** Names as a message lists them, each in quotes; of many, the first ones. */
export function quotedNames(names: Iterable<string>): string {
  const quoted = [...names].map(name => `'${name}'`);
  if (quoted.length === 0) return 'none';
  return quoted.length > MOST ? `${quoted.slice(0, MOST).join(', ')} and others` : quoted.join(', ');
}
