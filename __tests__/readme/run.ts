import { type ModuleItem, parseSync, transformSync } from '@swc/core';
import * as cdk8s from 'cdk8s';
import type { Snippet } from './snippet';

/** What a line says of its value: `db.seedList(); // postgres-0.postgres:5432`. */
interface Claim {
  readonly line: string;
  readonly said: string;
  readonly value: unknown;
}

/**
 * Runs a snippet with the modules of the tests, and renders every app that it makes.
 *
 * @returns what it says of values that is not so. Behind an expression a comment states its value: a text or a
 * number (and after a colon whatever there is to say of it), the items of a list with `...` for the rest, or the
 * keys of an object.
 */
export function runSnippet({ text }: Snippet, load: NodeJS.Require): string[] {
  const apps: cdk8s.App[] = [];
  class RecordedApp extends cdk8s.App {
    constructor(props?: cdk8s.AppProps) {
      super(props);
      apps.push(this);
    }
  }
  const claims: Claim[] = [];
  const { code } = transformSync(withClaims(text), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  new Function('require', 'exports', 'claim', code)(
    (name: string) => (name === 'cdk8s' ? { ...cdk8s, App: RecordedApp } : load(name)),
    {},
    (line: string, said: string, value: unknown) => claims.push({ line, said, value }),
  );
  for (const app of apps) app.synthYaml();
  return claims
    .filter(claim => !holds(claim))
    .map(({ line, value }) => `${line} is ${JSON.stringify(value)}`);
}

/** The snippet, with a call of `claim` in place of each line that states a value. */
function withClaims(text: string): string {
  return text
    .split('\n')
    .map(line => {
      const [, code, said] = /^(\S.*); \/\/ (.+)$/.exec(line) ?? [];
      if (code === undefined || !isExpression(code)) return line;
      return `claim(${JSON.stringify(line)}, ${JSON.stringify(said)}, ${code});`;
    })
    .join('\n');
}

function isExpression(code: string): boolean {
  try {
    const body: ModuleItem[] = parseSync(code, { syntax: 'typescript' }).body;
    return body.length === 1 && body[0]?.type === 'ExpressionStatement';
  } catch {
    // A line of a longer statement.
    return false;
  }
}

function holds({ said, value }: Claim): boolean {
  if (typeof value === 'object' && value !== null) {
    const items = Array.isArray(value) ? value.map(String) : Object.keys(value);
    const open = said.endsWith(', ...');
    const named = (open ? said.slice(0, -', ...'.length) : said).split(', ');
    return (open || named.length === items.length) && named.every((name, index) => name === items[index]);
  }
  return said === String(value) || said.startsWith(`${value}: `);
}
