export type { ErrorType, Finding, Level } from './finding';
export type { ManifestIdentity } from './manifest';
export { type Verification, type VerifyOptions, verify } from './verify';
