import type { IConstruct } from 'constructs';
import type { IpFamily } from '../kubernetes/ip-address';
import { PropError } from '../prop-error';

/**
 * The address families of a Service, for clusters with both.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services
 */
export interface IpFamilyProps {
  /**
   * Whether the Service wants one family or two. `PreferDualStack` takes what the cluster has; `RequireDualStack`
   * is refused by a cluster of one family.
   *
   * @default not emitted: SingleStack
   */
  readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';

  /**
   * The families, the preferred one first. The first one can never be changed later.
   *
   * @default not emitted: the cluster's own
   */
  readonly ipFamilies?: readonly [IpFamily] | readonly [IpFamily, IpFamily];
}

/**
 * Refuses families that the API server would refuse.
 *
 * @throws PropError naming the families.
 */
export function checkIpFamilies(construct: IConstruct, props: IpFamilyProps): void {
  const { ipFamilyPolicy, ipFamilies } = props;
  if (new Set(ipFamilies).size < (ipFamilies?.length ?? 0)) {
    throw refused(construct, 'must not name a family twice', ipFamilies, 'leave out the second one');
  }
  if (ipFamilies?.length === 2 && (ipFamilyPolicy ?? 'SingleStack') === 'SingleStack') {
    throw refused(
      construct,
      'has two families, and the policy SingleStack takes one',
      ipFamilies,
      "set ipFamilyPolicy to 'PreferDualStack' or 'RequireDualStack'",
    );
  }
}

function refused(construct: IConstruct, problem: string, received: unknown, fix: string): PropError {
  return new PropError({ construct, prop: 'ipFamilies', problem, received, fix });
}
