import type { FieldErrors } from '../../api/field-errors';
import { FieldPath } from '../../field-path';
import type { Data } from '../../manifest';
import { report } from '../immutable';
import { changedFields, dataOf } from '../stored/changed';
import { filled } from '../stored/fills';
import type { Update } from '../update-rule';
import { verifyGeneratedLabels, withoutGenerated } from './selector';
import { verifyJobTemplate } from './template';

const SPEC = FieldPath.of('spec');
const COMPLETIONS = SPEC.child('completions');
const ADVICE = {
  fix: 'create a Job of another name, or delete this one and create it again: its pods go with it',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
};

const IMMUTABLE: readonly string[] = [
  'completionMode',
  'podFailurePolicy',
  'backoffLimitPerIndex',
  'managedBy',
  'successPolicy',
];

/** The fields that have rules of their own. */
const OWN_RULE: ReadonlySet<string> = new Set(['template']);

/** What an update of a Job may not change: what it runs, and when it is done. */
export function updateJob({ before, after }: Update, errors: FieldErrors): void {
  const old = filled('V1JobSpec', dataOf(before.spec));
  const now = filled('V1JobSpec', withoutGenerated(old, dataOf(after.spec)));
  const changed = changedFields('V1JobSpec', old, now, errors.version, OWN_RULE);
  verifyGeneratedLabels(before, old, now, errors);
  if (changed.includes('completions')) verifyCompletions(now, errors);
  if (changed.includes('selector')) {
    if (now.selector === undefined) refuseNoSelector(errors);
    report(errors, ADVICE, SPEC.child('selector'));
  }
  verifyJobTemplate(before, old, now, errors);
  for (const name of IMMUTABLE) {
    if (changed.includes(name)) report(errors, ADVICE, SPEC.child(name), now[name]);
  }
}

/** The server makes a selector when a Job is created, and not again. */
function refuseNoSelector(errors: FieldErrors): void {
  errors.required(SPEC.child('selector'), 'must stay as it is', ADVICE);
  errors.invalid(SPEC.child('template', 'metadata', 'labels'), undefined, 'match no selector', ADVICE);
}

/** The completions of an indexed Job may change together with its parallelism. */
function verifyCompletions(now: Data, errors: FieldErrors): void {
  if (now.completionMode !== 'Indexed') {
    report(errors, ADVICE, COMPLETIONS, now.completions);
  } else if (now.completions !== undefined && now.completions !== now.parallelism) {
    errors.invalid(COMPLETIONS, now.completions, 'may change only together with spec.parallelism', {
      fix: `set spec.parallelism to ${now.completions} too`,
      see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#elastic-indexed-jobs',
    });
  }
}
