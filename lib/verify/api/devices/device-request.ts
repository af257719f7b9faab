import { dnsLabelComplaints, dnsSubdomainComplaints } from '../../../kubernetes/dns-format';
import { labelValueComplaints } from '../../../kubernetes/label-format';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';
import { validateLabelName } from '../labels';
import { type DeviceSelector, validateSelectors } from './device-selector';
import { validateItems, validateUnique } from './items';
import { placeOfTwin } from './twins';

/** A request for devices: for some, or for the first that there are of several kinds. */
export interface DeviceRequest {
  readonly name?: string;
  readonly exactly?: ExactRequest;
  readonly firstAvailable?: readonly SubRequest[];
}

interface ExactRequest {
  readonly deviceClassName?: string;
  readonly selectors?: readonly DeviceSelector[];
  readonly allocationMode?: string;
  readonly count?: number;
  readonly tolerations?: readonly DeviceToleration[];
}

interface SubRequest extends ExactRequest {
  readonly name?: string;
}

interface DeviceToleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
}

const MAX_CHOICES = 8;
const MODES = ['All', 'ExactCount'];
const OPERATORS = ['Equal', 'Exists'];
const EFFECTS = ['NoExecute', 'NoSchedule', 'None'];

/** Judges a request of a claim. */
export function validateRequest(request: DeviceRequest, path: FieldPath, errors: FieldErrors): void {
  const { name = '', exactly, firstAvailable = [] } = request;
  errors.invalidEach(path.child('name'), name, dnsLabelComplaints(name));
  if (exactly && firstAvailable.length > 0) {
    errors.invalid(path, undefined, 'must have one of exactly and firstAvailable, and has both');
  } else if (exactly) validateExact(exactly, path.child('exactly'), errors);
  else if (firstAvailable.length > 0) validateChoices(firstAvailable, path.child('firstAvailable'), errors);
  else errors.required(path, 'must have one of exactly and firstAvailable');
}

function validateChoices(choices: readonly SubRequest[], path: FieldPath, errors: FieldErrors): void {
  validateItems(choices, MAX_CHOICES, path, errors, (choice, at) => {
    errors.invalidEach(at.child('name'), choice.name, dnsLabelComplaints(choice.name ?? ''));
    validateExact(choice, at, errors);
  });
  if (choices.length <= MAX_CHOICES) {
    validateUnique(choices, ({ name = '' }) => name, placeOfTwin(path, errors.version, 'name'), errors);
  }
}

function validateExact(request: ExactRequest, path: FieldPath, errors: FieldErrors): void {
  const { deviceClassName = '', selectors = [], tolerations = [] } = request;
  if (deviceClassName === '') errors.required(path.child('deviceClassName'));
  else {
    errors.invalidEach(
      path.child('deviceClassName'),
      deviceClassName,
      dnsSubdomainComplaints(deviceClassName),
    );
  }
  validateSelectors(selectors, path.child('selectors'), errors);
  validateMode(request, path, errors);
  for (const [index, toleration] of tolerations.entries()) {
    validateToleration(toleration, path.child('tolerations').index(index), errors);
  }
}

function validateMode(
  { allocationMode, count = 0 }: ExactRequest,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const mode = allocationMode || 'ExactCount';
  const at = path.child('count');
  if (mode === 'All') {
    if (count !== 0) errors.invalid(at, count, 'must not be set where allocationMode is All');
  } else if (mode === 'ExactCount') {
    if (count < 0) errors.invalid(at, count, 'must be more than 0');
  } else errors.notSupported(path.child('allocationMode'), mode, MODES);
}

function validateToleration(
  { key = '', operator, value = '', effect = '' }: DeviceToleration,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (key !== '') validateLabelName(key, path.child('key'), errors);
  const at = path.child('value');
  const how = operator || 'Equal';
  if (how === 'Exists') {
    if (value !== '') errors.invalid(at, value, 'must not be set where the operator is Exists');
  } else if (how === 'Equal') errors.invalidEach(at, value, labelValueComplaints(value));
  else errors.notSupported(path.child('operator'), how, OPERATORS);
  if (effect !== '' && !EFFECTS.includes(effect)) errors.notSupported(path.child('effect'), effect, EFFECTS);
}
