import type { Duration } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { intOrString } from '../objects/int-or-string';
import { wholeSeconds } from '../objects/whole-seconds';

/** When a probe runs and how its answers count. Nothing of it is emitted unless given. Times are whole seconds. */
export interface ProbeTiming {
  /** Wait after the start of the container. @default not emitted: none */
  readonly initialDelay?: Duration;
  /** Time between probes. @default not emitted: 10 seconds */
  readonly period?: Duration;
  /** How long an answer may take. @default not emitted: 1 second */
  readonly timeout?: Duration;
  /** Failures in a row that count as failed. @default not emitted: 3 */
  readonly failureThreshold?: number;
  /** Successes in a row that count as healthy again. @default not emitted: 1 */
  readonly successThreshold?: number;
}

/** What an HTTP probe asks for. */
export interface HttpProbeOptions extends ProbeTiming {
  /** Path to get. @default not emitted: / */
  readonly path?: string;
  /** Number of the port, or the name of one of the container's ports. */
  readonly port: number | string;
  /** @default not emitted: HTTP */
  readonly scheme?: 'HTTP' | 'HTTPS';
  /** Headers to send. @default none */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A question that the kubelet asks a container again and again.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export class Probe {
  private readonly timing: k8s.Probe;

  private constructor(
    private readonly action: k8s.Probe,
    timing: ProbeTiming,
    /** The name of the container port that the probe asks, where it goes by name. */
    readonly portName?: string,
  ) {
    this.timing = timingFields(timing);
  }

  /** Healthy while a GET is answered with a status from 200 to 399. */
  static http({ path, port, scheme, headers, ...timing }: HttpProbeOptions): Probe {
    const httpHeaders = headers && Object.entries(headers).map(([name, value]) => ({ name, value }));
    return new Probe(
      { httpGet: { path, port: intOrString(port), scheme, httpHeaders } },
      timing,
      nameOf(port),
    );
  }

  /** Healthy while a connection can be opened. */
  static tcp({ port, ...timing }: ProbeTiming & { readonly port: number | string }): Probe {
    return new Probe({ tcpSocket: { port: intOrString(port) } }, timing, nameOf(port));
  }

  /** Healthy while a command in the container exits with 0. */
  static exec(command: readonly string[], timing: ProbeTiming = {}): Probe {
    return new Probe({ exec: { command: [...command] } }, timing);
  }

  /** Healthy while the gRPC health service answers SERVING. */
  static grpc({
    port,
    service,
    ...timing
  }: ProbeTiming & { readonly port: number; readonly service?: string }): Probe {
    return new Probe({ grpc: { port, service } }, timing);
  }

  /** The probe as the API writes it. */
  toKube(): k8s.Probe {
    return { ...this.action, ...this.timing };
  }
}

function timingFields(timing: ProbeTiming): k8s.Probe {
  const { initialDelay, period, timeout, failureThreshold, successThreshold } = timing;
  return {
    initialDelaySeconds: wholeSeconds('probe.initialDelay', initialDelay),
    periodSeconds: wholeSeconds('probe.period', period),
    timeoutSeconds: wholeSeconds('probe.timeout', timeout),
    failureThreshold,
    successThreshold,
  };
}

function nameOf(port: number | string): string | undefined {
  return typeof port === 'string' ? port : undefined;
}
