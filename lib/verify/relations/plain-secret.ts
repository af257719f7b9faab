/** Last words of names whose value is a secret; `TOKEN_TTL`, `SECRET_NAME`, `ACCESS_KEY_ID` and `BYPASS` have none. */
const NAMES = [
  /pass(word|wd|phrase)$/i,
  /(^|[_\-.\d])(pass|pwd|secret|token|credentials?|(api|access|private|secret|encryption|signing|account|master|license|auth)[_-]?key)$/i,
  /[a-z](Pass|Pwd|Secret|Token|Credentials?|(Api|Access|Private|Secret|Encryption|Signing|Account|Master|License|Auth)Key)$/,
];

/** One of these is in each of those names, and in few others: to look for it takes no regular expression. */
const WORDS = ['pass', 'pwd', 'secret', 'token', 'credential', 'key'];

/** Names of that form which are public: what keeps clusters apart, and keys that browsers are given. */
const PUBLIC = /initial_cluster_token$|(^|[_\-.])(public|publishable|site_?key)([_\-.]|$)/i;
const PUBLIC_CAMEL = /(^p|[a-z]P)ubli(c|shable)[A-Z]|(^s|[a-z]S)iteKey/;
const PASSWORD = /pass(word|wd|phrase)?$|pwd$/i;

/** Words that stand for a setting. */
const SETTING =
  /^(true|false|yes|no|on|off|enabled?|disabled?|none|null|nil|undefined|optional|required|auto|default|always|never|[\d.]+[a-z]{0,2})$/i;

/** What stands for a secret that comes from elsewhere: a variable, a file, an address, a store of secrets. */
const REFERENCE =
  /\$[({]|^\$\w+$|\{\{|^<.*>$|^[.~]{0,2}\/|^[a-z]:\\|^[a-z][a-z0-9+.-]*:\/\/|^(vault|ref\+|arn|aws|gcp|azure|op|ssm|env|file|enc|secret(ref|smanager)?|kv|k8s)[:+[(]|^\*+$/i;

/** The name of an object of Kubernetes: a variable `TLS_SECRET` may hold one. */
const OBJECT_NAME = /^[a-z]+[a-z0-9]*(-[a-z0-9]+)+$/;

const URL_PASSWORD = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:([^\s/@'"]+)@/i;
const PLACEHOLDER = /\$[({]|^\$\w+$|\{\{|^<.*>$|^%|^\*+$|^x+$/i;

/** Whether a variable of this name and value holds a secret in plain text. */
export function isPlainSecret(name: string, value: string): boolean {
  const lowered = name.toLowerCase();
  if (!WORDS.some(word => lowered.includes(word))) return false;
  if (value.trim() === '' || !NAMES.some(form => form.test(name)) || isPublic(name)) return false;
  if (SETTING.test(value) || REFERENCE.test(value)) return false;
  return !(/secrets?$/i.test(name) && OBJECT_NAME.test(value));
}

function isPublic(name: string): boolean {
  return (PUBLIC.test(name) || PUBLIC_CAMEL.test(name)) && !PASSWORD.test(name);
}

/** Whether a text holds an address with a user's password in plain text. */
export function holdsPassword(text: string): boolean {
  if (!text.includes('://')) return false;
  const [, password] = URL_PASSWORD.exec(text) ?? [];
  return password !== undefined && !PLACEHOLDER.test(password);
}
