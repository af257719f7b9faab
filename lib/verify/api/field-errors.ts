import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import type { FieldPath } from '../field-path';
import type { ErrorType } from '../finding';

/** An error of the API server's validation. */
export interface FieldError {
  readonly errorType: Exclude<ErrorType, 'Decode'>;
  readonly path: string;
  readonly value?: unknown;
  readonly message: string;
  /** The likely fix, where it is more than the message already says. */
  readonly fix?: string;
  readonly see?: string;
  /** `broken` where this version's server does not check, and what comes of the object is refused later. */
  readonly level?: 'broken';
}

/** What may be said beside the message. */
export type Advice = Pick<FieldError, 'fix' | 'see'>;

/** Collects what the API server of one version says of one object, as its own validation does: all of it. */
export class FieldErrors {
  constructor(
    /** The version whose server is asked. */
    readonly version: KubernetesVersion,
    private readonly found: FieldError[] = [],
    /** What comes of errors that the server does not find; the server finds all errors of a collector without. */
    private readonly consequence?: string,
  ) {}

  get all(): readonly FieldError[] {
    return this.found;
  }

  /**
   * The collector for checks that the server of this version leaves out, though what comes of the object is refused
   * later: its errors are `broken`, stand among the others, and end with this consequence.
   */
  unchecked(consequence: string): FieldErrors {
    return new FieldErrors(this.version, this.found, consequence);
  }

  /** A field that must be there is missing or empty. */
  required(path: FieldPath, message = 'is required', advice?: Advice): void {
    this.add('FieldValueRequired', path, message, undefined, advice);
  }

  /** A value breaks a format, a range, or a relation to other fields. */
  invalid(path: FieldPath, value: unknown, message: string, advice?: Advice): void {
    this.add('FieldValueInvalid', path, message, value, advice);
  }

  /** Complaints about the format of a value, one error each: what the functions of `kubernetes/` return. */
  invalidEach(path: FieldPath, value: unknown, complaints: readonly string[], advice?: Advice): void {
    if (complaints.length === 0) return;
    for (const complaint of complaints) this.invalid(path, value, complaint, advice);
  }

  /** As `invalidEach`, for a field below a path: its own path is made where there are complaints alone. */
  invalidField(
    owner: FieldPath,
    field: string,
    value: unknown,
    complaints: readonly string[],
    advice?: Advice,
  ): void {
    if (complaints.length > 0) this.invalidEach(owner.child(field), value, complaints, advice);
  }

  /** A value is none of those that there are. */
  notSupported(path: FieldPath, value: unknown, allowed: readonly string[], advice?: Advice): void {
    this.add('FieldValueNotSupported', path, `must be one of ${allowed.join(', ')}`, value, advice);
  }

  /** A value that must be unique stands twice. */
  duplicate(path: FieldPath, value: unknown, message = 'is used twice', advice?: Advice): void {
    this.add('FieldValueDuplicate', path, message, value, advice);
  }

  /** A field may not be set here. */
  forbidden(path: FieldPath, message: string, advice?: Advice): void {
    this.add('FieldValueForbidden', path, message, undefined, advice);
  }

  /** A text is longer than it may be. */
  tooLong(path: FieldPath, value: unknown, max: number, advice?: Advice): void {
    this.add('FieldValueTooLong', path, `must be no longer than ${max} bytes`, value, advice);
  }

  /** A list or a map has more entries than it may have. */
  tooMany(path: FieldPath, count: number, max: number, advice?: Advice): void {
    this.add('FieldValueTooMany', path, `must have at most ${max} entries, and has ${count}`, count, advice);
  }

  /** A value names something in the same object that is not there. */
  notFound(path: FieldPath, value: unknown, message = 'is not there', advice?: Advice): void {
    this.add('FieldValueNotFound', path, message, value, advice);
  }

  /** A value is of another type than the schema of a custom resource says. */
  typeInvalid(path: FieldPath, value: unknown, message: string, advice?: Advice): void {
    this.add('FieldValueTypeInvalid', path, message, value, advice);
  }

  private add(
    errorType: FieldError['errorType'],
    path: FieldPath,
    message: string,
    value: unknown,
    advice: Advice | undefined,
  ): void {
    const error = { errorType, path: path.toString(), value, message, ...advice };
    if (this.consequence === undefined) this.found.push(error);
    else this.found.push({ ...error, message: `${message}: ${this.consequence}`, level: 'broken' });
  }
}
