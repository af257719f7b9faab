import { dnsLabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import type { Validator } from '../validator';
import { type ObjectReference, validateReference } from './object-reference';

interface IngressClassSpec {
  readonly controller?: string;
  readonly parameters?: ParametersReference;
}

interface ParametersReference extends ObjectReference {
  readonly scope?: string;
  readonly namespace?: string;
}

const SCOPES = ['Cluster', 'Namespace'] as const;
const CONTROLLER_MAX = 250;
const HTTP_PATH = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;
const SPEC = FieldPath.of('spec');
const NO_SPEC: IngressClassSpec = {};

/**
 * The API server's validation of IngressClasses.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class
 */
export const validateIngressClass: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const { controller = '', parameters } = (object.spec as IngressClassSpec | undefined) ?? NO_SPEC;
  validateController(controller, SPEC.child('controller'), errors);
  if (parameters !== undefined) validateParameters(parameters, SPEC.child('parameters'), errors);
};

function validateController(controller: string, path: FieldPath, errors: FieldErrors): void {
  if (controller.length > CONTROLLER_MAX) errors.tooLong(path, controller, CONTROLLER_MAX);
  if (controller === '') {
    errors.required(path, 'is required: a domain and a path, such as example.com/ingress');
    return;
  }
  const slash = controller.indexOf('/');
  const domain = controller.slice(0, Math.max(slash, 0));
  const rest = controller.slice(slash + 1);
  if (domain === '' || rest === '') {
    errors.invalid(path, controller, 'must be a domain and a path, such as example.com/ingress');
    return;
  }
  errors.invalidEach(
    path,
    controller,
    dnsSubdomainComplaints(domain).map(complaint => `has a domain that ${complaint}`),
  );
  if (!HTTP_PATH.test(rest)) {
    errors.invalid(
      path,
      controller,
      'must have a path of letters, digits and what else a path of HTTP may hold',
    );
  }
}

function validateParameters(parameters: ParametersReference, path: FieldPath, errors: FieldErrors): void {
  validateReference(parameters, path, errors);
  const { scope = 'Cluster', namespace } = parameters;
  const namespacePath = path.child('namespace');
  if (scope === 'Cluster') {
    if (namespace !== undefined) errors.forbidden(namespacePath, 'must not be set where scope is Cluster');
  } else if (scope === 'Namespace') {
    if (namespace === undefined) errors.required(namespacePath, 'is required where scope is Namespace');
    else errors.invalidEach(namespacePath, namespace, dnsLabelComplaints(namespace));
  } else {
    errors.notSupported(path.child('scope'), scope, SCOPES);
  }
}
