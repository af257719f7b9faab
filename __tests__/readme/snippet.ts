/** A piece of code in a document. */
export interface Snippet {
  /** Where it begins: `README.md:57`. */
  readonly place: string;
  /** The language that the fence names. */
  readonly language: string;
  readonly text: string;
}

/** The fenced pieces of code of a Markdown document. */
export function snippetsOf(document: string, text: string): Snippet[] {
  const lines = text.split('\n');
  const fences = [...lines.entries()].filter(([, line]) => /^\s*```/.test(line)).map(([index]) => index);
  if (fences.length % 2 > 0) throw new Error(`${document}: a fence is not closed`);
  return fences.flatMap((open, index) =>
    index % 2 > 0
      ? []
      : [
          {
            place: `${document}:${open + 2}`,
            language: lines[open]?.trim().slice(3) ?? '',
            text: lines.slice(open + 1, fences[index + 1]).join('\n'),
          },
        ],
  );
}

/** What a snippet has to throw, from its first line `// throws: <regex>`; undefined where it has to end well. */
export function expectedError({ text }: Snippet): RegExp | undefined {
  const pattern = /^\/\/ throws: (.+)$/m.exec(text.split('\n', 1)[0] ?? '')?.[1];
  return pattern === undefined ? undefined : new RegExp(pattern, 's');
}
