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

function sectionLines({ title, text, table: [header = [], ...rows] }: Section): string[] {
  const alignment = header.map((_, column) => (column === 0 ? '---' : '---:'));
  return ['', `## ${title}`, '', ...text, '', ...[header, alignment, ...rows].map(row)];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
