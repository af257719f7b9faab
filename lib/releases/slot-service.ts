import type { Construct } from 'constructs';
import { ClusterService, type ClusterServiceProps } from '../services/cluster-service';
import type { StatefulPod } from '../workloads/stateful-pod';
import { targetPortComplaints } from '../workloads/target-ports';
import type { Slot } from './slot';

/** Props of a {@link SlotService}. */
export interface SlotServiceProps<S extends Slot> extends Omit<ClusterServiceProps, 'pods'> {
  /** The slot that it leads to. */
  readonly slot: S;
}

/**
 * A Service that leads to one slot of a release. Its name and ports stay; a switch changes its selector alone.
 */
export class SlotService<S extends Slot> extends ClusterService {
  /** The slot that it leads to. */
  readonly slot: S;

  constructor(scope: Construct, id: string, { slot, ...props }: SlotServiceProps<S>) {
    super(scope, id, { ...props, pods: slot });
    this.slot = slot;
    this.node.addValidation({
      validate: () => targetPortComplaints(this.servicePorts, slot.runningContainers),
    });
  }

  /** The pods of the slot that have a name of their own: those of a StatefulSet, else none. */
  get pods(): readonly StatefulPod[] {
    return this.slot.pods;
  }
}
