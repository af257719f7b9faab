import { Construct } from 'constructs';
import { PropError } from '../lib/prop-error';
import { StatefulStack } from '../lib/workloads/stateful-stack';
import { testChart } from './render';

const complaint = {
  construct: new Construct(testChart(), 'db'),
  prop: 'replicas',
  problem: 'must be a whole number',
  fix: 'give one',
};

test('the message says where, what is wrong, what was received, what is allowed and the fix', () => {
  expect(new PropError({ ...complaint, received: 1.5, allowed: '0 or more' }).message).toBe(
    'test/db: replicas must be a whole number; received 1.5; allowed: 0 or more; fix: give one',
  );
});

test('a long value is cut, and an unprintable one does not end in another error', () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  expect(new PropError({ ...complaint, received: 'x'.repeat(500) }).message.length).toBeLessThan(250);
  expect(new PropError({ ...complaint, received: circular }).message).toMatch(/received \[object Object\]/);
  expect(new PropError({ ...complaint, received: 5n }).message).toMatch(/received 5/);
});

test('the stack shows the line of the caller, and none of the library', () => {
  const build = () => new StatefulStack(testChart(), 'db', { replicas: -1, container: { image: 'a:1' } });
  let stack = '';
  try {
    build();
  } catch (error) {
    stack = (error as Error).stack ?? '';
  }
  expect(stack).toContain('prop-error.test.ts');
  expect(stack).not.toMatch(/lib[/\\](workloads|prop-error\.ts)|node_modules/);
});
