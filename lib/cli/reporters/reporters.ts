import type { Report } from '../report';

/** Writes a report, in parts: all of it may be more than a text can hold. */
type Reporter = (report: Report) => Generator<string>;

/** The formats of a report, each loaded when it is asked for. */
export const REPORTERS = {
  text: () => (require('./text') as typeof import('./text')).textReport,
  json: () => (require('./json') as typeof import('./json')).jsonReport,
  sarif: () => (require('./sarif') as typeof import('./sarif')).sarifReport,
  junit: () => (require('./junit') as typeof import('./junit')).junitReport,
  github: () => (require('./github') as typeof import('./github')).githubReport,
} as const satisfies Record<string, () => Reporter>;

/** How a report is written. */
export type ReportFormat = keyof typeof REPORTERS;

/** Every format, the default first. */
export const REPORT_FORMATS = Object.keys(REPORTERS) as readonly ReportFormat[];
