import type { Terminal } from './terminal';

/** How long nothing is said, and then how long between two lines, in milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** One line on standard error that says how far a long run is, where a person looks at it. */
export class Progress {
  // Not performance.now(), for which Node loads more than it takes to judge a manifest.
  private last = Date.now() + PATIENCE - INTERVAL;
  private isShown = false;

  constructor(private readonly terminal: Terminal) {}

  /** Shows a text, unless the last one is too young. */
  show(text: () => string): void {
    if (!this.terminal.errIsTerminal) return;
    const now = Date.now();
    if (now - this.last < INTERVAL) return;
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
