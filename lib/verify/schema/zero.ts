import type { Shape } from './shape';

/** What stands for `null` and for what is refused in a list or a map, where nothing may be left out. */
export function zeroOf(shape: Shape): unknown {
  switch (shape.format) {
    case 'int32':
    case 'int64':
    case 'double':
    case 'int-or-string':
      return 0;
    case 'quantity':
      return '0';
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'any':
      return null;
    case 'object':
    case 'map':
    case 'schema-or-boolean':
    case 'schema-or-list':
    case 'schema-or-strings':
      return {};
    default:
      return '';
  }
}
