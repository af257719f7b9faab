import v8 from 'node:v8';

type LateOptimization = typeof import('../../../lib/synth/environment/late-optimization');

/** What V8 optimizes by itself after. */
const BY_ITSELF = '--interrupt-budget=67584';

const { NODE_OPTIONS } = process.env;
let flags: string[];
let optimizingLate: LateOptimization['optimizingLate'];

beforeEach(() => {
  flags = [];
  jest.spyOn(v8, 'setFlagsFromString').mockImplementation(flag => {
    flags.push(flag);
  });
  jest.resetModules();
  ({ optimizingLate } = require('../../../lib/synth/environment/late-optimization') as LateOptimization);
});

afterEach(() => {
  jest.restoreAllMocks();
  if (NODE_OPTIONS === undefined) delete process.env.NODE_OPTIONS;
  else process.env.NODE_OPTIONS = NODE_OPTIONS;
});

describe('V8 optimizes late', () => {
  test('while something runs, and as before when it has run', () => {
    const result = optimizingLate(() => flags.length);

    expect(result).toBe(1);
    expect(flags).toEqual([expect.stringMatching(/^--interrupt-budget=\d{6,}$/), BY_ITSELF]);
  });

  test('as before when what runs throws', () => {
    const fail = () => {
      throw new Error('failed');
    };

    expect(() => optimizingLate(fail)).toThrow('failed');
    expect(flags.at(-1)).toBe(BY_ITSELF);
  });

  test('as before when the outermost has run', () => {
    optimizingLate(() => {
      optimizingLate(() => undefined);
      expect(flags).not.toContain(BY_ITSELF);
    });

    expect(flags.at(-1)).toBe(BY_ITSELF);
  });

  test('not where the user says when, to Node', () => {
    process.env.NODE_OPTIONS = '--interrupt_budget=1000';

    expect(optimizingLate(() => 'done')).toBe('done');
    expect(flags).toEqual([]);
  });
});

test('V8 optimizes by itself after what this version says', () => {
  const { stdout } = require('node:child_process').spawnSync(process.execPath, ['--v8-options'], {
    encoding: 'utf8',
  });

  expect(stdout).toMatch(/--interrupt-budget \([^\n]*\n\s+type: int\s+default: --interrupt-budget=67584\b/);
});
