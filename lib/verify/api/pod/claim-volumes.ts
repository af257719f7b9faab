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
  const names = new Set(claimTemplates);
  const claims = Array.from(names, (name): Volume => ({ name, persistentVolumeClaim: { claimName: name } }));
  return own.length === 0 ? claims : [...claims, ...own.filter(({ name = '' }) => !names.has(name))];
}
