import type { SynthesizedObject } from './rendering';
import type { OutputFile } from './write-output';

/**
 * The file of construct paths that cdk8s writes where `recordConstructMetadata` asks for it. In a layout of ours it
 * has an ending that kubectl passes over: cdk8s's lies among the manifests, and `kubectl apply -f` trips over it.
 */
export function constructMetadata(objects: readonly SynthesizedObject[], isOurLayout: boolean): OutputFile {
  const resources: Record<string, { readonly path: string }> = {};
  for (const { construct } of objects) resources[construct.name] = { path: construct.node.path };
  return {
    path: isOurLayout ? 'construct-metadata.map' : 'construct-metadata.json',
    content: JSON.stringify({ version: '1.0.0', resources }),
  };
}
