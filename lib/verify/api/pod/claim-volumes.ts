import type { Volume } from './volume';

/**
 * The volumes of the pods of a StatefulSet as the server sees them: one for each claim template before their own, in
 * place of one of the same name.
 */
export function withClaimVolumes(
  own: readonly Volume[],
  claimTemplates: readonly string[],
): readonly Volume[] {
  if (claimTemplates.length === 0) return own;
  const volumes: Volume[] = [];
  for (let at = 0; at < claimTemplates.length; at++) {
    const name = claimTemplates[at];
    if (claimTemplates.indexOf(name) === at)
      volumes.push({ name, persistentVolumeClaim: { claimName: name } });
  }
  for (const volume of own) if (!claimTemplates.includes(volume.name ?? '')) volumes.push(volume);
  return volumes;
}
