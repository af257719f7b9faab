import { isDeepStrictEqual } from 'node:util';
import { JsonPatch } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { unknownFields } from '../kubernetes/api-fields';
import type { KubernetesVersion } from '../kubernetes/kubernetes-version';
import { PropError } from '../prop-error';

/** An object in the form that the API server reads. */
export type Manifest = Record<string, unknown>;

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

/**
 * Applies patches to a rendered object.
 *
 * @throws PropError for an operation that changes nothing, whose place does not exist, or that writes a field
 * that this version of Kubernetes does not have.
 */
export function patched(
  construct: IConstruct,
  rendered: Manifest,
  patches: readonly JsonPatch[],
  version: KubernetesVersion,
): Manifest {
  if (patches.length === 0) return rendered;
  const result = patches.reduce((manifest, patch) => applied(construct, manifest, patch), rendered);
  const known = new Set(unknownFields(rendered, version).map(field => field.path));
  const unknown = unknownFields(result, version).find(field => !known.has(field.path));
  if (unknown) {
    throw new PropError({
      construct,
      prop: 'JSON patch',
      problem: `writes the field '${unknown.path}', which Kubernetes ${version} does not have`,
      fix: unknown.since
        ? `the field exists since ${unknown.since}: set the app's context 'kubernetesVersion', or drop the patch`
        : unknown.similar
          ? `did you mean '${unknown.similar}'`
          : 'look the field up in the API reference of that version',
    });
  }
  return result;
}

function applied(construct: IConstruct, before: Manifest, patch: JsonPatch): Manifest {
  const operation = patch._toJson() as Operation;
  const after = attempt(construct, before, patch, operation);
  if (operation.op !== 'test' && sameData(before, after)) {
    throw refused(
      construct,
      operation,
      'changes nothing',
      'the object has this value already: drop the patch',
    );
  }
  return after;
}

function sameData(a: Manifest, b: Manifest): boolean {
  // Under jest a clone has the prototypes of another realm, and strict equality would tell it from what it copies.
  return isDeepStrictEqual(structuredClone(a), structuredClone(b));
}

function attempt(construct: IConstruct, before: Manifest, patch: JsonPatch, operation: Operation): Manifest {
  if (operation.op === 'replace' || operation.op === 'remove') requirePlace(construct, before, operation);
  try {
    return JsonPatch.apply(structuredClone(before), patch);
  } catch (error) {
    if (operation.op === 'test') {
      throw refused(construct, operation, 'does not hold', 'the object has changed: look the patches over');
    }
    const reason = `cannot be applied (${firstLine(error)})`;
    throw refused(construct, operation, reason, 'create the parent first, or correct the path');
  }
}

function requirePlace(construct: IConstruct, before: Manifest, operation: Operation): void {
  if (valueAt(before, operation.path) === undefined) {
    throw refused(
      construct,
      operation,
      'changes nothing, since there is no such field',
      "correct the path, or 'add' it",
    );
  }
}

function valueAt(manifest: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((value: unknown, key) => (value as Record<string, unknown> | null | undefined)?.[key], manifest);
}

function refused(
  construct: IConstruct,
  { op, path, value }: Operation,
  problem: string,
  fix: string,
): PropError {
  return new PropError({ construct, prop: `JSON patch '${op} ${path}'`, problem, received: value, fix });
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
}
