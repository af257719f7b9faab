import { holdsOwnError, readable, withoutError } from '../../lib/cli/error-text';

const PACKED =
  '/app/node_modules/cdk8s-drydock/build/lib/packed/ABCDEFGH.js:5313\n    throw error;\n    ^\n\n';
const THROWN = 'node:internal/modules/run_main:123\n    triggerUncaughtException(\n    ^\n\n';
const NODE = '\n\nNode.js v20.20.2\n';

describe('an error that nobody caught', () => {
  it.each([PACKED, THROWN])('is shown without what Node puts around it: %j', header => {
    const text = `said before\n${header}PropError: replicas is -1\n    at main.ts:3:1${NODE}`;
    expect(holdsOwnError(text)).toBe(true);
    expect(readable(text)).toBe('said before\nPropError: replicas is -1\n    at main.ts:3:1\n');
    expect(readable(`${header}[OutputError: dist: the disk is full]${NODE}`)).toBe(
      'OutputError: dist: the disk is full\n',
    );
  });

  it('stays as it is where it is the error of the app', () => {
    const text = `/app/main.js:3\nthrow new Error('mine');\n^\n\nError: mine\n    at main.js:3:7${NODE}`;
    expect(holdsOwnError(text)).toBe(false);
    expect(readable(text)).toBe(text);
  });

  it('is left out where it is told elsewhere, and nothing else is', () => {
    const message = '1 finding in 2 objects\n\nrejected: a';
    const rest = (text: string) => withoutError(text, message);
    expect(rest(`before\n${PACKED}VerificationError: ${message}${NODE}`)).toBe('before\n');
    expect(rest(`before\n${THROWN}[VerificationError: ${message}]${NODE}`)).toBe('before\n');
    expect(rest(`before\n${message}\nafter\n`)).toBe('before\nafter\n');
    expect(rest('something else\n')).toBe('something else\n');
  });
});
