import { isBefore, type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Functions, readSignatures } from './signatures';
import { CROSS_TYPE_COMPARISONS, OPTIONAL_FUNCTIONS, STANDARD_FUNCTIONS } from './standard-functions';

const COMPARABLE = ['int', 'uint', 'double', 'bool', 'string', 'bytes', 'duration', 'timestamp'];
const SUMMABLE = ['int', 'uint', 'double', 'duration'];

const TEXTS = `
string charAt(int) -> string
string indexOf(string) -> int
string indexOf(string, int) -> int
string lastIndexOf(string) -> int
string lastIndexOf(string, int) -> int
string lowerAscii() -> string
string upperAscii() -> string
string replace(string, string) -> string
string replace(string, string, int) -> string
string split(string) -> list<string>
string split(string, int) -> list<string>
string substring(int) -> string
string substring(int, int) -> string
string trim() -> string
list<string> join() -> string
list<string> join(string) -> string
string find(string) -> string
string findAll(string) -> list<string>
string findAll(string, int) -> list<string>
`;

const LISTS = [
  'list<T> indexOf(T) -> int\nlist<T> lastIndexOf(T) -> int',
  ...COMPARABLE.map(t => `list<${t}> isSorted() -> bool\nlist<${t}> min() -> ${t}\nlist<${t}> max() -> ${t}`),
  ...SUMMABLE.map(t => `list<${t}> sum() -> ${t}`),
].join('\n');

const URLS = `
url(string) -> #kubernetes.URL
isURL(string) -> bool
#kubernetes.URL getScheme() -> string
#kubernetes.URL getHost() -> string
#kubernetes.URL getHostname() -> string
#kubernetes.URL getPort() -> string
#kubernetes.URL getEscapedPath() -> string
#kubernetes.URL getQuery() -> map<string, list<string>>
`;

const AUTHORIZER = `
#authorizer path(string) -> #path-check
#authorizer group(string) -> #group-check
#authorizer serviceAccount(string, string) -> #authorizer
#path-check check(string) -> #decision
#group-check resource(string) -> #resource-check
#resource-check subresource(string) -> #resource-check
#resource-check namespace(string) -> #resource-check
#resource-check name(string) -> #resource-check
#resource-check check(string) -> #decision
#decision allowed() -> bool
#decision reason() -> string
#decision errored() -> bool
#decision error() -> string
`;

const QUANTITIES = `
quantity(string) -> #kubernetes.Quantity
isQuantity(string) -> bool
#kubernetes.Quantity sign() -> int
#kubernetes.Quantity isInteger() -> bool
#kubernetes.Quantity asInteger() -> int
#kubernetes.Quantity asApproximateFloat() -> double
#kubernetes.Quantity add(#kubernetes.Quantity) -> #kubernetes.Quantity
#kubernetes.Quantity add(int) -> #kubernetes.Quantity
#kubernetes.Quantity sub(#kubernetes.Quantity) -> #kubernetes.Quantity
#kubernetes.Quantity sub(int) -> #kubernetes.Quantity
#kubernetes.Quantity isGreaterThan(#kubernetes.Quantity) -> bool
#kubernetes.Quantity isLessThan(#kubernetes.Quantity) -> bool
#kubernetes.Quantity compareTo(#kubernetes.Quantity) -> int
`;

const SETS_AND_FORMATS = `
sets.contains(list<T>, list<T>) -> bool
sets.equivalent(list<T>, list<T>) -> bool
sets.intersects(list<T>, list<T>) -> bool
string format(list<dyn>) -> string
strings.quote(string) -> string
`;

const ADDRESSES = `
ip(string) -> #net.IP
isIP(string) -> bool
ip.isCanonical(string) -> bool
string(#net.IP) -> string
#net.IP family() -> int
#net.IP isUnspecified() -> bool
#net.IP isLoopback() -> bool
#net.IP isLinkLocalMulticast() -> bool
#net.IP isLinkLocalUnicast() -> bool
#net.IP isGlobalUnicast() -> bool
cidr(string) -> #net.CIDR
isCIDR(string) -> bool
string(#net.CIDR) -> string
#net.CIDR containsIP(string) -> bool
#net.CIDR containsIP(#net.IP) -> bool
#net.CIDR containsCIDR(string) -> bool
#net.CIDR containsCIDR(#net.CIDR) -> bool
#net.CIDR ip() -> #net.IP
#net.CIDR masked() -> #net.CIDR
#net.CIDR prefixLength() -> int
`;

const NAMED_FORMATS =
  'dns1123Label dns1123Subdomain dns1035Label dns1123LabelPrefix dns1123SubdomainPrefix dns1035LabelPrefix ' +
  'qualifiedName labelValue uri uuid byte date datetime';

const FORMATS = [
  'format.named(string) -> optional<#format>\n#format validate(string) -> optional<list<string>>',
  ...NAMED_FORMATS.split(' ').map(name => `format.${name}() -> #format`),
].join('\n');

const SELECTORS = `
#resource-check fieldSelector(string) -> #resource-check
#resource-check labelSelector(string) -> #resource-check
`;

const VERSIONS = `
semver(string) -> #kubernetes.Semver
semver(string, bool) -> #kubernetes.Semver
isSemver(string) -> bool
isSemver(string, bool) -> bool
#kubernetes.Semver major() -> int
#kubernetes.Semver minor() -> int
#kubernetes.Semver patch() -> int
#kubernetes.Semver isGreaterThan(#kubernetes.Semver) -> bool
#kubernetes.Semver isLessThan(#kubernetes.Semver) -> bool
#kubernetes.Semver compareTo(#kubernetes.Semver) -> int
`;

const MORE_LISTS = `
lists.range(int) -> list<int>
list<T> slice(int, int) -> list<T>
list<T> flatten() -> list<dyn>
list<T> flatten(int) -> list<dyn>
list<T> sort() -> list<T>
list<T> distinct() -> list<T>
list<T> reverse() -> list<T>
string reverse() -> string
`;

/** What each version lets new expressions use for the first time: the server holds every library back for one. */
const LIBRARIES: readonly (readonly [KubernetesVersion, string])[] = [
  ['1.28', [STANDARD_FUNCTIONS, TEXTS, LISTS, URLS, AUTHORIZER].join('\n')],
  ['1.29', [CROSS_TYPE_COMPARISONS, OPTIONAL_FUNCTIONS, QUANTITIES].join('\n')],
  ['1.30', SETS_AND_FORMATS],
  ['1.31', ADDRESSES],
  ['1.32', [FORMATS, SELECTORS].join('\n')],
  ['1.33', VERSIONS],
  ['1.34', MORE_LISTS],
];

const read = new Map<KubernetesVersion, Functions>();

/**
 * The functions that new expressions may call on a version's API server.
 *
 * @see https://kubernetes.io/docs/reference/using-api/cel/#cel-options-language-features-and-libraries
 */
export function functionsOf(version: KubernetesVersion): Functions {
  const known = read.get(version);
  if (known) return known;
  const tables = LIBRARIES.filter(([since]) => !isBefore(version, since)).map(([, table]) => table);
  const functions = readSignatures(...tables);
  read.set(version, functions);
  return functions;
}
