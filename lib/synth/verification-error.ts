import { isTraced, TRACE_VARIABLE } from './environment';
import { findingText } from './finding-text';
import type { SynthFinding } from './synth-finding';
import { SynthesisError } from './synthesis-error';

/** How many findings a message shows; the error has them all. */
const SHOWN = 50;

/** What was found in the objects of an app, so that it is not synthesized. Nothing was written. */
export class VerificationError extends SynthesisError {
  override get name(): string {
    return 'VerificationError';
  }

  // Private, so that the runtime prints the message and nothing beside it.
  readonly #findings: readonly SynthFinding[];

  constructor(findings: readonly SynthFinding[], objects: number) {
    super(messageOf(findings, objects));
    this.#findings = findings;
  }

  /** What fails, in the order of the objects. */
  get findings(): readonly SynthFinding[] {
    return this.#findings;
  }
}

function messageOf(findings: readonly SynthFinding[], objects: number): string {
  const left = findings.length - SHOWN;
  return [
    `${counted(findings.length, 'finding')} in ${counted(objects, 'object')}; nothing was written`,
    ...findings.slice(0, SHOWN).map(findingText),
    ...(left > 0 ? [`and ${counted(left, 'more finding')}`] : []),
    ...(isTraced() ? [] : [`to see the lines of your source, run drydock synth, or set ${TRACE_VARIABLE}=1`]),
  ].join('\n\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
