import { isText, resolvePlain, type Scalar } from './scalar';
import { resolveTagged } from './tag';

/**
 * The name of the field that a scalar makes as a key, as kubectl turns it into JSON: `1` is "1", `yes` is "true".
 * Undefined where it makes none: null, and integers beyond the range of 64 bits with a sign.
 */
export function fieldName({ type, value }: Scalar): string | undefined {
  switch (type) {
    case 'string':
      return value as string;
    case 'bool':
    case 'int':
      return String(value);
    case 'float':
      return floatName(value as number);
    default:
      return undefined;
  }
}

/** The same for the text of a key, as it stands: plain or in quotes, tagged or not. */
export function keyName(text: string, isPlain: boolean, tag?: string): string | undefined {
  if (tag !== undefined) {
    const tagged = resolveTagged(tag, text);
    return 'scalar' in tagged ? fieldName(tagged.scalar) : undefined;
  }
  return !isPlain || isText(text) ? text : fieldName(resolvePlain(text));
}

/** A float is written with the digits that tell it from other floats of 32 bits. */
function floatName(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  const [digits = '', power = '0'] = shortest(single).split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return plainDigits(digits, exponent);
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits}e${exponent < 0 ? '-' : '+'}${size}`;
}

function shortest(single: number): string {
  for (let precision = 0; precision < 9; precision += 1) {
    const text = single.toExponential(precision);
    if (Math.fround(Number(text)) === single) return text;
  }
  return single.toExponential(9);
}

/** Digits such as `1.5` with their point moved. */
function plainDigits(digits: string, exponent: number): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const plain = digits.replace(/[-.]/g, '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${plain}`;
  const whole = plain.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = plain.slice(exponent + 1);
  return sign + whole + (fraction && `.${fraction}`);
}
