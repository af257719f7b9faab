import { countByKind } from '../../bench/manifest';
import { stackObjects } from '../../bench/stack-objects';
import { checkVerdicts, measureVerify } from '../../bench/verdicts';
import { filesSection, memorySection, startSection } from '../../bench/verifier-sections';
import { webObjects } from '../../bench/web-objects';

describe('the objects that the verifier is measured on', () => {
  it('are four of each stack', () => {
    expect(countByKind(stackObjects(2))).toEqual({ PodDisruptionBudget: 2, Service: 4, StatefulSet: 2 });
  });

  it('are five of each web application', () => {
    const kinds = { ConfigMap: 2, Deployment: 2, Ingress: 2, Role: 2, RoleBinding: 2 };
    expect(countByKind(webObjects(2))).toEqual(kinds);
  });

  it.each([
    ['stacks', stackObjects(2)],
    ['web applications', webObjects(2)],
  ])('share no part with each other: %s', (_, objects) => {
    const seen = new Set<unknown>();
    const isNew = (value: unknown): boolean => {
      if (typeof value !== 'object' || value === null) return true;
      const fresh = !seen.has(value);
      seen.add(value);
      return fresh && Object.values(value).every(isNew);
    };
    expect(objects.every(isNew)).toBe(true);
  });

  it.each([
    ['stacks', stackObjects(3)],
    ['web applications', webObjects(3)],
  ])('are taken as they are, and refused when broken: %s', (name, objects) => {
    expect(() => checkVerdicts({ name, objects })).not.toThrow();
    expect(measureVerify({ name, objects })).toEqual(expect.any(Number));
  });

  it('are not measured when something is wrong with them', () => {
    const objects = stackObjects(1).map(object => ({ ...object, spec: 'none' }));
    expect(() => checkVerdicts({ name: 'bad', objects })).toThrow(/^bad: found spec /);
  });

  it('are not measured when not all of them can be judged', () => {
    const objects = [{ apiVersion: 'shop.example/v1', kind: 'Till', metadata: { name: 'till' } }];
    expect(() => checkVerdicts({ name: 'custom', objects })).toThrow(/not every object/);
  });
});

describe('the sections of the verifier', () => {
  it('hold the time of an object against what it may take', () => {
    const { table } = memorySection([{ name: 'mix', objects: [{}, {}], times: [20, 5, 8] }]);
    expect(table[1]).toEqual(['mix', '2', '8.0 us', '10 us', '0.80']);
  });

  it('hold the start against what it may take, and say what a process takes', () => {
    const runs = [{ name: 'Pod', times: [9, 7, 7] }];
    const { text, table } = startSection({ name: '', times: [40] }, { name: '', times: [2] }, runs);
    expect(text.join(' ')).toContain('takes 40.0 ms');
    expect(text.join(' ')).toContain('takes Node 2.0 ms');
    expect(table[1]).toEqual(['Pod', '7.0 ms', '10 ms', '0.70']);
  });

  it('take the start off the files, and compare with the last reader', () => {
    const { text, table } = filesSection({ objects: 1000, files: 10 }, [
      { name: 'ours', times: [127], startTimes: [100] },
      { name: 'theirs', times: [68], startTimes: [50] },
    ]);
    expect(text.join(' ')).toContain('here it takes 0.75 of that');
    expect(table.slice(1)).toEqual([
      ['ours', '30.0 us', '1.50'],
      ['theirs', '20.0 us', '1.00'],
    ]);
  });
});
