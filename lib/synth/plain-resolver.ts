import {
  ApiObject,
  App,
  Chart,
  ImplicitTokenResolver,
  type IResolver,
  Lazy,
  LazyResolver,
  NumberStringUnionResolver,
  type ResolutionContext,
} from 'cdk8s';

const OWN_RESOLVERS = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

type Fields = Record<string, unknown>;

/** Fields that are resolved: cdk8s goes into objects of the class `Object`, and renders those of a class called so. */
class ResolvedFields {
  static {
    Object.defineProperty(ResolvedFields, 'name', { value: 'Object' });
  }

  constructor(fields: Fields) {
    Object.assign(this, fields);
  }
}

/**
 * Resolves a whole object at once, to what cdk8s's three resolvers make of it, which are asked one by one for every
 * value in it.
 */
export class PlainResolver implements IResolver {
  resolve(context: ResolutionContext): void {
    const { key, value } = context;
    if (key.length > 0 || value.constructor !== Object) return;
    const resolved = resolve(value);
    context.replaceValue(isFields(resolved) ? new ResolvedFields(resolved) : resolved);
  }
}

/** Runs something while an app that has cdk8s's resolvers resolves plainly, which makes a difference in time alone. */
export function withPlainResolver<T>(app: App, run: () => T): T {
  return isUnderstood() ? withResolver(app, new PlainResolver(), run) : run();
}

/** Whether the resolvers of an app are those of cdk8s, and no other. */
export function hasOwnResolvers({ resolvers }: App): boolean {
  const classes: unknown[] = resolvers.map(resolver => resolver.constructor);
  return classes.length === OWN_RESOLVERS.length && OWN_RESOLVERS.every((own, at) => own === classes[at]);
}

function withResolver<T>({ resolvers }: App, resolver: IResolver, run: () => T): T {
  const own = resolvers.splice(0, resolvers.length, resolver);
  try {
    return run();
  } finally {
    resolvers.splice(0, resolvers.length, ...own);
  }
}

let understood: boolean | undefined;

/** Whether this version of cdk8s makes the same of an object on both ways: another one might not know the class. */
function isUnderstood(): boolean {
  understood ??= tryOut();
  return understood;
}

function tryOut(): boolean {
  const app = new App({ outdir: '.' });
  const object = new ApiObject(new Chart(app, 'chart'), 'object', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { b: Lazy.any({ produce: () => ({ d: ['1', null], c: undefined }) }), a: { resolve: () => 2 } },
  });
  const wanted = JSON.stringify(object.toJson());
  try {
    return withResolver(app, new PlainResolver(), () => JSON.stringify(object.toJson()) === wanted);
  } catch {
    return false;
  }
}

/** What cdk8s makes of a value, in its order: lazy values, tokens, numbers and strings in a class, lists, fields. */
function resolve(value: unknown): unknown {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value;
  if (value instanceof Lazy) return resolve(value.produce());
  const { resolve: token, constructor: type, value: wrapped } = value as Fields;
  if (typeof token === 'function') return resolve((value as { resolve(): unknown }).resolve());
  if (type !== Object && (typeof wrapped === 'number' || typeof wrapped === 'string')) {
    return { value: wrapped };
  }
  if (Array.isArray(value)) return value.map(resolve);
  return type === Object ? resolvedFields(value as Fields) : value;
}

function resolvedFields(fields: Fields): Fields {
  const resolved: Fields = {};
  for (const key of Object.keys(fields)) resolved[key] = resolve(fields[key]);
  return resolved;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && value.constructor === Object;
}
