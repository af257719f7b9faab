import { renderedValue, resolved } from './rendered-value';

type Fields = Readonly<Record<string, unknown>>;

/** A generated function: of fields as constructs spell them it makes those of the API. */
type ToJson = (fields: unknown) => unknown;

/** Makes of a declared value what stands in the manifest. */
type Render = (value: unknown) => unknown;

/** A field: what it is called in the API, what constructs call it, and what becomes of its value. */
interface GeneratedField {
  readonly name: string;
  readonly source: string;
  readonly render: Render;
}

/** What a function of the generator looks like, and its fields. */
const FUNCTION =
  /^function \w+\(obj\) \{\s+if \(obj === undefined\) \{\s+return undefined;\s+\}\s+const result = \{\n([\s\S]*?)\n {4}\};\s+(?:\/\/[^\n]*\s+)?return Object\.entries\(result\)\.reduce\(\(r, i\) => \(i\[1\] === undefined\) \? r : \(\{ \.\.\.r, \[i\[0\]\]: i\[1\] \}\), \{\}\);\s+\}$/;
const FIELD = /^\s*'([^']+)': (.+),$/;

/** The forms of fields, with F for the field and T for the function of another type. */
const FORMS: Readonly<Record<string, ((type: () => GeneratedType) => Render) | undefined>> = {
  F: () => renderedValue,
  'T(F)': type => value => type().render(value),
  'F?.map(y => T(y))': type => value => listOf(value, item => type().render(item)),
  'F?.map(y => y)': () => value => listOf(value, renderedValue),
  'F?.value': () => value => heldIn(renderedValue(value)),
  'F?.toISOString()': () => value => (renderedValue(value) as Date | undefined)?.toISOString(),
  [mapForm('i[1]')]: () => value => mapOf(value, item => item),
  [mapForm('i[1]?.value')]: () => value => mapOf(value, heldIn),
};

/**
 * The types of the Kubernetes API as cdk8s generates them: which fields they have, and what their functions do with
 * each. That is read from the text of the functions, so that it is what this version does; the functions themselves
 * copy an object once for each of its fields.
 */
export class GeneratedTypes {
  private readonly types = new Map<string, GeneratedType>();

  /** @param exported what the generated module exports, by name. */
  constructor(private readonly exported: Fields) {}

  /** The type that a function of this name makes; undefined where there is none. */
  tryType(name: string): GeneratedType | undefined {
    const known = this.types.get(name);
    const toJson = this.exported[name];
    if (known || typeof toJson !== 'function') return known;
    const type = new GeneratedType(toJson as ToJson, this.fieldsOf(String(toJson)));
    this.types.set(name, type);
    return type;
  }

  private fieldsOf(text: string): GeneratedField[] | undefined {
    const lines = FUNCTION.exec(text)?.[1]?.split('\n');
    const fields = lines?.map(line => this.tryField(line)).filter(field => field !== undefined);
    const sources = new Set(fields?.map(({ source }) => source));
    return sources.size === lines?.length ? fields : undefined;
  }

  private tryField(line: string): GeneratedField | undefined {
    const [, name, text = ''] = FIELD.exec(line) ?? [];
    const source = /obj\.(\w+)/.exec(text)?.[1];
    if (name === undefined || source === undefined) return undefined;
    const type = /toJson_\w+/.exec(text)?.[0];
    if (type !== undefined && typeof this.exported[type] !== 'function') return undefined;
    const form = text
      .replace(/toJson_\w+/, 'T')
      .replace(/obj\.(\w+)/g, (found, other: string) => (other === source ? 'F' : found));
    const newRender = FORMS[form];
    if (newRender === undefined) return undefined;
    return { name, source, render: newRender(() => this.tryType(type as string) as GeneratedType) };
  }
}

/** A type with its fields; without them, where its function is not known to be one of the generator's. */
export class GeneratedType {
  private readonly slots: ReadonlyMap<string, number>;

  constructor(
    private readonly toJson: ToJson,
    private readonly known: readonly GeneratedField[] | undefined,
  ) {
    this.slots = new Map(known?.map(({ source }, slot) => [source, slot]));
  }

  /** A declared value of this type as it stands in the manifest. */
  render(declared: unknown): unknown {
    const value = resolved(declared);
    if (value === null || value === undefined) return undefined;
    if (this.known === undefined || (value as object).constructor !== Object) {
      return this.toJson(renderedValue(value));
    }
    return this.fieldsOf(value as Fields, this.known);
  }

  private fieldsOf(fields: Fields, known: readonly GeneratedField[]): Record<string, unknown> {
    const values: unknown[] = new Array(known.length).fill(undefined);
    for (const key of Object.keys(fields)) {
      const slot = this.slots.get(key);
      // What the type does not have is left out; to resolve it may have effects, or fail, all the same.
      if (slot === undefined) renderedValue(fields[key]);
      else values[slot] = (known[slot] as GeneratedField).render(fields[key]);
    }
    const result: Record<string, unknown> = {};
    for (let slot = 0; slot < values.length; slot++) {
      if (values[slot] !== undefined) result[(known[slot] as GeneratedField).name] = values[slot];
    }
    return result;
  }
}

function mapForm(item: string): string {
  return `((F) === undefined) ? undefined : (Object.entries(F).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: ${item} }), {}))`;
}

/** @throws TypeError for what is no list, as the generated function does. */
function listOf(declared: unknown, render: Render): unknown {
  const list = resolved(declared);
  if (list === null || list === undefined) return undefined;
  return (Array.isArray(list) ? list : (renderedValue(list) as unknown[])).map(item => render(item));
}

function mapOf(declared: unknown, item: Render): unknown {
  const map = renderedValue(declared);
  if (map === undefined) return undefined;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(map as object)) {
    if (value !== undefined) result[key] = item(value);
  }
  return result;
}

/** What a class that stands for a number or a text holds. */
function heldIn(value: unknown): unknown {
  return (value as Fields | undefined)?.value;
}
