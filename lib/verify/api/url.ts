/** The parts of a URL, as Go's parser, and so the API server, splits it. */
export interface UrlParts {
  readonly scheme: string;
  /** Host and port. */
  readonly host: string;
  readonly hasUser: boolean;
  readonly query: string;
  readonly fragment: string;
}

const SCHEME = /^([a-zA-Z][a-zA-Z0-9+.-]*):/;
const BAD_ESCAPE = /%(?![0-9a-fA-F]{2})/;
const USER = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
const HOST = /^[A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%\u0080-\uffff]*$/;
/** A host may escape bytes beyond ASCII alone. */
const ASCII_ESCAPE = /%[0-7]/;
const OPTIONAL_PORT = /^(:[0-9]*)?$/;

/** Splits a URL, or a reference without a scheme; undefined where it is none. */
export function parseUrl(text: string): UrlParts | undefined {
  if (hasControl(text) || text.startsWith(':')) return undefined;
  const [beforeFragment, fragment] = cut(text, '#');
  const scheme = SCHEME.exec(beforeFragment)?.[1] ?? '';
  const afterScheme = scheme === '' ? beforeFragment : beforeFragment.slice(scheme.length + 1);
  const [rest, query] = cut(afterScheme, '?');
  const parts = { scheme: scheme.toLowerCase(), host: '', hasUser: false, query, fragment };
  if (BAD_ESCAPE.test(fragment)) return undefined;
  if (!rest.startsWith('/')) {
    if (scheme !== '') return parts;
    return rest.split('/', 1)[0]?.includes(':') || BAD_ESCAPE.test(rest) ? undefined : parts;
  }
  if (!rest.startsWith('//') || (scheme === '' && rest.startsWith('///'))) {
    return BAD_ESCAPE.test(rest) ? undefined : parts;
  }
  const slash = rest.indexOf('/', 2);
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
  if (slash >= 0 && BAD_ESCAPE.test(rest.slice(slash))) return undefined;
  const at = authority.lastIndexOf('@');
  const user = at < 0 ? '' : authority.slice(0, at);
  const host = authority.slice(at + 1);
  if (!USER.test(user) || BAD_ESCAPE.test(user) || !isHost(host)) return undefined;
  return { ...parts, host, hasUser: at >= 0 };
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) {
    const end = host.lastIndexOf(']');
    return end >= 0 && OPTIONAL_PORT.test(host.slice(end + 1)) && HOST.test(host);
  }
  const colon = host.lastIndexOf(':');
  const port = colon < 0 ? '' : host.slice(colon);
  return OPTIONAL_PORT.test(port) && HOST.test(host) && !BAD_ESCAPE.test(host) && !ASCII_ESCAPE.test(host);
}

function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
