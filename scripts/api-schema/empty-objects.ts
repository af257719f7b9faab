import type { Field, Fields, Release } from './release';

/** Objects whose type has no fields, by the field that holds them: the client takes them for anything. */
const EMPTY_TYPES: Readonly<Record<string, string>> = {
  'V1CustomResourceSubresources.status': 'V1CustomResourceSubresourceStatus',
  'V1alpha1PodGroupPolicy.basic': 'V1alpha1BasicSchedulingPolicy',
  'V1alpha1StorageVersion.spec': 'V1alpha1StorageVersionSpec',
  'V1alpha2PodGroupSchedulingPolicy.basic': 'V1alpha2BasicSchedulingPolicy',
};

/** Gives empty objects a type of their own, so that a field in them is as unknown as the server finds it. */
export function withEmptyObjects(release: Release): Release {
  const types = new Map(release.types);
  for (const [place, empty] of Object.entries(EMPTY_TYPES)) {
    const [type = '', name = ''] = place.split('.');
    const field = release.types.get(type)?.get(name);
    if (!field) continue;
    types.set(type, withCode(types.get(type) as Fields, name, field, empty));
    types.set(empty, new Map());
  }
  return { ...release, types };
}

function withCode(fields: Fields, name: string, field: Field, code: string): Fields {
  return new Map([...fields, [name, { ...field, code }]]);
}
