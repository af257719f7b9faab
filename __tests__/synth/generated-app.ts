import { ApiObject, type App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { Construct, DependencyGroup, type IConstruct } from 'constructs';
import fc from 'fast-check';

/** A construct of a generated app. */
interface Part {
  readonly type: 'chart' | 'construct' | 'object';
  /** Which of the constructs before it it is in; those that are no scope for it are passed over. */
  readonly scope: number;
  readonly id: string;
  readonly data: unknown;
  readonly isPatched: boolean;
}

/** A generated app: its constructs, and who depends on whom. */
export interface GeneratedApp {
  readonly parts: readonly Part[];
  readonly dependencies: readonly (readonly [source: number, target: number])[];
  readonly props: { readonly namespace?: string; readonly disableResourceNameHashes: boolean };
}

const leaf = fc.oneof(
  fc.constantFrom<unknown>('text', '', 'yes', '1e3', 'a\nb\n', ' padded ', null, undefined, true, -1, 2.5),
  fc.constantFrom('lazy', 'token', 'union').map(kind => ({ [MARK]: kind })),
);

const MARK = 'generated';

const { data } = fc.letrec<{ data: unknown }>(tie => ({
  data: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('b', 'a', '10', '9', 'value', 'name'), tie('data'), { maxKeys: 3 }),
  ),
}));

const part: fc.Arbitrary<Part> = fc.record({
  type: fc.constantFrom('chart', 'construct', 'object', 'object'),
  scope: fc.nat(8),
  id: fc.constantFrom('a', 'b', 'c', 'Web', '1', '0', '12', 'Default'),
  data,
  isPatched: fc.boolean(),
});

/** Apps of few constructs in all kinds of nesting, with dependencies between any of them. */
export const generatedApp: fc.Arbitrary<GeneratedApp> = fc.record({
  parts: fc.array(part, { minLength: 2, maxLength: 10 }),
  dependencies: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 4 }),
  props: fc.record(
    { namespace: fc.constant('shop'), disableResourceNameHashes: fc.boolean() },
    { requiredKeys: ['disableResourceNameHashes'] },
  ),
});

/** Makes the constructs of a generated app. */
export function fill(app: App, { parts, dependencies, props }: GeneratedApp): void {
  const made: IConstruct[] = [];
  const first = new Chart(app, 'first', props);
  for (const [at, { type, scope, id, data, isPatched }] of parts.entries()) {
    const scopes = made.filter(construct => !ApiObject.isApiObject(construct));
    const inside = scopes[scope % (scopes.length + 2)] ?? (scope % 2 === 0 ? first : app);
    const free = inside.node.tryFindChild(id) ? `${id}-${at}` : id;
    if (type === 'chart') made.push(new Chart(inside, free, props));
    else if (type === 'construct') made.push(new Construct(inside, free));
    else made.push(newObject(inside === app ? first : inside, free, data, isPatched));
  }
  for (const [from, to] of dependencies) {
    const source = made[from % made.length] as IConstruct;
    const target = made[to % made.length] as IConstruct;
    // cdk8s runs out of stack where something depends on itself.
    if (source === target) continue;
    source.node.addDependency(from % 3 === 0 ? new DependencyGroup(target, first) : target);
  }
}

function newObject(scope: IConstruct, id: string, data: unknown, isPatched: boolean): IConstruct {
  const inChart = scope.node.scopes.some(around => Chart.isChart(around));
  const chart = inChart ? scope : new Chart(scope as Construct, `${id}-chart`);
  const free = chart.node.tryFindChild(id) ? `${id}-object` : id;
  const object = new ApiObject(chart as Construct, free, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    spec: alive(data),
  });
  if (isPatched) object.addJsonPatch(JsonPatch.add('/patched', id), JsonPatch.remove('/kind'));
  return object;
}

/** Puts what cdk8s resolves in place of the marks. */
function alive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(alive);
  if (typeof value !== 'object' || value === null) return value;
  const { [MARK]: kind } = value as Record<string, unknown>;
  if (kind === 'lazy') return Lazy.any({ produce: () => ({ z: [Lazy.any({ produce: () => 1 })], a: null }) });
  if (kind === 'token') return { resolve: () => ({ resolve: () => ['token', undefined] }) };
  if (kind === 'union') return new Union(80);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, alive(item)]));
}

/** As cdk8s-cli generates it for a field that is a number or a string. */
class Union {
  constructor(readonly value: number | string) {}
}
