import { readType } from '../../cel/signatures';
import type { CelType } from '../../cel/types';

type Fields = ReadonlyMap<string, CelType>;

/** The fields of what a request is about, by the name of the type, each as `field: type`. */
const OBJECTS: Readonly<Record<string, string>> = {
  AdmissionRequest:
    'kind: GroupVersionKind; resource: GroupVersionResource; subResource: string; requestKind: GroupVersionKind; ' +
    'requestResource: GroupVersionResource; requestSubResource: string; name: string; namespace: string; ' +
    'operation: string; userInfo: UserInfo; dryRun: bool; options: dyn',
  GroupVersionKind: 'group: string; version: string; kind: string',
  GroupVersionResource: 'group: string; version: string; resource: string',
  UserInfo: 'username: string; uid: string; groups: list<string>; extra: map<string,list<string>>',
  Namespace: 'metadata: NamespaceMetadata; spec: NamespaceSpec; status: NamespaceStatus',
  NamespaceMetadata:
    'name: string; generateName: string; namespace: string; labels: map<string,string>; ' +
    'annotations: map<string,string>; UID: string; creationTimestamp: timestamp; deletionTimestamp: timestamp; ' +
    'deletionGracePeriodSeconds: int; generation: int; resourceVersion: string; finalizers: list<string>',
  NamespaceSpec: 'finalizers: list<string>',
  NamespaceStatus: 'phase: string',
};

const PATCHES: Readonly<Record<string, string>> = {
  JSONPatch: 'op: string; path: string; from: string; value: dyn',
};

/** The types of a request and of its namespace. */
export const REQUEST_TYPES: ReadonlyMap<string, Fields> = readFields(OBJECTS);

/** The types that a mutation makes. */
export const PATCH_TYPES: ReadonlyMap<string, Fields> = readFields(PATCHES);

/** The functions of a mutation. */
export const PATCH_FUNCTIONS = 'jsonpatch.escapeKey(string) -> string';

function readFields(objects: Readonly<Record<string, string>>): ReadonlyMap<string, Fields> {
  return new Map(
    Object.entries(objects).map(([name, text]) => [
      name,
      new Map(
        text
          .split('; ')
          .map(field => [field.slice(0, field.indexOf(':')), readType(field.slice(field.indexOf(': ') + 2))]),
      ),
    ]),
  );
}
