import { median } from '../../bench/median';
import { report } from '../../bench/report';
import { inTurns } from '../../bench/turns';

describe('the report of the benchmark', () => {
  const page = report([
    {
      title: 'Speed',
      text: ['What it is.'],
      table: [
        ['', 'ours'],
        ['render', '1 ms'],
        ['both', '12 ms'],
      ],
    },
  ]);

  it('writes a section with its table', () => {
    expect(page).toContain(
      '\n\n## Speed\n\nWhat it is.\n\n|        |  ours |\n| ------ | ----: |\n| render |  1 ms |\n| both   | 12 ms |\n',
    );
  });

  it('names the machine, and no date', () => {
    expect(page).toContain(`Node ${process.versions.node}`);
    expect(page).not.toMatch(/\b20\d\d-\d\d/);
  });
});

describe('a median', () => {
  it('is the middle of the numbers', () => {
    expect(median([9, 1, 5])).toBe(5);
  });
});

describe('turns', () => {
  it('measure everyone as often, and let everyone begin', () => {
    const order: string[] = [];
    const contender = (name: string, time: number) => () => {
      order.push(name);
      return time;
    };
    expect(inTurns(2, [contender('a', 1), contender('b', 2)])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(order.join('')).toBe('abba');
  });
});
