import { dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import type { FieldErrors } from '../field-errors';
import { nameIsDnsSubdomain, validateObjectMeta } from '../metadata';
import { validateCsiDriverName } from '../pod/csi-source';
import type { Validator } from '../validator';
import { validateInlineVolumeSpec } from './inline-volume-spec';

interface VolumeAttachmentSpec {
  readonly attacher?: string;
  readonly nodeName?: string;
  readonly source?: AttachmentSource;
}

interface AttachmentSource {
  readonly persistentVolumeName?: string;
  readonly inlineVolumeSpec?: Data;
}

const SPEC = FieldPath.of('spec');
const NO_SPEC: VolumeAttachmentSpec = {};

/**
 * The API server's validation of VolumeAttachments, which controllers write.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume-attachment-v1/
 */
export const validateVolumeAttachment: Validator = (object, errors) => {
  validateObjectMeta(object, nameIsDnsSubdomain, errors);
  const { attacher = '', nodeName = '', source = {} } = (object.spec as VolumeAttachmentSpec) ?? NO_SPEC;
  validateCsiDriverName(attacher, SPEC.child('attacher'), errors);
  validateSource(source, SPEC.child('source'), errors);
  errors.invalidEach(SPEC.child('nodeName'), nodeName, dnsSubdomainComplaints(nodeName));
};

function validateSource(source: AttachmentSource, path: FieldPath, errors: FieldErrors): void {
  const { persistentVolumeName: name, inlineVolumeSpec } = source;
  const namePath = path.child('persistentVolumeName');
  if (name !== undefined && inlineVolumeSpec !== undefined) {
    errors.forbidden(path, 'must not have both persistentVolumeName and inlineVolumeSpec');
  } else if (inlineVolumeSpec !== undefined) {
    validateInlineVolumeSpec(inlineVolumeSpec, path.child('inlineVolumeSpec'), errors);
  } else if (name === undefined) {
    errors.required(path, 'must have persistentVolumeName or inlineVolumeSpec');
  } else if (name === '') {
    errors.required(namePath, 'must not be empty');
  }
  if (name !== undefined) errors.invalidEach(namePath, name, dnsSubdomainComplaints(name));
}
