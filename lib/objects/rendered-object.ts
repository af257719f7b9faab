import { ApiObject, type ApiObjectMetadata, type GroupVersionKind, type JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { apiKind } from '../kubernetes/api-kinds';
import { kubernetesVersionOf } from '../naming/cluster-settings';
import { reserveName } from '../naming/name-registry';
import { type Manifest, patched } from './patch';

/** A generated class of one API kind, such as `k8s.KubeService` or one of `imports/`. */
export interface ApiType<Props> {
  readonly GVK: GroupVersionKind;
  manifest(props: Props): unknown;
  /** Whether a custom kind belongs to no namespace; of built-in kinds that is known. @default false */
  readonly clusterScoped?: boolean;
}

/** What makes the manifest of a type, which a synth has a faster way for. */
export type ManifestOf = (type: ApiType<unknown>, props: unknown) => unknown;

const asGenerated: ManifestOf = (type, props) => type.manifest(props);

/** The name under which a synth finds how an object is made of what cdk8s renders it to. */
const EMITTED = Symbol.for('cdk8s-drydock.emitted');

/** Metadata with a name of its own: cdk8s's path-derived names never reach the output. */
export interface NamedProps {
  readonly metadata: Pick<ApiObjectMetadata, 'namespace' | 'labels' | 'annotations'> & {
    readonly name: string;
  };
}

/**
 * An API object as the API server gets it. It differs from cdk8s's own in four ways: patches apply to what was
 * rendered and fail loudly, a cluster-scoped kind gets no namespace from its chart, a name is used once in a
 * namespace, and rendering twice gives the same.
 */
export class RenderedObject<Props = unknown> extends ApiObject {
  private readonly type: ApiType<Props>;
  private readonly operations: JsonPatch[] = [];

  constructor(scope: Construct, id: string, type: ApiType<Props>, props: NonNullable<Props> & NamedProps) {
    super(scope, id, { ...type.GVK, ...props });
    this.type = type;
    reserveName(this, { of: `${this.kind} of ${this.apiGroup}`, namespace: this.namespace, name: this.name });
  }

  /** The namespace that is emitted. */
  private get namespace(): string | undefined {
    const namespaced = apiKind(this.apiVersion, this.kind)?.namespaced ?? !this.type.clusterScoped;
    return namespaced ? this.metadata.namespace : undefined;
  }

  /**
   * Applies RFC 6902 operations to the object as it is emitted: paths are those of the Kubernetes API.
   *
   * At rendering, an operation that changes nothing throws, and so does one that names a field that the target
   * version of Kubernetes does not have (the app's context `kubernetesVersion`).
   */
  override addJsonPatch(...operations: JsonPatch[]): void {
    this.operations.push(...operations);
  }

  override toJson(): Manifest {
    return this[EMITTED](super.toJson());
  }

  /** @internal */
  [EMITTED](json: Manifest, manifestOf: ManifestOf = asGenerated): Manifest {
    const { metadata, ...rest } = json as Manifest & { readonly metadata: Manifest };
    const { namespace: _, ...unscoped } = metadata;
    const scoped = this.namespace === undefined ? unscoped : metadata;
    const rendered = manifestOf(this.type as ApiType<unknown>, { ...rest, metadata: scoped }) as Manifest;
    return patched(this, rendered, this.operations, kubernetesVersionOf(this));
  }
}
