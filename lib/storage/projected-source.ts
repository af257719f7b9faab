import type { Duration } from 'cdk8s';
import type { IConfigMap, ISecret, k8s } from 'cdk8s-plus-28';
import { wholeSeconds } from '../objects/whole-seconds';
import { PropError } from '../prop-error';
import { type DownwardFiles, downwardItems } from './downward-field';
import { checkRelativePath } from './file-checks';
import { keysToPaths, type VolumeItems } from './volume-files';

/** Which keys of a ConfigMap or Secret are projected. */
export interface ProjectedKeys {
  /** @default not emitted: every key, each under its own name */
  readonly items?: VolumeItems;
  /** Whether pods start without it. @default not emitted: false */
  readonly optional?: boolean;
}

/** A token of the pod's service account. */
export interface TokenProjection {
  /** Where the token is in the volume. */
  readonly path: string;
  /** Who is to accept the token. @default not emitted: the API server */
  readonly audience?: string;
  /** How long a token is good for; the file is renewed in time. @default not emitted: one hour */
  readonly expiration?: Duration;
}

const LEAST_EXPIRATION_SECONDS = 600;

/**
 * One of the sources whose files a projected volume holds.
 *
 * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/
 */
export class ProjectedSource {
  private constructor(private readonly projection: k8s.VolumeProjection) {}

  /** The keys of a ConfigMap. */
  static configMap(
    { name }: Pick<IConfigMap, 'name'>,
    { items, optional }: ProjectedKeys = {},
  ): ProjectedSource {
    return new ProjectedSource({ configMap: { name, items: keysToPaths(items), optional } });
  }

  /** The keys of a Secret. */
  static secret({ name }: Pick<ISecret, 'name'>, { items, optional }: ProjectedKeys = {}): ProjectedSource {
    return new ProjectedSource({ secret: { name, items: keysToPaths(items), optional } });
  }

  /** What the pod says of itself. */
  static downwardApi(files: DownwardFiles): ProjectedSource {
    return new ProjectedSource({ downwardApi: { items: downwardItems(files) } });
  }

  /**
   * A token of the pod's service account.
   *
   * @throws PropError when the path leads out of the volume, or the token would expire within ten minutes.
   */
  static serviceAccountToken({ path, audience, expiration }: TokenProjection): ProjectedSource {
    checkRelativePath('serviceAccountToken.path', path);
    const expirationSeconds = wholeSeconds('expiration', expiration);
    if (expirationSeconds !== undefined && expirationSeconds < LEAST_EXPIRATION_SECONDS) {
      throw new PropError({
        prop: 'serviceAccountToken.expiration',
        problem: 'must not be less than ten minutes',
        received: `${expirationSeconds} seconds`,
        allowed: `${LEAST_EXPIRATION_SECONDS} seconds or more`,
        fix: 'let the token live longer: the kubelet renews it in time',
      });
    }
    return new ProjectedSource({ serviceAccountToken: { path, audience, expirationSeconds } });
  }

  /** The paths that its files are at, as far as it names them. */
  get paths(): readonly string[] {
    const { configMap, secret, downwardApi, serviceAccountToken } = this.projection;
    const items = [configMap?.items, secret?.items, downwardApi?.items].flatMap(list => list ?? []);
    return [...items, ...(serviceAccountToken ? [serviceAccountToken] : [])].map(({ path }) => path);
  }

  /** The source as the API writes it. */
  toKube(): k8s.VolumeProjection {
    return this.projection;
  }
}
