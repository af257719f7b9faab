import { scheduleComplaint } from '../../../../lib/verify/api/workloads/cron-schedule';
import { isTimeZone } from '../../../../lib/verify/api/workloads/time-zones';

test.each([
  '* * * * *',
  '0 3 * * 0',
  '*/5 * * * *',
  '0-30/10,45 8-18 * JAN-Mar mon,WED',
  '? ? ? ? ?',
  '5/15 * * * *',
  '1,,2 * * * *',
  '*-7 * * * *',
  '007 +3 * * *',
  '  0\t3  * * *  ',
  '@daily',
  '@every 1h30m',
  '@every 0.5s',
  'TZ=Europe/Berlin 0 3 * * *',
  'CRON_TZ= 0 3 * * *',
  'TZ=UTC @hourly',
])('%j is a schedule', schedule => {
  expect(scheduleComplaint(schedule)).toBeUndefined();
});

test.each([
  ['', /5 fields.* has 0/],
  ['* * * *', /5 fields.* has 4/],
  ['0 0 3 * * *', /5 fields.* has 6/],
  ['60 * * * *', /0 to 59.*minute/],
  ['* 24 * * *', /0 to 23.*hour/],
  ['* * 0 * *', /1 to 31.*day of month/],
  ['* * * 13 *', /1 to 12.*month/],
  ['* * * * 7', /0 to 6.*day of week/],
  ['* * * * sunday', /'sunday'/],
  ['* * * L *', /'L'/],
  ['30-10 * * * *', /begin before/],
  ['30-10/2 * * * *', /begin before/],
  ['1-2-3 * * * *', /two hyphens/],
  ['*/5/2 * * * *', /two slashes/],
  ['0-60/10 * * * *', /0 to 59/],
  ['*/0 * * * *', /steps of 1/],
  ['*/x * * * *', /steps of 1/],
  ['-5 * * * *', /must not have ''/],
  ['@Daily', /@daily/],
  ['@reboot', /@daily/],
  ['@every 5', /duration/],
  ['@every day', /duration/],
  ['TZ=Mars/Olympus 0 3 * * *', /Mars\/Olympus/],
  ['TZ=UTC', /5 fields/],
])('%j is none', (schedule, complaint) => {
  expect(scheduleComplaint(schedule)).toMatch(complaint);
});

test.each([
  'UTC',
  'Etc/UTC',
  'America/Argentina/Buenos_Aires',
  'Asia/Calcutta',
  'Europe/Kyiv',
  'EST5EDT',
  'GMT+0',
])('time zone %s', name => {
  expect(isTimeZone(name)).toBe(true);
});

test.each(['utc', 'Local', '+02:00', 'Europe', 'Europe/', 'Berlin', '../UTC', 'Etc/UTC ', 'constructor', ''])(
  'no time zone %j',
  name => {
    expect(isTimeZone(name)).toBe(false);
  },
);
