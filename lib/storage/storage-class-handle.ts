/** A storage class, wherever it was made. */
export interface IStorageClass {
  /** What claims and volumes write into `storageClassName`. */
  readonly storageClassName: string;
}
