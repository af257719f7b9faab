import { selectorMatches } from '../../kubernetes/label-selector';
import { dataAt, namespaceOf } from '../judged-manifest';
import { isData } from '../manifest';
import { classMisfit, misfitsOf } from '../relations/volume-fit';
import type { Rule, RuleProblem } from '../rule';

/** A claim and a volume that name each other, and do not agree. */
export const claimVolumeMismatch: Rule = {
  meta: {
    id: 'claim-volume-mismatch',
    level: 'risky',
    kinds: ['PersistentVolumeClaim'],
    summary: 'a claim and a volume name each other and do not agree',
    why: 'the two are bound without a look at class, size, modes or labels: the pods get less than the claim says, and nothing tells them',
    fix: 'make the claim ask for what the volume is',
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume',
  },
  check(claim, set) {
    const { volumeName, selector } = dataAt(claim.data, 'spec');
    if (typeof volumeName !== 'string' || volumeName === '') return [];
    const volume = set.find('PersistentVolume', '', volumeName);
    if (!volume) return [];
    const { name, namespace } = dataAt(volume.data, 'spec', 'claimRef');
    if (name !== claim.object.name || namespace !== namespaceOf(claim)) return [];
    const first = classMisfit(claim.data, volume.data);
    const misfits = [...(first ? [first] : []), ...misfitsOf(claim.data, volume.data)];
    const problems: RuleProblem[] = misfits.map(({ claimPath, asked, offered }) => ({
      path: claimPath,
      value: asked,
      message: `asks for '${asked}', and volume '${volumeName}' has '${offered}'; they are bound all the same, as they name each other`,
    }));
    const labels = dataAt(volume.data, 'metadata', 'labels') as Readonly<Record<string, string>>;
    if (isData(selector) && !selectorMatches(selector, labels)) {
      const message = `does not match volume '${volumeName}', which is bound all the same, as the two name each other`;
      problems.push({ path: 'spec.selector', value: selector, message });
    }
    return problems;
  },
};
