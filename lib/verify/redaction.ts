import type { Finding } from './finding';
import { type Data, isData } from './manifest';

/** What stands for a secret in a message. */
export const REDACTED = '[redacted]';

const SECRET_NAME =
  /pass|secret|token|credential|api_?key|access_?key|private_?key|auth|dsn|conn(ection)?_?str/i;
const SECRET_FIELDS = /(^|\.)(data|stringData)(\W|$)/;
const ANNOTATIONS = /(^|\.)metadata\.annotations(\W|$)/;
const ENV_VALUE = /(^|\.)env\[\d+\](\.value)?$/;

/** Fields of a Secret that are no secret. */
const PLAIN_FIELDS: readonly string[] = ['apiVersion', 'kind', 'metadata', 'type', 'immutable'];

/** Shorter texts are in too many words to be searched for; the fields that hold them are known. */
const SHORTEST = 4;
const MAX_DEPTH = 30;
const MAX_SECRETS = 10_000;

/**
 * Findings without secrets: what a Secret holds, and the values of environment variables whose names sound secret.
 * They are in no value, message or fix, whoever wrote the finding.
 *
 * @param manifest the object, or the list, that the findings are about.
 */
export function withoutSecrets(findings: readonly Finding[], manifest: Data): Finding[] {
  if (findings.length === 0) return [];
  const secrets = secretsIn(manifest);
  return findings.map(finding => clean(finding, manifest, secrets));
}

function clean(finding: Finding, manifest: Data, secrets: readonly string[]): Finding {
  const { value, ...rest } = finding;
  const shown = value !== undefined && !isSecretPlace(finding.path, manifest) && !holds(value, secrets);
  return {
    ...rest,
    ...(shown && { value }),
    message: without(finding.message, secrets),
    fix: without(finding.fix, secrets),
    path: without(finding.path, secrets),
  };
}

function isSecretPlace(path: string, manifest: Data): boolean {
  if (ENV_VALUE.test(path)) return true;
  return (
    manifest.kind !== undefined &&
    isSecretKind(manifest) &&
    (SECRET_FIELDS.test(path) || ANNOTATIONS.test(path))
  );
}

function isSecretKind({ kind }: Data): boolean {
  return kind === 'Secret' || kind === 'SecretList' || kind === 'List';
}

function holds(value: unknown, secrets: readonly string[]): boolean {
  if (secrets.length === 0) return false;
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
  const found = new Set<string>();
  collect(manifest, '', found, 0);
  return [...found].filter(secret => secret.length >= SHORTEST).sort((a, b) => b.length - a.length);
}

function collect(value: unknown, key: string, found: Set<string>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || found.size > MAX_SECRETS) return;
  if (Array.isArray(value)) {
    for (const item of value) {
      if (key === 'env' && isData(item) && SECRET_NAME.test(String(item.name)))
        addAll(item.value, found, depth);
      collect(item, key, found, depth + 1);
    }
    return;
  }
  const object = value as Data;
  if (object.kind === 'Secret') addSecret(object, found, depth);
  for (const name of Object.keys(object)) collect(object[name], name, found, depth + 1);
}

function addSecret(secret: Data, found: Set<string>, depth: number): void {
  for (const name of Object.keys(secret)) {
    if (!PLAIN_FIELDS.includes(name)) addAll(secret[name], found, depth + 1);
  }
  if (isData(secret.metadata)) addAll(secret.metadata.annotations, found, depth + 1);
}

function addAll(value: unknown, found: Set<string>, depth: number): void {
  if (depth > MAX_DEPTH || found.size > MAX_SECRETS) return;
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) addAll(part, found, depth + 1);
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    const text = String(value);
    found.add(text);
    const plain = Buffer.from(text, 'base64').toString();
    if (Buffer.from(plain).toString('base64') === text) found.add(plain);
  }
}
