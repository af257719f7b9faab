import { ipFamily } from '../../../kubernetes/ip-address';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:?\d{2})$/;
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const MAC = /^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i;

/** The formats of texts whose rules are plain; a text of any other format is taken. */
const FORMATS: Readonly<Record<string, (value: string) => boolean>> = {
  date: value => DATE.test(value),
  'date-time': value => DATE_TIME.test(value) && !Number.isNaN(Date.parse(value.replace(' ', 'T'))),
  datetime: value => DATE_TIME.test(value) && !Number.isNaN(Date.parse(value.replace(' ', 'T'))),
  uuid: value => UUID.test(value),
  byte: value => BASE64.test(value),
  ipv4: value => ipFamily(value) === 'IPv4',
  ipv6: value => ipFamily(value) === 'IPv6',
  ip: value => ipFamily(value) !== undefined,
  mac: value => MAC.test(value),
};

/** Whether a text has a format that a schema names. */
export function matchesFormat(value: string, format: string): boolean {
  return Object.hasOwn(FORMATS, format) ? (FORMATS[format]?.(value) ?? true) : true;
}
