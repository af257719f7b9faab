import type { IPodSelector } from 'cdk8s-plus-28';
import type { Service } from './service';

/** The pods that a Service leads to: a workload (ours or one of cdk8s-plus), or the labels that they bear. */
export type ServicePods = IPodSelector | Readonly<Record<string, string>>;

/** Points a Service at its pods. */
export function selectPods(service: Service, pods: ServicePods | undefined): void {
  if (pods === undefined) return;
  if (isPodSelector(pods)) {
    service.select(pods);
    return;
  }
  for (const [key, value] of Object.entries(pods)) service.selectLabel(key, value);
}

function isPodSelector(pods: ServicePods): pods is IPodSelector {
  return typeof (pods as Partial<IPodSelector>).toPodSelectorConfig === 'function';
}
