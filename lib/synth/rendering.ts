import { isDeepStrictEqual } from 'node:util';
import type { ApiObject, App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type Data, isData } from '../verify/manifest';
import { withEmittedNulls } from './emitted-nulls';
import { withPlainResolver } from './plain-resolver';

/** What an API object is rendered to. */
export type Manifest = Data;

/** An API object and what it was rendered to. */
export interface SynthesizedObject {
  readonly construct: ApiObject;
  readonly manifest: Manifest;
}

const renderings = new WeakMap<IConstruct, Rendering>();

/** The rendering of an app: one for its whole life, as rendering may change what is rendered. */
export function renderingOf(app: App): Rendering {
  const known = renderings.get(app);
  if (known) return known;
  const rendering = new Rendering(app);
  renderings.set(app, rendering);
  return rendering;
}

/**
 * Renders the API objects of an app, each once for a synthesis.
 *
 * Some objects of cdk8s-plus change when they are rendered: with `spread`, each rendering adds terms to the pods'
 * anti-affinity. What was rendered is kept, therefore. When the app is synthesized again, an object is rendered anew,
 * so that what the user changed is seen, unless rendering alone changes it: then the first manifest stays.
 */
export class Rendering {
  private readonly kept = new Map<ApiObject, Manifest>();

  constructor(private readonly app: App) {}

  /** Objects with their manifests, in their order; less those that render to nothing, as an override may have it. */
  render(objects: readonly ApiObject[]): SynthesizedObject[] {
    return withPlainResolver(this.app, () =>
      objects.flatMap(construct => {
        const manifest = this.manifestOf(construct);
        return manifest ? [{ construct, manifest }] : [];
      }),
    );
  }

  private manifestOf(object: ApiObject): Manifest | undefined {
    const kept = this.kept.get(object);
    const manifest = kept ? renderedAgain(object, kept) : rendered(object);
    if (manifest) this.kept.set(object, manifest);
    return manifest;
  }
}

function renderedAgain(object: ApiObject, kept: Manifest): Manifest | undefined {
  const again = rendered(object);
  if (isDeepStrictEqual(again, kept)) return kept;
  return isDeepStrictEqual(rendered(object), again) ? again : kept;
}

function rendered(object: ApiObject): Manifest | undefined {
  const json: unknown = object.toJson();
  return isData(json) ? withEmittedNulls(json) : undefined;
}
