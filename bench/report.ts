import { cpus, totalmem } from 'node:os';

/** A part of the page: what was measured and how, then its table, whose first row is the header. */
export interface Section {
  readonly title: string;
  readonly text: readonly string[];
  readonly table: readonly (readonly string[])[];
}

/** The page of results. It bears no date, so that two runs differ in numbers alone. */
export function report(sections: readonly Section[]): string {
  const [{ model = 'unknown' } = {}] = cpus();
  return [
    '# Results of `npm run bench`',
    '',
    `${cpus().length} x ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, the compiled package.`,
    'Medians; what is compared was measured in one run, in turns.',
    ...sections.flatMap(sectionLines),
    '',
  ].join('\n');
}

function sectionLines({ title, text, table }: Section): string[] {
  return ['', `## ${title}`, '', ...text, '', ...tableLines(table)];
}

/** A table whose columns are as wide in the text as on the page: the first to the left, numbers to the right. */
function tableLines([header = [], ...rows]: Section['table']): string[] {
  const widths = header.map((_, column) =>
    Math.max(3, ...[header, ...rows].map(row => row[column]?.length ?? 0)),
  );
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const padded = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  return [padded(header), rule, ...rows.map(padded)].map(cells => `| ${cells.join(' | ')} |`);
}
