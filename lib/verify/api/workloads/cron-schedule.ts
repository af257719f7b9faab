import { isGoDuration } from './go-duration';
import { isTimeZone } from './time-zones';

/** The values that a field of a schedule takes, from the least to the greatest, and their names. */
interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const FIELDS: readonly CronField[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of month', min: 1, max: 31 },
  {
    name: 'month',
    min: 1,
    max: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { name: 'day of week', min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

const MACROS: ReadonlySet<string> = new Set([
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
]);
const EVERY = '@every ';

const SPACE = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACES = new RegExp(`[${SPACE}]+`);
const OUTER_SPACES = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, 'g');
const TIME_ZONE = /^(?:CRON_)?TZ=([^ ]*) (.*)$/s;
const STARTS_WITH_TIME_ZONE = /^(?:CRON_)?TZ=/;
const INTEGER = /^\+?[0-9]{1,15}$/;

/**
 * What is wrong with the schedule of a CronJob, read as the server reads it: five fields of values, ranges, steps
 * and lists, or a macro such as `@daily`; undefined when nothing is. Sunday is 0 alone, `?` is `*`, a step after a
 * single value runs to the greatest, and empty entries of lists count for nothing.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
export function scheduleComplaint(schedule: string): string | undefined {
  if (!STARTS_WITH_TIME_ZONE.test(schedule)) return timesComplaint(schedule);
  const [, timeZone = '', times = ''] = TIME_ZONE.exec(schedule) ?? [];
  if (timeZone !== '' && timeZone !== 'Local' && !isTimeZone(timeZone)) {
    return `must name a time zone that there is, and '${timeZone}' is none`;
  }
  return timesComplaint(times.replaceAll(OUTER_SPACES, ''));
}

function timesComplaint(times: string): string | undefined {
  if (times.startsWith('@')) return macroComplaint(times);
  const fields = times.replaceAll(OUTER_SPACES, '').split(SPACES);
  const count = fields[0] === '' ? 0 : fields.length;
  if (count !== FIELDS.length) {
    return `must have 5 fields (minute, hour, day of month, month, day of week), and has ${count}`;
  }
  for (const [index, text] of fields.entries()) {
    const complaint = fieldComplaint(text, FIELDS[index] as CronField);
    if (complaint) return complaint;
  }
  return undefined;
}

function macroComplaint(macro: string): string | undefined {
  if (MACROS.has(macro)) return undefined;
  if (!macro.startsWith(EVERY)) return `must be one of ${[...MACROS].join(', ')}, or '@every' and a duration`;
  return isGoDuration(macro.slice(EVERY.length))
    ? undefined
    : "must have a duration such as '1h30m' after '@every'";
}

function fieldComplaint(text: string, field: CronField): string | undefined {
  for (const entry of text.split(',')) {
    if (entry === '') continue;
    const complaint = entryComplaint(entry, field);
    if (complaint) return `${complaint} in the ${field.name}, ${text}`;
  }
  return undefined;
}

function entryComplaint(entry: string, field: CronField): string | undefined {
  const [range = '', step = '1', ...slashes] = entry.split('/');
  if (slashes.length > 0) return `must not have two slashes`;
  const [low = '', high, ...hyphens] = range.split('-');
  const every = low === '*' || low === '?';
  if (hyphens.length > 0 && !every) return 'must not have two hyphens';
  const from = every ? field.min : cronValue(low, field);
  const to = every || (high === undefined && entry.includes('/')) ? field.max : cronValue(high ?? low, field);
  const by = INTEGER.test(step) ? Number(step) : undefined;
  if (from === undefined) return `must not have '${low}'`;
  if (to === undefined) return `must not have '${high}'`;
  if (from < field.min || to > field.max) return `must be from ${field.min} to ${field.max}`;
  if (from > to) return `must have ranges that begin before they end`;
  return by ? undefined : `must have steps of 1 or more`;
}

function cronValue(text: string, field: CronField): number | undefined {
  const index = field.names?.indexOf(text.toLowerCase()) ?? -1;
  if (index >= 0) return index + field.min;
  return INTEGER.test(text) ? Number(text) : undefined;
}
