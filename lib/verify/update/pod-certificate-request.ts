import { immutable } from './immutable';

/** An update of a PodCertificateRequest may change nothing of its spec. */
export const updatePodCertificateRequest = immutable({ field: ['spec'], fix: 'create another request' });
