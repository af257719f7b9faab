import { isBefore } from '../../../kubernetes/kubernetes-version';
import type { FieldPath } from '../../field-path';
import type { FieldErrors } from '../field-errors';

/** What becomes of the requests that a priority level has no room for. */
export interface LimitResponse {
  readonly type?: string;
  readonly queuing?: Queuing;
}

interface Queuing {
  readonly queues?: number;
  readonly handSize?: number;
  readonly queueLengthLimit?: number;
}

const TYPES = ['Queue', 'Reject'];
const MAX_QUEUES = 10_000_000;

/** How many bits of a hash choose the queues of a flow. */
const MAX_HASH_BITS = 60;

/** Judges what becomes of requests: they wait in queues, or are refused. */
export function validateLimitResponse(
  { type = '', queuing }: LimitResponse,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const at = path.child('queuing');
  if (type === 'Reject') {
    if (queuing) errors.forbidden(at, 'may only be set where the type is Queue');
  } else if (type === 'Queue') {
    if (queuing) validateQueuing(queuing, at, errors);
    else errors.required(at, 'is required where the type is Queue');
  } else if (type === '' && !isBefore(errors.version, '1.36')) errors.required(path.child('type'));
  else errors.notSupported(path.child('type'), type, TYPES);
}

function validateQueuing(queuing: Queuing, path: FieldPath, errors: FieldErrors): void {
  const limit = queuing.queueLengthLimit || 50;
  const queues = queuing.queues || 64;
  const handSize = queuing.handSize || 8;
  if (limit <= 0) errors.invalid(path.child('queueLengthLimit'), limit, 'must be more than 0');
  if (queues <= 0 || queues > MAX_QUEUES) {
    errors.invalid(path.child('queues'), queues, `must be from 1 to ${MAX_QUEUES}`);
  }
  const at = path.child('handSize');
  if (handSize <= 0) errors.invalid(at, handSize, 'must be more than 0');
  else if (handSize > queues) errors.invalid(at, handSize, `must be no more than the queues, ${queues}`);
  else if (Math.ceil(Math.log2(queues) * handSize) > MAX_HASH_BITS) {
    errors.invalid(
      at,
      handSize,
      `is too much for ${queues} queues: log2(queues) times handSize must be at most ${MAX_HASH_BITS}`,
    );
  }
}
