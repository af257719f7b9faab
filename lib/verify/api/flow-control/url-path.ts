/** What is wrong with the path of requests that are for no resource, such as `/healthz/*`; undefined where nothing is. */
export function urlPathComplaint(path: string): string | undefined {
  if (path === '/') return undefined;
  if (!path.startsWith('/')) return "must begin with '/'";
  if (path.includes(' ')) return 'must not hold spaces';
  if (path.includes('//')) return "must not hold '//'";
  const wildcard = path.indexOf('*');
  if (wildcard >= 0 && (wildcard < path.length - 1 || !path.endsWith('/*'))) {
    return "must have '*' as its last part alone";
  }
  return undefined;
}
