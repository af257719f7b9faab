import type { IConstruct } from 'constructs';

/** What a constructor or method has to say of a value that it cannot take. */
export interface PropComplaint {
  /** The construct that was given the value. Left out by values that exist before any construct: a size. */
  readonly construct?: IConstruct;
  /** The property, as the caller wrote it: `container.ports[0].name`. */
  readonly prop: string;
  /** What is wrong, worded to follow the property's name: `must be a whole number`. */
  readonly problem: string;
  /** The value. Left out where showing it could show a secret. */
  readonly received?: unknown;
  /** What would be taken: `0 or more`. */
  readonly allowed?: string;
  /** What the caller most likely wants to do. */
  readonly fix: string;
}

/**
 * The one error that Drydock's constructs throw. The message names the construct's path, the property, what is
 * wrong, the value received, what is allowed and the likely fix; the stack holds the caller's own lines alone.
 */
export class PropError extends Error {
  override get name(): string {
    return 'PropError';
  }

  // Private, so that the runtime prints the message and nothing beside it.
  readonly #complaint: PropComplaint;

  constructor(complaint: PropComplaint) {
    super(messageOf(complaint));
    this.#complaint = complaint;
    this.stack = withoutLibraryFrames(this.stack);
  }

  /** Path of the construct in the tree; empty where the value was in no construct yet. */
  get path(): string {
    return this.#complaint.construct?.node.path ?? '';
  }

  /** The property, as the caller wrote it. */
  get prop(): string {
    return this.#complaint.prop;
  }
}

function messageOf({ construct, prop, problem, received, allowed, fix }: PropComplaint): string {
  const where = construct ? `${construct.node.path || 'app'}: ` : '';
  const parts = [`${where}${prop} ${problem}`];
  if (received !== undefined) parts.push(`received ${show(received)}`);
  if (allowed !== undefined) parts.push(`allowed: ${allowed}`);
  parts.push(`fix: ${fix}`);
  return parts.join('; ');
}

function show(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  const text = jsonOf(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function withoutLibraryFrames(stack: string | undefined): string | undefined {
  return stack
    ?.split('\n')
    .filter(
      line =>
        !/^ {4}at /.test(line) || !(line.includes(__dirname) || /[/\\]node_modules[/\\]|node:/.test(line)),
    )
    .join('\n');
}
