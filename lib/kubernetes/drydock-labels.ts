/** The label of the pods of a slot: its colour. Constructs write it, and the verifier reads it. */
export const SLOT_LABEL = 'cdk8s-drydock/slot';

/**
 * An annotation of Services: the keys of labels in its selector that an agent in the cluster sets on pods, so that no
 * template bears them; with commas between them.
 */
export const AGENT_LABELS_ANNOTATION = 'cdk8s-drydock/agent-labels';
