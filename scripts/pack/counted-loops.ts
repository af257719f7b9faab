import { type ArrayPattern, type Expression, type ForOfStatement, type Pattern, parse } from 'acorn';
import { simple } from 'acorn-walk';

/** A piece of the code, and what takes its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What loops go through: a list as it is, of anything else a list. */
const LISTS = `const $list = (all) => Array.isArray(all) ? all : [...all];
const $entries = (all) => Array.isArray(all) ? all : [...all.entries()];
`;

const USE_STRICT = '"use strict";\n';

/**
 * Writes every `for (const ... of ...)` as a loop that counts, and takes pairs apart by their places. Until V8
 * optimizes a function, which most never see in the second that a run takes, an iterator costs a call and an object for
 * each item, and a pair an iterator more.
 *
 * A set or a map is read before the first turn: a loop must not add to one that it goes through. A list may grow. What
 * a generator gives is left to it.
 *
 * @param generators the names of generators.
 */
export function withCountedLoops(code: string, generators: ReadonlySet<string>): string {
  const edits: Edit[] = [];
  let loops = 0;
  simple(parse(code, { ecmaVersion: 2022 }), {
    ForOfStatement(loop) {
      if (!loop.await && !isLazy(loop.right, generators)) edits.push(...editsOf(code, loop, loops++));
    },
  });
  return edits.length === 0 ? code : withEdits(code, edits).replace(USE_STRICT, USE_STRICT + LISTS);
}

/** The names of the generators that are declared in a file. */
export function generatorsIn(code: string): string[] {
  const names: string[] = [];
  simple(parse(code, { ecmaVersion: 2022, sourceType: 'module' }), {
    Function(node) {
      if (node.generator && node.id) names.push(node.id.name);
    },
    MethodDefinition({ key, value }) {
      if (value.generator && key.type === 'Identifier') names.push(key.name);
    },
  });
  return names;
}

/** Whether it calls a generator, or something that has no name. */
function isLazy(source: Expression, generators: ReadonlySet<string>): boolean {
  if (source.type !== 'CallExpression') return false;
  const { callee } = source;
  const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property : callee;
  return name.type !== 'Identifier' || generators.has(name.name);
}

function editsOf(code: string, { left, right, body, start }: ForOfStatement, id: number): Edit[] {
  if (left.type !== 'VariableDeclaration') return [];
  const names = { all: `$all${id}`, at: `$at${id}`, from: `$from${id}`, item: `$item${id}` };
  const { source, open, close, items } = formOf(code, left.declarations[0]?.id as Pattern, right, names);
  const { all, at } = names;
  const turn = `${at} = 0; ${at} < ${all}.length; ${at}++) { ${left.kind} ${items.join(', ')}; `;
  return [
    { start, end: source.start, text: `for (let ${open}` },
    { start: source.end, end: body.start, text: `${close}, ${turn}` },
    { start: body.end, end: body.end, text: ' }' },
  ];
}

/** The names that a loop needs for itself. */
type Names = Readonly<Record<'all' | 'at' | 'from' | 'item', string>>;

/** What a loop goes through, the text around it that declares the list of it, and what an item is declared as. */
interface Form {
  readonly source: Expression;
  readonly open: string;
  readonly close: string;
  readonly items: readonly string[];
}

function formOf(code: string, pattern: Pattern, source: Expression, { all, at, from, item }: Names): Form {
  const list = { source, open: `${all} = $list(`, close: ')' };
  if (pattern.type !== 'ArrayPattern' || !isPlain(pattern)) {
    return { ...list, items: [`${textOf(code, pattern)} = ${all}[${at}]`] };
  }
  const owner = tryEntries(source);
  if (!owner) {
    const places = pattern.elements.map((_, place) => `${item}[${place}]`);
    return { ...list, items: [`${item} = ${all}[${at}]`, ...partsOf(code, pattern, places)] };
  }
  const isList = `${from} === ${all}`;
  const entry = [`${isList} ? ${at} : ${all}[${at}][0]`, `${isList} ? ${all}[${at}] : ${all}[${at}][1]`];
  return {
    source: owner,
    open: `${from} = `,
    close: `, ${all} = $entries(${from})`,
    items: partsOf(code, pattern, entry),
  };
}

/** Whether it takes its parts by their places alone: without defaults, and without a rest. */
function isPlain({ elements }: ArrayPattern): boolean {
  return elements.every(part => part?.type !== 'AssignmentPattern' && part?.type !== 'RestElement');
}

/** What `entries()` is called of. */
function tryEntries(call: Expression): Expression | undefined {
  if (call.type !== 'CallExpression' || call.arguments.length > 0) return undefined;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined;
  const { property } = callee;
  return property.type === 'Identifier' && property.name === 'entries' ? callee.object : undefined;
}

/** A declaration for each part that is wanted. */
function partsOf(code: string, { elements }: ArrayPattern, values: readonly string[]): string[] {
  return elements.flatMap((part, place) => (part ? [`${textOf(code, part)} = ${values[place]}`] : []));
}

function textOf(code: string, { start, end }: Pattern): string {
  return code.slice(start, end);
}

function withEdits(code: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(code.slice(at, start), text);
    at = end;
  }
  return [...parts, code.slice(at)].join('');
}
