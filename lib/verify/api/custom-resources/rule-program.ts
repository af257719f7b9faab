import { asOptional, ruleFunctions } from './rule-functions';
import { isStandardRule } from './standard-rule';

/** What a rule speaks of, as CEL has it. */
export interface RuleBindings {
  readonly self: unknown;
  /** The value before the update. @default - there is none */
  readonly oldSelf?: unknown;
  /** Whether `oldSelf` is an optional: there may be none. @default false */
  readonly optional?: boolean;
}

/** What a rule comes to. */
export interface Evaluation {
  /** Undefined where it cannot be evaluated, or not here. */
  readonly value?: unknown;
  /** Why it cannot be evaluated anywhere, worded to follow the name of the field. */
  readonly fault?: string;
}

type Bindings = Readonly<Record<string, unknown>>;
type Program = (bindings: never) => unknown;
type Compiler = (rule: string) => Program;

const programs = new Map<string, Program | undefined>();
let compiler: Compiler | undefined;

/** What a rule in CEL comes to for a value. */
export function evaluate(rule: string, { self, oldSelf, optional }: RuleBindings): Evaluation {
  const bindings: Bindings = {
    self,
    ...(optional ? { oldSelf: asOptional(oldSelf) } : oldSelf !== undefined && { oldSelf }),
  };
  try {
    const value = programOf(rule)?.(bindings as never);
    return value instanceof Error ? { fault: faultOf(value, rule) } : { value };
  } catch {
    return {};
  }
}

/** What values alone are at fault for: the library says it, where all that the rule calls is known to it. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^field not found: (.*)$/, 'has no $1, which a rule asks for'],
  [/^index (\d+) out of bounds.*$/, 'has no item $1, which a rule asks for'],
  [/ divide by zero$/, 'is divided by zero in a rule'],
];

function faultOf({ message }: Error, rule: string): string | undefined {
  const [pattern, text] = FAULTS.find(([known]) => known.test(message)) ?? [];
  return pattern && text && isStandardRule(rule) ? message.replace(pattern, text) : undefined;
}

/** Formats of texts that are of a type of their own in CEL, and the expressions that make them. */
const TYPED_TEXTS: ReadonlyMap<string, string> = new Map([
  ['date', "timestamp(text + 'T00:00:00Z')"],
  ['date-time', 'timestamp(text)'],
  ['duration', 'duration(text)'],
]);

/**
 * A text as CEL has it: of some formats it is bytes, a time or a duration.
 *
 * @throws Error where it is not of its format.
 */
export function celText(text: string, format: string | undefined): unknown {
  if (format === 'byte') return new Uint8Array(Buffer.from(text, 'base64'));
  const expression = format === undefined ? undefined : TYPED_TEXTS.get(format);
  if (expression === undefined) return text;
  const program = programOf(expression);
  const value = program?.({ text } as never);
  if (value === undefined || value instanceof Error) throw new Error(`not of the format ${format}`);
  return value;
}

function programOf(rule: string): Program | undefined {
  if (!programs.has(rule)) programs.set(rule, compiled(rule));
  return programs.get(rule);
}

function compiled(rule: string): Program | undefined {
  try {
    compiler ??= loadCompiler();
    return compiler(rule);
  } catch {
    return undefined;
  }
}

/** Loading takes longer than everything else that the verifier does: only custom resources with rules pay for it. */
function loadCompiler(): Compiler {
  const cel = require('@bufbuild/cel') as typeof import('@bufbuild/cel');
  const environment = cel.celEnv({ funcs: ruleFunctions(cel) });
  return rule => cel.plan(environment, cel.parse(rule)) as Program;
}
