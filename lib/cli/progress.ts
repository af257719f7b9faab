import type { Terminal } from './terminal';

/** How long nothing is said, and then how long between two lines, in milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** One line on standard error that says how far a long run is, where a person looks at it. */
export class Progress {
  private readonly start = performance.now();
  private last = this.start + PATIENCE - INTERVAL;
  private isShown = false;

  constructor(private readonly terminal: Terminal) {}

  /** Shows a text, unless the last one is too young. */
  show(text: () => string): void {
    const now = performance.now();
    if (!this.terminal.errIsTerminal || now - this.last < INTERVAL) return;
    this.last = now;
    this.isShown = true;
    this.terminal.err(`\r\x1b[K${text()}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.isShown) this.terminal.err('\r\x1b[K');
    this.isShown = false;
  }
}
