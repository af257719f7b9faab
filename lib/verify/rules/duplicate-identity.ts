import { isDeepStrictEqual } from 'node:util';
import { dataAt, type JudgedManifest } from '../judged-manifest';
import { kindKey } from '../relations/kind-key';
import type { Rule } from '../rule';

/** The same object twice. */
export const duplicateIdentity: Rule = {
  meta: {
    id: 'duplicate-identity',
    level: 'broken',
    kinds: ['*'],
    summary: 'an object is in the input twice',
    why: 'the one that is applied last overwrites the other, or is refused because the other exists: one of them is never what runs; copies that are equal are risky, as one of them is changed some day',
    fix: 'drop one of them, or give it a name or a namespace of its own; where the input is several environments, verify each of them by itself',
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  },
  check(manifest, set) {
    const { object } = manifest;
    const same = set.twinsOf(manifest);
    if (same.length < 2 || !isNamed(manifest) || isAppliedApart(manifest)) return [];
    const earlier = same.find(other => isNamed(other) && !isAppliedApart(other));
    if (!earlier || earlier === manifest) return [];
    const isCopy = isDeepStrictEqual(earlier.data, manifest.data);
    if (isCopy && SHARED.includes(kindKey(object))) return [];
    return [
      {
        path: 'metadata.name',
        value: object.name,
        message: `is in the input already, as manifest number ${earlier.object.index + 1}`,
        ...(isCopy && { level: 'risky' }),
      },
    ];
  },
};

/** What each of several applications may bring: to apply a copy of it changes nothing. */
const SHARED = ['Namespace', 'apiextensions.k8s.io/CustomResourceDefinition'];

/** A name that the server makes up is another one each time. */
function isNamed({ data }: JudgedManifest): boolean {
  const { name } = dataAt(data, 'metadata');
  return typeof name === 'string' && name !== '';
}

/** Whether it is applied at a time of its own, so that the other is gone or not there yet, or never. */
function isAppliedApart({ data }: JudgedManifest): boolean {
  const annotations = dataAt(data, 'metadata', 'annotations');
  return APART.some(key => Object.hasOwn(annotations, key));
}

const APART = ['helm.sh/hook', 'argocd.argoproj.io/hook', 'config.kubernetes.io/local-config'];
