/**
 * The operators and functions of CEL itself, as signatures.
 *
 * @see https://github.com/google/cel-spec/blob/master/doc/langdef.md#standard-definitions
 */
export const STANDARD_FUNCTIONS: string = [
  `
_?_:_(bool, T, T) -> T
_&&_(bool, bool) -> bool
_||_(bool, bool) -> bool
!_(bool) -> bool
_==_(T, T) -> bool
_!=_(T, T) -> bool
_in_(T, list<T>) -> bool
_in_(K, map<K,V>) -> bool
_[_](list<T>, int) -> T
_[_](map<K,V>, K) -> V
-_(int) -> int
-_(double) -> double
_+_(string, string) -> string
_+_(bytes, bytes) -> bytes
_+_(list<T>, list<T>) -> list<T>
_+_(timestamp, duration) -> timestamp
_+_(duration, timestamp) -> timestamp
_+_(duration, duration) -> duration
_-_(timestamp, timestamp) -> duration
_-_(timestamp, duration) -> timestamp
_-_(duration, duration) -> duration
_%_(int, int) -> int
_%_(uint, uint) -> uint
size(string) -> int
size(bytes) -> int
size(list<T>) -> int
size(map<K,V>) -> int
string size() -> int
bytes size() -> int
list<T> size() -> int
map<K,V> size() -> int
string contains(string) -> bool
string startsWith(string) -> bool
string endsWith(string) -> bool
string matches(string) -> bool
matches(string, string) -> bool
bool(bool) -> bool
bool(string) -> bool
bytes(bytes) -> bytes
bytes(string) -> bytes
double(double) -> double
double(int) -> double
double(uint) -> double
double(string) -> double
duration(duration) -> duration
duration(string) -> duration
dyn(T) -> dyn
int(int) -> int
int(uint) -> int
int(double) -> int
int(string) -> int
int(timestamp) -> int
int(duration) -> int
string(string) -> string
string(bool) -> string
string(bytes) -> string
string(int) -> string
string(uint) -> string
string(double) -> string
string(timestamp) -> string
string(duration) -> string
timestamp(timestamp) -> timestamp
timestamp(string) -> timestamp
timestamp(int) -> timestamp
type(T) -> type
uint(uint) -> uint
uint(int) -> uint
uint(double) -> uint
uint(string) -> uint
`,
  ...['int', 'uint', 'double'].map(
    t => `_+_(${t}, ${t}) -> ${t}\n_-_(${t}, ${t}) -> ${t}\n_*_(${t}, ${t}) -> ${t}\n_/_(${t}, ${t}) -> ${t}`,
  ),
  ...orders(['bool', 'int', 'uint', 'double', 'string', 'bytes', 'timestamp', 'duration'].map(t => [t, t])),
  ...['FullYear', 'Month', 'DayOfYear', 'DayOfMonth', 'Date', 'DayOfWeek'].map(timestampPart),
  ...['Hours', 'Minutes', 'Seconds', 'Milliseconds'].flatMap(part => [
    timestampPart(part),
    `duration get${part}() -> int`,
  ]),
].join('\n');

/** Comparisons of numbers of different types. */
export const CROSS_TYPE_COMPARISONS: string = orders(
  ['int', 'uint', 'double'].flatMap(a => ['int', 'uint', 'double'].filter(b => b !== a).map(b => [a, b])),
).join('\n');

/** Functions of values that may be absent. */
export const OPTIONAL_FUNCTIONS: string = `
optional.of(T) -> optional<T>
optional.ofNonZeroValue(T) -> optional<T>
optional.none() -> optional<T>
optional<T> hasValue() -> bool
optional<T> value() -> T
optional<T> or(optional<T>) -> optional<T>
optional<T> orValue(T) -> T
_[?_](list<T>, int) -> optional<T>
_[?_](optional<list<T>>, int) -> optional<T>
_[?_](map<K,V>, K) -> optional<V>
_[?_](optional<map<K,V>>, K) -> optional<V>
_[_](optional<list<T>>, int) -> optional<T>
_[_](optional<map<K,V>>, K) -> optional<V>
`;

function orders(pairs: readonly (readonly string[])[]): string[] {
  return pairs.flatMap(([a, b]) =>
    ['<', '<=', '>', '>='].map(operator => `_${operator}_(${a}, ${b}) -> bool`),
  );
}

function timestampPart(part: string): string {
  return `timestamp get${part}() -> int\ntimestamp get${part}(string) -> int`;
}
