import type { IConstruct } from 'constructs';
import { dnsLabelComplaints } from '../kubernetes/dns-format';
import { PropError } from '../prop-error';

/**
 * The name of a pod volume: the one given, else one made of the source's name, with hyphens for dots.
 *
 * @throws PropError when it is no DNS label.
 */
export function podVolumeName(given: string | undefined, sourceName: string, construct?: IConstruct): string {
  const name = given ?? sourceName.replaceAll('.', '-');
  const complaints = dnsLabelComplaints(name);
  if (complaints.length > 0) {
    throw new PropError({
      construct,
      prop: 'volume name',
      problem: complaints.join(', and '),
      received: name,
      allowed: 'a DNS label such as data or app-config',
      fix:
        given === undefined ? "the name is made of the source's: give the volume a 'name'" : "change 'name'",
    });
  }
  return name;
}
