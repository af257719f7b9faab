import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { MACHINE_DISK } from '../../../lib/synth/write-output/disk';
import { type Holder, THIS_PROCESS } from '../../../lib/synth/write-output/holder';
import { isLockLeftBehind, takeLock } from '../../../lib/synth/write-output/lock';
import { systemError, watchedDisk } from './faulty-disk';
import { temporaryFolder } from './folder-tree';

/** Who waits as often as it is told, and does something each time. */
const patient = (times: number, act: () => void = () => undefined): Holder => ({
  ...THIS_PROCESS,
  wait: count => {
    act();
    return count < times;
  },
});

const newLock = (): string => join(temporaryFolder(), '.dist.lock');
const take = (lock: string, holder: Holder, disk = MACHINE_DISK) => takeLock(lock, 'dist', disk, holder);

/** A process that runs, of which the lock says that it was started at another time, or on another machine. */
const another = (changes: { start?: string; host?: string } = {}): string => {
  const [id, start, thread] = THIS_PROCESS.name.split(' ');
  return `${id} ${changes.start ?? start} ${Number(thread) + 1} ${changes.host ?? hostname()}\n`;
};

describe('a lock', () => {
  it('says who has it, and is gone when it is given back', () => {
    const lock = newLock();
    const release = take(lock, THIS_PROCESS);
    expect(readFileSync(lock, 'utf8')).toMatch(/^\d+ \S+ \d+ .+\n$/);
    release();
    expect(existsSync(lock)).toBe(false);
  });

  it('is waited for, and taken when it is given back', () => {
    const lock = newLock();
    writeFileSync(lock, another());
    let waits = 0;
    const release = take(
      lock,
      patient(5, () => {
        if (++waits === 3) MACHINE_DISK.deleteFile(lock);
      }),
    );
    expect([waits, readFileSync(lock, 'utf8')]).toEqual([3, `${THIS_PROCESS.name}\n`]);
    release();
  });

  it('of a process that runs is left alone, and the error says whose it is', () => {
    const lock = newLock();
    writeFileSync(lock, another());
    expect(() => take(lock, patient(2))).toThrow(
      `dist: process ${process.pid} is writing there; fix: wait until it has ended, or delete ${lock} if there is none`,
    );
    expect(readFileSync(lock, 'utf8')).toBe(another());
  });

  it.each([
    ['a process that is gone', `999999999 - 0 ${hostname()}\n`, 0],
    ['a process whose number another one has now', another({ start: '1' }), 0],
    ['nobody, some seconds old', '', 10],
    ['half a name, some seconds old', '12', 10],
    ['another machine, long ago', another({ host: 'elsewhere' }), 3600],
  ])('of %s is taken over', (_, owner, seconds) => {
    const lock = newLock();
    writeFileSync(lock, owner);
    const then = Date.now() / 1000 - seconds;
    utimesSync(lock, then, then);
    expect(isLockLeftBehind(lock, MACHINE_DISK, THIS_PROCESS)).toBe(true);
    take(lock, patient(0))();
    expect(existsSync(lock)).toBe(false);
    expect(existsSync(`${lock}-old`)).toBe(false);
  });

  it.each([
    ['nobody, made just now', ''],
    ['another machine', another({ host: 'elsewhere' })],
    ['another machine, with a number that nobody has here', '999999999 - 0 elsewhere\n'],
  ])('of %s is not', (_, owner) => {
    const lock = newLock();
    writeFileSync(lock, owner);
    expect(isLockLeftBehind(lock, MACHINE_DISK, THIS_PROCESS)).toBe(false);
    expect(() => take(lock, patient(0))).toThrow(/ is writing there/);
  });

  it('that has become that of somebody else while it was judged is put back', () => {
    const lock = newLock();
    writeFileSync(lock, `999999999 - 0 ${hostname()}\n`);
    const disk = watchedDisk((step, args) => {
      if (step === 'move' && args[0] === lock) writeFileSync(lock, another());
    });
    expect(() => take(lock, patient(0), disk)).toThrow(/ is writing there/);
    expect(readFileSync(lock, 'utf8')).toBe(another());
  });

  it('needs no space on the disk', () => {
    const lock = newLock();
    const disk = watchedDisk((step, args) => {
      if (step !== 'create') return;
      writeFileSync(String(args[0]), '');
      throw systemError('ENOSPC');
    });
    take(lock, THIS_PROCESS, disk)();
    expect(existsSync(lock)).toBe(false);
  });
});
