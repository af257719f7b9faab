type Program = (bindings: { readonly self: never }) => unknown;
type Compiler = (rule: string) => Program;

const programs = new Map<string, Program | undefined>();
let compiler: Compiler | undefined;

/** What a rule in CEL comes to for a value; undefined where it cannot be evaluated here. */
export function evaluate(rule: string, self: unknown): unknown {
  try {
    if (!programs.has(rule)) programs.set(rule, compiled(rule));
    return programs.get(rule)?.({ self: self as never });
  } catch {
    return undefined;
  }
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
  const { celEnv, parse, plan } = require('@bufbuild/cel') as typeof import('@bufbuild/cel');
  const environment = celEnv({});
  return rule => plan(environment, parse(rule)) as Program;
}
