import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import { type Data, isData } from '../../manifest';
import { dataOf } from '../stored/changed';

const LABELS = FieldPath.of('spec', 'template', 'metadata', 'labels');
const UID_LABELS: readonly string[] = ['controller-uid', 'batch.kubernetes.io/controller-uid'];
const NAME_LABELS: readonly string[] = ['job-name', 'batch.kubernetes.io/job-name'];
const ADVICE = {
  fix: 'keep the labels that the server gave to the template: they stand in the stored Job',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-selector',
};

/**
 * The spec of a Job without the selector and the labels that the server gave to it, where the stored one is known as
 * it was written, before the server gave it any.
 */
export function withoutGenerated(old: Data, now: Data): Data {
  if (old.selector !== undefined || now.manualSelector === true) return now;
  const { selector, ...rest } = now;
  const generated = isGenerated(selector);
  const spec = generated ? rest : now;
  const template = dataOf(now.template);
  const metadata = dataOf(template.metadata);
  if (!isData(metadata.labels)) return spec;
  const known = labelsOf(old);
  const labels = Object.entries(metadata.labels).filter(([key]) => key in known || !isGeneratedLabel(key));
  return {
    ...spec,
    template: { ...template, metadata: { ...metadata, labels: Object.fromEntries(labels) } },
  };
}

/**
 * The server gives labels to the template of a Job when it is created, and wants them back at each update. What the
 * stored Job bears is what they must be.
 */
export function verifyGeneratedLabels(before: Data, old: Data, now: Data, errors: FieldErrors): void {
  if (now.manualSelector === true || now.selector === undefined || !isGenerated(old.selector)) return;
  const [known, labels] = [labelsOf(old), labelsOf(now)];
  const { uid, name } = dataOf(before.metadata);
  for (const [keys, value] of [
    [UID_LABELS, uid],
    [NAME_LABELS, name],
  ] as const) {
    for (const key of keys) {
      const expected = value ?? known[key];
      if (!(key in known) || expected === undefined) continue;
      if (labels[key] === undefined) errors.required(LABELS.key(key), `must stay ${expected}`, ADVICE);
      else if (labels[key] !== expected)
        errors.invalid(LABELS.key(key), labels[key], `must stay ${expected}`, ADVICE);
    }
  }
}

/** Whether a selector is none, or the one that the server makes. */
function isGenerated(selector: unknown): boolean {
  if (selector === undefined) return true;
  const { matchLabels, matchExpressions } = dataOf(selector);
  const keys = Object.keys(dataOf(matchLabels));
  return matchExpressions === undefined && keys.length > 0 && keys.every(key => UID_LABELS.includes(key));
}

function isGeneratedLabel(key: string): boolean {
  return UID_LABELS.includes(key) || NAME_LABELS.includes(key);
}

function labelsOf({ template }: Data): Data {
  return dataOf(dataOf(dataOf(template).metadata).labels);
}
