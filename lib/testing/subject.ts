import type { ApiObject, App } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { Manifest } from '../synth/rendering';
import { synthesize } from '../synth/synthesis';
import { isData } from '../verify/manifest';

/** What matchers take: an app, a chart or another construct, a manifest, or a list of manifests. */
export type Subject = IConstruct | object | readonly object[];

/** The manifests that an expectation is about. */
export interface SubjectManifests {
  /** Those of the subject itself. */
  readonly own: readonly Manifest[];
  /** Those of all of its app, the subject's among them. */
  readonly all: readonly Manifest[];
}

/**
 * The manifests of a subject, as its app would write them: a construct's are those of the API objects in it. They are
 * rendered once, however often they are asked for.
 *
 * @throws TypeError for anything else than a subject.
 */
export function manifestsOfSubject(subject: unknown): SubjectManifests {
  if (Construct.isConstruct(subject)) return manifestsOfConstruct(subject);
  const list = Array.isArray(subject) ? subject : [subject];
  if (!list.every(isManifest)) {
    throw new TypeError(
      `must be an app, a chart, a construct, a manifest or a list of manifests, and is ${describe(subject)}; fix: pass what is to be judged itself, such as the chart`,
    );
  }
  return { own: list, all: list };
}

function manifestsOfConstruct(construct: IConstruct): SubjectManifests {
  const { charts } = synthesize(construct.node.root as App);
  const objects = charts.flatMap(chart => chart.objects);
  const isOwn = (object: ApiObject) => object.node.scopes.includes(construct);
  return {
    own: objects.filter(object => isOwn(object.construct)).map(({ manifest }) => manifest),
    all: objects.map(({ manifest }) => manifest),
  };
}

function isManifest(value: unknown): value is Manifest {
  return isData(value) && typeof value.kind === 'string';
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `a list with ${describe(value.find(item => !isManifest(item)))}`;
  if (isData(value)) return 'an object without a kind';
  return value === undefined || value === null ? String(value) : `a ${typeof value}`;
}
