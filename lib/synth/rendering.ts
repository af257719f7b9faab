import { isDeepStrictEqual } from 'node:util';
import type { ApiObject, App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type Data, isData } from '../verify/manifest';
import { withEmittedNulls } from './emitted-nulls';
import { areKeysSorted } from './environment';
import { tryPlainManifest } from './plain-rendering';
import { hasOwnResolvers, withPlainResolver } from './plain-resolver';

/** What an API object is rendered to. */
export type Manifest = Data;

/** An API object and what it was rendered to. */
export interface SynthesizedObject {
  readonly construct: ApiObject;
  readonly manifest: Manifest;
}

/** Makes the manifest of an object; nothing where it renders to nothing. */
type Render = (object: ApiObject) => Manifest | undefined;

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
    const render = this.renderer();
    const rendered: SynthesizedObject[] = [];
    for (const construct of objects) {
      const manifest = this.manifestOf(construct, render);
      if (manifest) rendered.push({ construct, manifest });
    }
    return rendered;
  }

  /** An app with resolvers of its own is rendered by cdk8s alone. */
  private renderer(): Render {
    const { app } = this;
    if (!hasOwnResolvers(app) || !areKeysSorted()) return object => manifestIn(object.toJson());
    return object => {
      const plain = tryPlainManifest(object);
      return manifestIn(plain ?? withPlainResolver(app, () => object.toJson()));
    };
  }

  private manifestOf(object: ApiObject, render: Render): Manifest | undefined {
    const kept = this.kept.get(object);
    const manifest = kept ? renderedAgain(object, kept, render) : render(object);
    if (manifest) this.kept.set(object, manifest);
    return manifest;
  }
}

function renderedAgain(object: ApiObject, kept: Manifest, render: Render): Manifest | undefined {
  const again = render(object);
  if (isDeepStrictEqual(again, kept)) return kept;
  return isDeepStrictEqual(render(object), again) ? again : kept;
}

function manifestIn(json: unknown): Manifest | undefined {
  return isData(json) ? withEmittedNulls(json) : undefined;
}
