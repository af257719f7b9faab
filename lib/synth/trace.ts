import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IConstruct, Node } from 'constructs';
import { workingFolder } from './environment';

/** Frames that are kept of a stack: constructs in constructs lie between the object and the user's line. */
const DEPTH = 200;

/** The library, whose lines say nothing to the user. */
const LIBRARY = dirname(__dirname);

type Adder = (child: IConstruct, id: string) => void;

/**
 * Remembers where each construct of an app is created. It changes the nodes of this app alone, one by one as they
 * come, and no class: the rest of the process does not notice.
 */
export class Trace {
  private readonly stacks = new WeakMap<IConstruct, Error>();

  /** @param root an app that has no children yet. */
  constructor(root: IConstruct) {
    this.follow(root.node);
  }

  /** Where a construct was created, as `main.ts:12:3`; undefined where no line of the user's led to it. */
  sourceOf(construct: IConstruct): string | undefined {
    const frames = this.stacks.get(construct)?.stack?.split('\n').slice(1) ?? [];
    for (const frame of frames) {
      const place = placeIn(frame);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  private follow(node: Node): void {
    const add = Reflect.get(node, 'addChild') as Adder;
    const traced: Adder = (child, id) => {
      add.call(node, child, id);
      this.stacks.set(child, stackOf(traced));
      this.awaitNode(child);
    };
    Object.defineProperty(node, 'addChild', { value: traced });
  }

  /** A construct is added to its scope before it has its own node. */
  private awaitNode(construct: IConstruct): void {
    Object.defineProperty(construct, 'node', {
      configurable: true,
      enumerable: true,
      get: () => undefined,
      set: (node: Node) => {
        Object.defineProperty(construct, 'node', {
          value: node,
          writable: true,
          configurable: true,
          enumerable: true,
        });
        this.follow(node);
      },
    });
  }
}

function stackOf(behind: (...args: never[]) => unknown): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = DEPTH;
  const stack = new Error();
  Error.captureStackTrace(stack, behind);
  Error.stackTraceLimit = stackTraceLimit;
  return stack;
}

/** The file, line and column of a frame, unless it is of a library or of Node. */
function placeIn(frame: string): string | undefined {
  const [, file, position] = /\(?((?:file:\/\/|\/|[A-Za-z]:[\\/])[^()]*?)(:\d+:\d+)\)?$/.exec(frame) ?? [];
  if (file === undefined) return undefined;
  const path = file.startsWith('file://') ? fileURLToPath(file) : file;
  if (path.includes(`${sep}node_modules${sep}`) || path.startsWith(LIBRARY + sep)) return undefined;
  return `${relative(workingFolder(), path)}${position}`;
}
