import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from './release';

const RESOURCE = /^\/(?:api|apis\/([^/]+))\/([^/]+)(\/namespaces\/\{namespace\})?\/([a-z]+)(\/\{name\})?$/;
const GROUP_AND_VERSION = /^([A-Z][a-z]+)?V\d+((alpha|beta)\d+)?(?=[A-Z])/;

/** Reads the classes of the API groups: what is created or read at which path. Subresources have longer paths. */
export function readClientKinds(folder: string, names: readonly string[]): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const name of names) {
    const methods = readFileSync(join(folder, `${name}.js`), 'utf8').split(/^ {4}async /m);
    const results = new Map(methods.flatMap(resultOf));
    for (const { operation, path } of methods.flatMap(requestOf)) {
      const match = RESOURCE.exec(path);
      const type = results.get(operation);
      if (!match || type === undefined || !/^(create|read)/.test(operation)) continue;
      const [, group, version = '', namespaced, plural = ''] = match;
      const apiVersion = group ? `${group}/${version}` : version;
      const kind = type.replace(GROUP_AND_VERSION, '');
      const id = `${apiVersion}/${kind}`;
      kinds.set(id, { apiVersion, kind, plural, namespaced: namespaced !== undefined, type });
    }
  }
  return kinds;
}

function requestOf(method: string): { operation: string; path: string }[] {
  const operation = /^\w+/.exec(method)?.[0];
  const path = /const localVarPath = '(.*?)'/.exec(method)?.[1];
  return operation !== undefined && path !== undefined ? [{ operation, path }] : [];
}

function resultOf(method: string): [operation: string, type: string][] {
  const operation = /^(\w+?)(WithHttpInfo)?\(response\)/.exec(method)?.[1];
  const type = /\bdeserialize\(.*, "(\w+)", ""\)/.exec(method)?.[1];
  return operation !== undefined && type !== undefined ? [[operation, type]] : [];
}
