import type { k8s, Volume } from 'cdk8s-plus-28';
import type { IMountable } from './mountable';

const mountables = new WeakMap<Volume, IMountable>();

/** A cdk8s-plus volume as a mountable, always the same one; it emits no field that only repeats the API's default. */
export function fromPlusVolume(volume: Volume): IMountable {
  let mountable = mountables.get(volume);
  if (!mountable) {
    mountable = { volumeName: volume.name, toPodVolume: () => withoutDefaults(volume._toKube()) };
    mountables.set(volume, mountable);
  }
  return mountable;
}

function withoutDefaults({ hostPath, persistentVolumeClaim, ...rest }: k8s.Volume): k8s.Volume {
  return {
    ...rest,
    ...(hostPath && { hostPath: { ...hostPath, type: hostPath.type || undefined } }),
    ...(persistentVolumeClaim && {
      persistentVolumeClaim: {
        ...persistentVolumeClaim,
        readOnly: persistentVolumeClaim.readOnly || undefined,
      },
    }),
  };
}
