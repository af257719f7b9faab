import type { ModuleItem } from '@swc/core';
import type { ParsedFile } from './source-tree';

/** Whatever an index file of the library holds besides re-exports of names. */
export function indexComplaints(tree: readonly ParsedFile[]): string[] {
  return tree
    .filter(({ path }) => /^lib\/(.+\/)?index\.ts$/.test(path))
    .flatMap(({ path, statements }) =>
      statements
        .filter(statement => !namesEveryExport(statement))
        .map(({ type }) => `${path} holds a statement that exports no name one by one: ${type}`),
    );
}

function namesEveryExport(statement: ModuleItem): boolean {
  return (
    statement.type === 'ExportNamedDeclaration' &&
    statement.source != null &&
    statement.specifiers.every(({ type }) => type === 'ExportSpecifier')
  );
}
