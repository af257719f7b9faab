import type { LabelSelectorSpec } from '../../kubernetes/label-selector';

/** Labels of the pods that cert-manager and Tekton make for a task, and remove again. */
const LABELS = /^(acme\.cert-manager\.io\/http01-solver$|([a-z]+\.)?tekton\.dev\/)/;
const MANAGED_BY = 'app.kubernetes.io/managed-by';
const TEKTON = 'tekton-pipelines';

/**
 * Whether a selector is about pods that a controller makes for a while, such as those that answer a challenge of
 * ACME, or run a task of a pipeline: no manifest shows them.
 *
 * @see https://cert-manager.io/docs/configuration/acme/http01/
 * @see https://tekton.dev/docs/pipelines/labels/
 */
export function selectsPassingPods({ matchLabels = {}, matchExpressions = [] }: LabelSelectorSpec): boolean {
  return (
    matchLabels[MANAGED_BY] === TEKTON ||
    Object.keys(matchLabels).some(key => LABELS.test(key)) ||
    matchExpressions.some(
      ({ key, operator, values }) =>
        operator !== 'DoesNotExist' &&
        operator !== 'NotIn' &&
        (LABELS.test(key) || (key === MANAGED_BY && values?.includes(TEKTON))),
    )
  );
}
