import { immutable } from './immutable';

/** An update of a RuntimeClass may not name another handler. */
export const updateRuntimeClass = immutable({
  field: ['handler'],
  fix: 'create a RuntimeClass of another name and let pods name it',
  see: 'https://kubernetes.io/docs/concepts/containers/runtime-class/',
});
