import { AGENT_LABELS_ANNOTATION } from '../../kubernetes/drydock-labels';
import type { Labels } from '../../kubernetes/label-selector';
import { dataAt, type JudgedManifest } from '../judged-manifest';

/** How a Service selects its pods, by the labels that templates and controllers give them. */
export interface ServiceSelector {
  readonly matchLabels: Labels;
}

/**
 * The selector of a Service; undefined where it has none, so that somebody else gives it endpoints, and for an
 * external name, whose selector is ignored.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
 */
export function podSelectorOf(service: JudgedManifest): ServiceSelector | undefined {
  const spec = dataAt(service.data, 'spec');
  if (spec.type === 'ExternalName') return undefined;
  const labels = dataAt(spec, 'selector') as Labels;
  if (Object.keys(labels).length === 0) return undefined;
  const agents = dataAt(service.data, 'metadata', 'annotations')[AGENT_LABELS_ANNOTATION];
  return { matchLabels: typeof agents === 'string' ? without(labels, agents.split(',')) : labels };
}

function without(labels: Labels, keys: readonly string[]): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !keys.includes(key)));
}
