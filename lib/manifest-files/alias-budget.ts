/**
 * How much of a document may come from aliases, as kubectl's YAML library counts: nearly all of a small one, a
 * tenth of a large one. A few lines of aliases of aliases would otherwise stand for billions of values.
 */
export class AliasBudget {
  private values = 0;
  private aliased = 0;

  /** Counts a value that stands in the text. */
  addValue(): void {
    this.values += 1;
  }

  /** Counts an alias that stands for so many values. */
  addAlias(values: number): void {
    this.values += 1 + values;
    this.aliased += values;
  }

  get isExceeded(): boolean {
    return this.aliased > 100 && this.values > 1000 && this.aliased / this.values > allowedShare(this.values);
  }
}

const SMALL = 400_000;
const LARGE = 4_000_000;

function allowedShare(values: number): number {
  if (values <= SMALL) return 0.99;
  if (values >= LARGE) return 0.1;
  return 0.99 - (0.89 * (values - SMALL)) / (LARGE - SMALL);
}
