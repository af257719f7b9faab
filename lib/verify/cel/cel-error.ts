/** What is wrong with an expression; caught where it is compiled. */
export class CelError extends Error {
  constructor(
    message: string,
    /** Where in the source, in characters from 0. */
    readonly at: number,
  ) {
    super(message);
  }
}
