import type { Volume } from 'cdk8s-plus-28';
import type { IMountable } from './mountable';

const handles = new WeakMap<Volume, IMountable>();

/** The handle of a cdk8s-plus volume: the same one for the same volume. */
export function fromPlusVolume(volume: Volume): IMountable {
  let handle = handles.get(volume);
  if (!handle) {
    handle = { volumeName: volume.name, toPodVolume: () => volume._toKube() };
    handles.set(volume, handle);
  }
  return handle;
}
