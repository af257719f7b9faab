import { childrenOf } from '../../cel/children';
import type { Expression } from '../../cel/expression';
import { parse } from '../../cel/parser';

/** The functions and methods of CEL itself. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  [
    'bool bytes contains double duration dyn endsWith int matches size startsWith string timestamp type uint',
    'getDate getDayOfMonth getDayOfWeek getDayOfYear getFullYear getHours getMilliseconds getMinutes getMonth',
    'getSeconds',
  ]
    .join(' ')
    .split(' '),
);
const MACROS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);
const OPERATOR = /^[^a-z]/i;
const OPTIONAL_INDEX = '_[?_]';

/** Whether a rule asks for nothing but CEL itself, so that what is at fault for an error is the value. */
export function isStandardRule(rule: string): boolean {
  try {
    return isStandard(parse(rule));
  } catch {
    return false;
  }
}

function isStandard(expression: Expression): boolean {
  switch (expression.node) {
    case 'select':
      if (expression.optional) return false;
      break;
    case 'call':
      if (!isKnown(expression.name)) return false;
      break;
    case 'comprehension':
      if (!MACROS.has(expression.macro) || expression.variables.length > 1) return false;
      break;
    case 'list':
      if (expression.items.some(({ optional }) => optional)) return false;
      break;
    case 'map':
      if (expression.entries.some(({ optional }) => optional)) return false;
      break;
    case 'struct':
      return false;
  }
  return childrenOf(expression).every(isStandard);
}

function isKnown(name: string): boolean {
  return FUNCTIONS.has(name) || (OPERATOR.test(name) && name !== OPTIONAL_INDEX);
}
