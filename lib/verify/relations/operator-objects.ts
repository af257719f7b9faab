import { apiKind } from '../../kubernetes/api-kinds';
import type { LabelSelectorSpec, Labels } from '../../kubernetes/label-selector';
import { dataAt, type JudgedManifest, namespaceOf } from '../judged-manifest';
import type { Data } from '../manifest';
import { CustomLabels } from './custom-labels';
import { releaseNamesOf, targetNamespacesOf } from './install-targets';
import { kindKey } from './kind-key';
import { isIn } from './names-by-namespace';
import { isSetting } from './setting-kinds';
import { isTrueToTemplate } from './template-workloads';

/** Custom resources that name the Secret which their controller makes. */
const SECRETS: Readonly<Record<string, (resource: Data) => unknown>> = {
  'cert-manager.io/Certificate': resource => dataAt(resource, 'spec').secretName,
  'external-secrets.io/ExternalSecret': resource =>
    dataAt(resource, 'spec', 'target').name ?? dataAt(resource, 'metadata').name,
  'bitnami.com/SealedSecret': resource =>
    dataAt(resource, 'spec', 'template', 'metadata').name ?? dataAt(resource, 'metadata').name,
};

/** Custom resources whose controller makes pods with a label of this key, in any namespace. */
const LABEL_KEYS: Readonly<Record<string, string>> = {
  'install.istio.io/IstioOperator': 'istio',
  'sailoperator.io/Istio': 'istio',
};

/**
 * What controllers make of the custom resources of the input. Their pods, Services and Secrets are called after the
 * resource, or after it with a hyphen and more; those of a release bear its name anywhere in theirs.
 */
export class OperatorObjects {
  /** Names of custom resources, each with its namespace. */
  private readonly owners = new Set<string>();
  private readonly releases = new Set<string>();
  private readonly secrets = new Set<string>();
  private readonly targets = new Set<string>();
  private readonly labelKeys = new Set<string>();
  private readonly resources: JudgedManifest[] = [];
  private labels?: CustomLabels;

  constructor(manifests: readonly JudgedManifest[]) {
    for (const manifest of manifests) {
      if (!apiKind(manifest.object.apiVersion, manifest.object.kind)) this.add(manifest);
    }
  }

  private add(manifest: JudgedManifest): void {
    const key = kindKey(manifest.object);
    const namespace = namespaceOf(manifest);
    const secret = Object.hasOwn(SECRETS, key) ? SECRETS[key]?.(manifest.data) : undefined;
    if (typeof secret === 'string') this.secrets.add(`${namespace}/${secret}`);
    else if (!isSetting(manifest.object) && !isTrueToTemplate(manifest)) {
      this.resources.push(manifest);
      this.owners.add(`${namespace}/${manifest.object.name}`);
      for (const release of releaseNamesOf(manifest)) this.releases.add(`${namespace}/${release}`);
      for (const target of targetNamespacesOf(manifest)) this.targets.add(target);
      if (Object.hasOwn(LABEL_KEYS, key)) this.labelKeys.add(LABEL_KEYS[key] as string);
    }
  }

  /** Whether a controller may make an object of this name, because of a custom resource of the input. */
  mayMake(kind: string, namespace: string, name: string): boolean {
    if (kind === 'Secret' && isIn(this.secrets, namespace, name)) return true;
    return this.isTarget(namespace) || this.isAfterResource(namespace, name);
  }

  /** Whether a custom resource of the input installs what the input does not show into a namespace. */
  isTarget(namespace: string): boolean {
    return this.targets.has(namespace);
  }

  /** Whether a value of a selector is the name of a custom resource, or custom resources hold all of its labels. */
  mayMakePods(namespace: string, selector: LabelSelectorSpec): boolean {
    if (this.resources.length === 0) return false;
    return (
      valuesOf(selector).some(value => isIn(this.owners, namespace, value)) ||
      this.holdsAll(namespace, selector)
    );
  }

  /** Whether custom resources hold all labels of a selector. */
  private holdsAll(namespace: string, { matchLabels = {} }: LabelSelectorSpec): boolean {
    const keys = Object.keys(matchLabels);
    return keys.length > 0 && keys.every(key => this.isLabel(namespace, key, String(matchLabels[key])));
  }

  /** Whether any label of a selector may be one of pods that a controller makes. */
  mayLabelPods(namespace: string, selector: LabelSelectorSpec): boolean {
    if (this.resources.length === 0) return false;
    const labels: Labels = selector.matchLabels ?? {};
    return (
      valuesOf(selector).some(value => this.isAfterResource(namespace, value)) ||
      Object.keys(labels).some(key => this.isLabel(namespace, key, String(labels[key])))
    );
  }

  private isLabel(namespace: string, key: string, value: string): boolean {
    if (this.resources.length === 0) return false;
    this.labels ??= new CustomLabels(this.resources);
    return this.labelKeys.has(key) || this.labels.has(namespace, key, value);
  }

  /** Whether a name is that of a custom resource, or made of it. */
  private isAfterResource(namespace: string, name: string): boolean {
    if (this.owners.size === 0) return false;
    for (let end = name.length; end > 0; end = name.lastIndexOf('-', end - 1)) {
      if (isIn(this.owners, namespace, name.slice(0, end))) return true;
    }
    return this.releases.size > 0 && partsOf(name).some(part => isIn(this.releases, namespace, part));
  }
}

function valuesOf({ matchLabels, matchExpressions }: LabelSelectorSpec): readonly string[] {
  return [
    ...Object.values(matchLabels ?? {}),
    ...(matchExpressions ?? []).flatMap(requirement => requirement.values ?? []),
  ].filter(value => typeof value === 'string');
}

/** What stands between hyphens of a name, in one piece or in several that follow each other. */
function partsOf(name: string): readonly string[] {
  const words = name.split('-');
  return words.flatMap((_, from) =>
    words.slice(from).map((__, end) => words.slice(from, from + end + 1).join('-')),
  );
}
