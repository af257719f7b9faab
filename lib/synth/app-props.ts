import type { AppProps as Cdk8sAppProps } from 'cdk8s';
import type { KubernetesVersion } from '../kubernetes/kubernetes-version';
import type { Layout } from './layouts/output-layout';
import type { SynthVerifyOptions } from './verification';

/** What cdk8s's App takes, less the division of the output. */
type CommonProps = Omit<Cdk8sAppProps, 'yamlOutputType'> & {
  /**
   * How the objects are judged before they are written; `false` to not judge them.
   *
   * @default - the variable `DRYDOCK_VERIFY` (`off`, `on`, `strict`), else what is refused or broken fails
   */
  readonly verify?: false | SynthVerifyOptions;
  /**
   * The version of Kubernetes that the output is made for and judged by. Constructs find it in the app's context
   * `kubernetesVersion`.
   *
   * @default - the variable `DRYDOCK_KUBERNETES_VERSION`, else the context, else DEFAULT_KUBERNETES_VERSION
   */
  readonly kubernetesVersion?: KubernetesVersion;
  /**
   * Whether an index of construct paths is kept outside of the output, for reports that name constructs.
   *
   * @default true
   */
  readonly constructIndex?: boolean;
};

/** How the output is divided: as cdk8s does it, or by a layout. */
type DivisionProps =
  | {
      /** How the output is divided into files. @default YamlOutputType.FILE_PER_CHART */
      readonly yamlOutputType?: Cdk8sAppProps['yamlOutputType'];
      readonly layout?: undefined;
    }
  | {
      /** A division that cdk8s does not have. @default - that of `yamlOutputType` */
      readonly layout?: Layout;
      readonly yamlOutputType?: undefined;
    };

/** What an App takes: what cdk8s's takes, and how it verifies. */
export type AppProps = CommonProps & DivisionProps;
