/** A packed file as CommonJS. */
export interface CommonJs {
  readonly code: string;
  /** What it imports, by its own names: the file, and what that calls it. */
  readonly imports: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
  /** Its own names of what it exports, by the names that others see. */
  readonly exports: ReadonlyMap<string, string>;
}

const IMPORT = /^import (?:\{([^}]*)\} from )?"(.+)";$/gm;
const IMPORT_ALL = /^import \* as (\w+) from "(.+)";$/gm;
const EXPORT = /^export \{([^}]*)\};$/gm;
const REQUIRE = /__require\("(.+?)"\)/g;

/**
 * Turns the imports and exports of an ES module that esbuild wrote into CommonJS. esbuild can do that itself, with a
 * getter for each export; plain fields cost less when a file is loaded and when a function is called. They are right
 * as long as nothing that is exported is assigned again, which the linter holds us to.
 *
 * @param required what stands in place of a `require` of a specifier.
 * @throws Error when the module has an import or export of another form.
 */
export function commonJs(text: string, required: (specifier: string) => string): CommonJs {
  const imports = new Map<string, { file: string; name: string }>();
  const exports = new Map<string, string>();
  const code = text
    .replace(REQUIRE, (_, specifier: string) => required(specifier))
    .replace(IMPORT_ALL, (_, name: string, file: string) => `const ${name} = require("${file}");`)
    .replace(IMPORT, (_, names: string | undefined, file: string) => {
      if (names === undefined) return `require("${file}");`;
      const fields = pairsIn(names).map(([name, local]) => {
        imports.set(local, { file, name });
        return `${name}: ${local}`;
      });
      return `const { ${fields.join(', ')} } = require("${file}");`;
    })
    .replace(EXPORT, (_, names: string) => {
      const fields = pairsIn(names).map(([local, name]) => {
        exports.set(name, local);
        return `${JSON.stringify(name)}: ${local}`;
      });
      return `module.exports = { ${fields.join(', ')} };`;
    });
  const other = /^(import|export)\b.*/m.exec(code);
  if (other) throw new Error(`cannot be packed: ${other[0]}`);
  return { code: `"use strict";\n${code}`, imports, exports };
}

/** The pairs of `a as b, c`; the second of a pair may be a text in quotes. */
function pairsIn(list: string): [string, string][] {
  const parts = list.split(',').map(part => part.trim());
  return parts
    .filter(part => part !== '')
    .map(part => {
      const [first = '', second = first] = part.split(' as ');
      return [first, second.replace(/^"|"$/g, '')];
    });
}
