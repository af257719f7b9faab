import { k8s } from 'cdk8s-plus-28';

/** A number or a text as the generated API types want it; what goes in comes out with its type. */
export function intOrString(value: number | string): k8s.IntOrString {
  return typeof value === 'number' ? k8s.IntOrString.fromNumber(value) : k8s.IntOrString.fromString(value);
}
