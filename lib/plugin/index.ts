export type { ValidationContext, ViolatingResource, Violation } from './cli-contract';
export type { PluginProperties } from './plugin-properties';
export { DrydockValidation } from './validation';
