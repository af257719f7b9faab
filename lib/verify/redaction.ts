import type { Finding } from './finding';
import { type Data, isData } from './manifest';

/** What stands for a secret in a message. */
export const REDACTED = '[redacted]';

/** Names of environment variables, and of other things, that sound like a secret. */
export const SECRET_NAME =
  /pass|secret|token|credential|api_?key|access_?key|private_?key|auth|dsn|conn(ection)?_?str/i;

/** One of these is in each of those names. */
const SECRET_WORDS = ['pass', 'secret', 'token', 'credential', 'key', 'auth', 'dsn', 'conn'];
const SECRET_FIELDS = /(^|\.)(data|stringData)(\W|$)/;
const ANNOTATIONS = /(^|\.)metadata\.annotations(\W|$)/;
const ENV_VALUE = /(^|\.)env\[\d+\](\.value)?$/;

/** What has a password in itself, whatever it is called: a URL with a user, or a key in PEM. */
const SECRET_VALUE = /:\/\/[^/\s:@]*:[^/\s@]+@|-----BEGIN [A-Z ]*PRIVATE KEY/;

/** Lists of words that a container is started with. */
export const WORD_LISTS: readonly string[] = ['args', 'command'];

/** An option, with its value behind an equals sign or in the word that follows. */
const OPTION = /^--?([\w.-]+)(=?)/;

/** Whether a variable, by its name or by its value, holds a secret. */
export function isSecretVariable(name: unknown, value: unknown): boolean {
  return (
    (typeof name === 'string' && soundsSecret(name)) || (typeof value === 'string' && hasSecretValue(value))
  );
}

/** Whether a word that a container is started with holds a secret, by itself or by the option before it. */
export function isSecretWord(word: unknown, before: unknown): boolean {
  if (typeof word !== 'string') return false;
  if (hasSecretValue(word)) return true;
  const [, own = '', equals] = OPTION.exec(word) ?? [];
  if (own !== '') return equals === '=' && soundsSecret(own);
  const [, option = '', given] = typeof before === 'string' ? (OPTION.exec(before) ?? []) : [];
  return given === '' && soundsSecret(option);
}

/** Most names have none of the words; the expression is for the others, as V8 compiles it when it is met. */
function soundsSecret(name: string): boolean {
  const lowered = name.toLowerCase();
  return SECRET_WORDS.some(word => lowered.includes(word)) && SECRET_NAME.test(name);
}

/** Most texts hold neither mark: the expression is for the others. */
function hasSecretValue(text: string): boolean {
  return (text.includes('://') || text.includes('-----BEGIN')) && SECRET_VALUE.test(text);
}

/** Fields of a Secret that are no secret. */
export const PLAIN_FIELDS: readonly string[] = ['apiVersion', 'kind', 'metadata', 'type', 'immutable'];

/** Shorter texts are in too many words to be searched for; the fields that hold them are known. */
const SHORTEST = 4;
const MAX_DEPTH = 30;

/** With more secrets than these, no value is shown at all. */
const MAX_SECRETS = 500;

/**
 * Findings without secrets: what a Secret holds, and the values of environment variables and options that sound
 * secret, or look it.
 * They are in no value, message or fix, whoever wrote the finding.
 *
 * @param manifest the object, or the list, that the findings are about.
 */
export function withoutSecrets(findings: readonly Finding[], manifest: Data): Finding[] {
  if (findings.length === 0) return [];
  const secrets = secretsIn(manifest);
  return findings.map(finding => clean(finding, secrets));
}

function clean(finding: Finding, secrets: readonly string[]): Finding {
  const { value, ...rest } = finding;
  const shown = value !== undefined && !isSecretPlace(finding) && !holds(value, secrets);
  if (shown && secrets.length === 0) return finding;
  return {
    ...rest,
    ...(shown && { value }),
    message: without(finding.message, secrets),
    fix: without(finding.fix, secrets),
    path: without(finding.path, secrets),
  };
}

function isSecretPlace({ path, object }: Finding): boolean {
  return (
    ENV_VALUE.test(path) || (isSecretKind(object) && (SECRET_FIELDS.test(path) || ANNOTATIONS.test(path)))
  );
}

function isSecretKind({ kind }: { readonly kind?: unknown }): boolean {
  return kind === 'Secret' || kind === 'SecretList';
}

function holds(value: unknown, secrets: readonly string[]): boolean {
  if (secrets.length === 0) return false;
  if (secrets.length >= MAX_SECRETS) return true;
  const text = typeof value === 'object' ? jsonOf(value) : String(value);
  return secrets.some(secret => text.includes(secret));
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}

function without(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => left.split(secret).join(REDACTED), text);
}

/** The secrets of an object, the longest first: one may be a part of another. */
function secretsIn(manifest: Data): string[] {
  const search = new SecretSearch();
  search.look(manifest, '', 0);
  return [...search.found].filter(secret => secret.length >= SHORTEST).sort((a, b) => b.length - a.length);
}

/** Looks for secrets. Objects are looked at once: aliases and cycles have no end. */
class SecretSearch {
  readonly found = new Set<string>();
  private readonly seen = new Set<object>();
  private readonly secret = new Set<object>();

  look(value: unknown, key: string, depth: number): void {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
    if (key === 'env' && Array.isArray(value)) for (const item of value) this.lookAtVariable(item, depth);
    if (WORD_LISTS.includes(key) && Array.isArray(value)) {
      for (const [at, word] of value.entries()) if (isSecretWord(word, value[at - 1])) this.add(word, depth);
    }
    if (this.seen.has(value)) return;
    this.seen.add(value);
    if (Array.isArray(value)) {
      for (const item of value) this.look(item, '', depth + 1);
      return;
    }
    const object = value as Data;
    if (isSecretKind(object)) this.addSecret(object, depth);
    for (const name of Object.keys(object)) this.look(object[name], name, depth + 1);
  }

  private lookAtVariable(variable: unknown, depth: number): void {
    if (!isData(variable)) return;
    if (isSecretVariable(variable.name, variable.value)) this.add(variable.value, depth);
  }

  private addSecret(secret: Data, depth: number): void {
    for (const name of Object.keys(secret)) {
      if (!PLAIN_FIELDS.includes(name)) this.add(secret[name], depth + 1);
    }
    if (isData(secret.metadata)) this.add(secret.metadata.annotations, depth + 1);
  }

  private add(value: unknown, depth: number): void {
    if (depth > MAX_DEPTH || this.found.size >= 2 * MAX_SECRETS) return;
    if (typeof value === 'object' && value !== null) {
      if (this.secret.has(value)) return;
      this.secret.add(value);
      for (const part of Object.values(value)) this.add(part, depth + 1);
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
      this.addText(String(value));
    }
  }

  /** The text, and what it is in plain where it is base64. */
  private addText(text: string): void {
    this.found.add(text);
    const plain = Buffer.from(text, 'base64').toString();
    if (Buffer.from(plain).toString('base64') === text) this.found.add(plain);
  }
}
