import { isQuantity } from '../../kubernetes/quantity';
import type { ShapeFormat } from './shape';

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/;
const MICRO_TIME = /\d\.\d{6}(?:Z|[+-]\d\d:\d\d)$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The first number that is too large for an int64; JavaScript reads the largest int64 as this one. */
const INT64_END = 2 ** 63;

/** Whether a value fits a format that holds no other values; false for formats that do. */
export function fitsScalar(value: unknown, format: ShapeFormat): boolean {
  switch (format) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'int32':
      return typeof value === 'number' && (value | 0) === value;
    case 'int64':
      return Number.isInteger(value) && Math.abs(value as number) <= INT64_END;
    case 'double':
      return Number.isFinite(value);
    case 'int-or-string':
      return typeof value === 'string' || (typeof value === 'number' && (value | 0) === value);
    case 'quantity':
      return typeof value === 'string' ? isQuantity(value) : Number.isFinite(value);
    case 'byte':
      return typeof value === 'string' && isBase64(value);
    case 'date-time':
      return typeof value === 'string' && isTime(value);
    case 'date-time-micro':
      return typeof value === 'string' && MICRO_TIME.test(value) && isTime(value);
    default:
      return false;
  }
}

/** Base64 with its padding; line breaks in it are passed over. */
function isBase64(text: string): boolean {
  const plain = /[\r\n]/.test(text) ? text.replace(/[\r\n]/g, '') : text;
  return plain.length % 4 === 0 && BASE64.test(plain);
}

/** A time of RFC 3339, as Go parses it: no leap seconds, and no 30th of February. */
function isTime(text: string): boolean {
  const match = TIME.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = match
    .slice(1)
    .map(part => Number(part ?? 0));
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return (
    day >= 1 &&
    day <= (DAYS[month - 1] ?? 0) + leap &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59 &&
    zoneHour <= 24 &&
    zoneMinute <= 60
  );
}
