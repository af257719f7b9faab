import type { Rule } from '../rule';
import { absentIngressClass } from '../rules/absent-ingress-class';
import { absentSecret } from '../rules/absent-secret';
import { absentService } from '../rules/absent-service';
import { backendPort } from '../rules/backend-port';
import { externalNameBehindIngress } from '../rules/external-name-behind-ingress';
import { ingressPathTwice } from '../rules/ingress-path-twice';
import { tlsSecretWithoutKeys } from '../rules/tls-secret-without-keys';

/** The rules of Ingresses and routes, in the order of the alphabet. */
export const RULES: readonly Rule[] = [
  absentIngressClass,
  absentSecret,
  absentService,
  backendPort,
  externalNameBehindIngress,
  ingressPathTwice,
  tlsSecretWithoutKeys,
];
