import { resolve } from 'node:path';
import { type ApiObject, App as Cdk8sApp, type Chart } from 'cdk8s';
import type { Summary } from '../verify';
import { countByLevel } from '../verify/summary';
import type { AppProps } from './app-props';
import { writeConstructIndex } from './construct-index';
import { constructMetadata } from './construct-metadata';
import { emitDocuments } from './emit-yaml';
import {
  isTraced,
  kubernetesVersionVariable,
  outputFolder,
  reportFile,
  verifyMode,
  workingFolder,
} from './environment';
import { optimizeLate, optimizingLate } from './environment/late-optimization';
import { isLayout, type Layout, outputFiles } from './layouts/output-layout';
import type { SynthesizedObject } from './rendering';
import { reportSynth, type SynthReport } from './synth-report';
import { chartsInOrder, synthesize } from './synthesis';
import { SynthesisError } from './synthesis-error';

import { Trace } from './trace';
import { judgeObjects, knownVersion, type SynthVerifyOptions } from './verification';
import { VerificationError } from './verification-error';
import { recoverOutput, writeOutput } from './write-output';

/** The context key that constructs find the version of Kubernetes in. */
const KUBERNETES_VERSION = 'kubernetesVersion';

/** What cdk8s settles from prop and variable, and shows to nobody. */
interface PrivateParts {
  readonly recordConstructMetadata: boolean;
}

/**
 * The App of cdk8s, which verifies what it synthesizes and writes all of it or nothing. What it writes is what cdk8s
 * writes, byte for byte, but for the differences of docs/synth.md.
 */
export class App extends Cdk8sApp {
  private readonly layout?: Layout;
  private readonly verification: false | SynthVerifyOptions;
  private readonly trace?: Trace;
  private readonly hasIndex: boolean;

  /** @throws SynthesisError when a variable of the environment says something that is not known. */
  constructor(props: AppProps = {}) {
    super(props);
    // The process is `drydock synth`'s own, then.
    if (reportFile() !== undefined) optimizeLate();
    this.layout = layoutOf(props);
    this.hasIndex = props.constructIndex ?? true;
    this.verification = props.verify ?? verificationOf(verifyMode());
    const version = props.kubernetesVersion ?? kubernetesVersionVariable();
    if (version !== undefined) this.node.setContext(KUBERNETES_VERSION, knownVersion(version));
    if (isTraced()) this.trace = new Trace(this);
  }

  /** The charts, what is depended on first; with what follows from charts in charts and from constructs. */
  override get charts(): Chart[] {
    return chartsInOrder(this);
  }

  /**
   * Writes the manifests into the output folder: all of them or, where something fails, none.
   *
   * @throws VerificationError when an object is refused or can never work; nothing is written then.
   * @throws SynthesisError when a construct's validation complains, or dependencies are in a circle.
   * @throws OutputError when the folder cannot be written; what was there is there then.
   */
  override synth(): void {
    optimizingLate(() => this.synthesizeOutput());
  }

  private synthesizeOutput(): void {
    recoverOutput(this.outdir);
    const synthesis = synthesize(this);
    const objects = synthesis.charts.flatMap(chart => chart.objects);
    const findings = this.verifyReporting(objects);
    const layout = this.layout ?? this.yamlOutputType;
    const files = outputFiles(synthesis, layout, this.outputFileExtension);
    const { recordConstructMetadata } = this as unknown as PrivateParts;
    if (recordConstructMetadata) files.push(constructMetadata(objects, isLayout(layout)));
    const written = writeOutput(this.outdir, files);
    const folder = outputFolder(this.outdir);
    if (this.hasIndex && folder !== undefined) writeConstructIndex(folder, objects, written);
    reportSynth({ objects: objects.length, findings, outdir: resolve(workingFolder(), this.outdir) });
  }

  /**
   * The manifests of all charts as one text.
   *
   * @throws VerificationError, SynthesisError as `synth` does.
   */
  override synthYaml(): string {
    const objects = synthesize(this).charts.flatMap(chart => chart.objects);
    this.verify(objects);
    return emitDocuments(objects.map(({ manifest }) => manifest));
  }

  /**
   * Judges the objects of this app.
   *
   * @param chart the chart whose findings count; all charts where it is left out.
   * @throws VerificationError when one of them is refused or can never work.
   * @internal
   */
  verify(objects: readonly SynthesizedObject[], chart?: Chart): Summary | undefined {
    if (this.verification === false) return undefined;
    const kubernetesVersion =
      this.verification.kubernetesVersion ?? knownVersion(this.node.tryGetContext(KUBERNETES_VERSION));
    const sourceOf = (construct: ApiObject) => this.trace?.sourceOf(construct);
    return judgeObjects({ objects, sourceOf, chart }, { ...this.verification, kubernetesVersion });
  }

  private verifyReporting(objects: readonly SynthesizedObject[]): SynthReport['findings'] {
    try {
      return this.verify(objects)?.findings;
    } catch (error) {
      if (error instanceof VerificationError) {
        const findings = countByLevel(error.findings);
        const { message } = error;
        reportSynth({ objects: objects.length, findings, failed: 'verification', message });
      }
      throw error;
    }
  }
}

function layoutOf({ layout, yamlOutputType }: AppProps): Layout | undefined {
  if (layout === undefined || yamlOutputType === undefined) return layout;
  throw new SynthesisError('layout and yamlOutputType are both given; fix: drop one of them');
}

function verificationOf(mode: ReturnType<typeof verifyMode>): false | SynthVerifyOptions {
  return mode === 'off' ? false : { strict: mode === 'strict' };
}
