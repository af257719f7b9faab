import type { IConstruct } from 'constructs';
import { labelValueComplaints, qualifiedNameComplaints } from '../kubernetes/label-format';
import type { LabelRequirement, LabelSelectorSpec } from '../kubernetes/label-selector';
import { PropError } from '../prop-error';

/**
 * Refuses a selector of volumes that the API server would refuse.
 *
 * @throws PropError naming the label.
 */
export function checkClaimSelector(construct: IConstruct | undefined, selector: LabelSelectorSpec): void {
  const requirements: LabelRequirement[] = Object.entries(selector.matchLabels ?? {}).map(([key, value]) => ({
    key,
    operator: 'In',
    values: [value],
  }));
  for (const requirement of [...requirements, ...(selector.matchExpressions ?? [])]) {
    const complaints = complaintsOf(requirement);
    if (complaints.length === 0) continue;
    throw new PropError({
      construct,
      prop: `selector label '${requirement.key}'`,
      problem: complaints.join(', and '),
      received: requirement,
      fix: 'select the labels that the volumes bear',
    });
  }
}

function complaintsOf({ key, operator, values = [] }: LabelRequirement): string[] {
  const complaints = [...qualifiedNameComplaints(key), ...values.flatMap(labelValueComplaints)];
  const compares = operator === 'In' || operator === 'NotIn';
  if (compares && values.length === 0) complaints.push(`must have values, since its operator is ${operator}`);
  if (!compares && values.length > 0)
    complaints.push(`must have no values, since its operator is ${operator}`);
  return complaints;
}
