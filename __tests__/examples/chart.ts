import { type Chart, type ChartProps, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import { type AnyManifest, manifestOf } from '../render';

/** An example in an app of its own, in the namespace `lab`. */
export function exampleChart<C extends Chart, P extends ChartProps>(
  Example: new (scope: Construct, id: string, props: P) => C,
  props?: P,
): C {
  return new Example(Testing.app(), 'test', { namespace: 'lab', ...props } as P);
}

/** The StatefulSet of this name. */
export function statefulSet(chart: Chart, name: string): AnyManifest {
  return manifestOf(chart, 'StatefulSet', name);
}

/** The environment of the first container by name; what leads to a field of the pod is `field:` and its path. */
export function envOf(workload: AnyManifest): Record<string, string> {
  const [container] = workload.spec.template.spec.containers;
  return Object.fromEntries(
    container.env.map(({ name, value, valueFrom }: AnyManifest) => [
      name,
      value ?? `field:${valueFrom.fieldRef?.fieldPath ?? valueFrom.secretKeyRef?.name}`,
    ]),
  );
}

/** Names of the variables in the order that the kubelet resolves them in. */
export function envNames(workload: AnyManifest): string[] {
  return workload.spec.template.spec.containers[0].env.map(({ name }: AnyManifest) => name);
}

/** The names that the pods of a StatefulSet get. */
export function podNames({ metadata, spec }: AnyManifest): string[] {
  return Array.from(
    { length: spec.replicas },
    (_, i) => `${metadata.name}-${(spec.ordinals?.start ?? 0) + i}`,
  );
}

/** The number that a container's port of this name has. */
export function portNumber(workload: AnyManifest, name: string): number {
  return workload.spec.template.spec.containers[0].ports.find((port: AnyManifest) => port.name === name)
    .containerPort;
}

/** The claim template that is mounted nearest above a path. */
export function claimUnder(workload: AnyManifest, path: string): string {
  const [{ volumeMounts }] = workload.spec.template.spec.containers;
  const mount = volumeMounts.find(
    (m: AnyManifest) => path.startsWith(`${m.mountPath}/`) || path === m.mountPath,
  );
  const claims = workload.spec.volumeClaimTemplates.map((claim: AnyManifest) => claim.metadata.name);
  return claims.find((name: string) => name === mount?.name);
}
