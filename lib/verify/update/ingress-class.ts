import { immutable } from './immutable';

/** An update of an IngressClass may not name another controller. */
export const updateIngressClass = immutable({
  field: ['spec', 'controller'],
  fix: 'create an IngressClass of another name and let Ingresses name it, or delete this one and create it again',
  see: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class',
});
