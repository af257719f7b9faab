import type { VolumeSnapshotSpecSource } from '../../imports/snapshot.storage.k8s.io';
import { dnsSubdomainComplaints } from '../kubernetes/dns-format';
import { PropError } from '../prop-error';
import type { IVolumeClaim } from './claim-handle';
import type { StorageSize } from './storage-size';

/** What a snapshot is made of. */
export class SnapshotSource {
  private constructor(
    private readonly fields: VolumeSnapshotSpecSource,
    /** The namespace of the claim, where it is known: the snapshot must be there too. */
    readonly namespace?: string,
    /** The size of the claim, where it is known. */
    readonly size?: StorageSize,
  ) {}

  /** The volume of a claim, as it is when the snapshot is made. */
  static claim({ claimName, namespace, size }: IVolumeClaim): SnapshotSource {
    return new SnapshotSource({ persistentVolumeClaimName: claimName }, namespace, size);
  }

  /**
   * A snapshot that exists already.
   *
   * @param name name of its VolumeSnapshotContent.
   * @throws PropError when the name is no DNS subdomain.
   */
  static content(name: string): SnapshotSource {
    const complaints = dnsSubdomainComplaints(name);
    if (complaints.length > 0) {
      throw new PropError({
        prop: 'source',
        problem: complaints.join(', and '),
        received: name,
        allowed: 'the name of a VolumeSnapshotContent',
        fix: 'correct the name',
      });
    }
    return new SnapshotSource({ volumeSnapshotContentName: name });
  }

  /** The source as the API writes it. */
  toKube(): VolumeSnapshotSpecSource {
    return this.fields;
  }
}
