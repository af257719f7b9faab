export type { ErrorType, Finding, Level } from './finding';
export type { NotVerifiedReason } from './judge';
export type { KnownOfCluster } from './judge-together';
export type { ManifestIdentity } from './manifest';
export type { NotVerified, Summary } from './summary';
export { type Verification, type VerifyOptions, verify } from './verify';
export {
  type UpdateVerification,
  type VerifyUpdateOptions,
  verifyUpdate,
  withoutExcused,
} from './verify-update';
export { applyWaivers, type WaivedFinding, type WaivedFindings, type Waiver } from './waivers';
