import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import type { JsonSchema } from './json-schema';
import { validateSchema } from './structural-schema';

/** One version of a custom resource. */
export interface DefinitionVersion {
  readonly name?: string;
  readonly served?: boolean;
  readonly storage?: boolean;
  readonly deprecated?: boolean;
  readonly deprecationWarning?: string;
  readonly schema?: { readonly openAPIV3Schema?: JsonSchema };
  readonly subresources?: { readonly scale?: Scale; readonly status?: object };
  readonly additionalPrinterColumns?: readonly PrinterColumn[];
  readonly selectableFields?: readonly { readonly jsonPath?: string }[];
}

interface Scale {
  readonly specReplicasPath?: string;
  readonly statusReplicasPath?: string;
  readonly labelSelectorPath?: string;
}

interface PrinterColumn {
  readonly name?: string;
  readonly type?: string;
  readonly format?: string;
  readonly jsonPath?: string;
}

/** The parts of a version whose place depends on whether all versions agree on them. */
export type VersionPart = 'schema' | 'subresources' | 'additionalPrinterColumns' | 'selectableFields';

const COLUMN_TYPES = ['boolean', 'date', 'integer', 'number', 'string'];
const COLUMN_FORMATS = ['', 'int32', 'int64', 'float', 'double', 'byte', 'date', 'date-time', 'password'];
const SIMPLE_PATH = /^(\.[A-Za-z0-9_-]+|\['[^']+'\])+$/;

/**
 * Judges a version.
 *
 * @param at where a part is said to be; undefined where it was judged before.
 */
export function validateVersion(
  version: DefinitionVersion,
  at: (part: VersionPart) => FieldPath | undefined,
  errors: FieldErrors,
): void {
  const schema = version.schema?.openAPIV3Schema;
  const schemaPath = at('schema')?.child('openAPIV3Schema');
  if (schema && schemaPath) validateSchema(schema, schemaPath, errors);
  const columnsPath = at('additionalPrinterColumns');
  for (const [index, column] of (columnsPath ? (version.additionalPrinterColumns ?? []) : []).entries()) {
    validateColumn(column, (columnsPath as FieldPath).index(index), errors);
  }
  const subresources = at('subresources');
  if (version.subresources?.scale && subresources) {
    validateScale(version.subresources.scale, subresources.child('scale'), errors);
  }
  validateSelectable(version, at('selectableFields'), errors);
}

function validateColumn(
  { name, type, format = '', jsonPath }: PrinterColumn,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!name) errors.required(path.child('name'));
  if (!type) errors.required(path.child('type'), `must be one of ${COLUMN_TYPES.join(', ')}`);
  else if (!COLUMN_TYPES.includes(type)) {
    errors.invalid(path.child('type'), type, `must be one of ${COLUMN_TYPES.join(', ')}`);
  }
  if (!COLUMN_FORMATS.includes(format)) {
    errors.invalid(path.child('format'), format, `must be one of ${COLUMN_FORMATS.slice(1).join(', ')}`);
  }
  if (!jsonPath) errors.required(path.child('JSONPath'));
  else if (!isJsonPath(jsonPath))
    errors.invalid(path.child('JSONPath'), jsonPath, 'must be a JSON path that begins with a dot');
}

function isJsonPath(path: string): boolean {
  return path.startsWith('.') && !/[{}]/.test(path) && balanced(path);
}

function balanced(path: string): boolean {
  let depth = 0;
  for (const character of path) {
    if (character === '[') depth++;
    if (character === ']' && --depth < 0) return false;
  }
  return depth === 0;
}

function validateScale(scale: Scale, path: FieldPath, errors: FieldErrors): void {
  const check = (field: keyof Scale, under: readonly string[], required: boolean) => {
    const value = scale[field] ?? '';
    if (value === '') {
      if (required) errors.required(path.child(field));
    } else if (!SIMPLE_PATH.test(value) || !under.some(prefix => value.startsWith(prefix))) {
      errors.invalid(
        path.child(field),
        value,
        `must be a JSON path under ${under.join(' or ')}, without array notation`,
      );
    }
  };
  check('specReplicasPath', ['.spec.'], true);
  check('statusReplicasPath', ['.status.'], true);
  check('labelSelectorPath', ['.spec.', '.status.'], false);
}

function validateSelectable(
  version: DefinitionVersion,
  path: FieldPath | undefined,
  errors: FieldErrors,
): void {
  if (!path) return;
  const seen = new Set<string>();
  for (const [index, { jsonPath = '' }] of (version.selectableFields ?? []).entries()) {
    const at = path.index(index).child('jsonPath');
    if (jsonPath === '') errors.required(at);
    else if (!SIMPLE_PATH.test(jsonPath)) errors.invalid(at, jsonPath, 'must be a simple JSON path');
    else if (seen.has(jsonPath)) errors.duplicate(at, jsonPath);
    seen.add(jsonPath);
  }
  if (seen.size > 8) errors.tooMany(path, seen.size, 8);
}
