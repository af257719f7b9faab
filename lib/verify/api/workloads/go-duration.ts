const DURATION = /^[-+]?(?:0|(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/;

/**
 * Whether a text is a duration as the server's language writes them: numbers with units from nanoseconds to hours,
 * such as `1h30m` or `0.5s`.
 */
export function isGoDuration(text: string): boolean {
  return DURATION.test(text);
}
