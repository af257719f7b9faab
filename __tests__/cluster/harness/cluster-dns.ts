import { Resolver } from 'node:dns/promises';
import type { ClusterAccess } from '../../../scripts/cluster/cluster-access';

/** What a name has none of: DNS says that it does not exist, or that it has no record of the kind. */
const NOTHING = ['ENOTFOUND', 'ENODATA'];

/** Questions to the DNS of a cluster, over the network. Answers are sorted; none is an empty list. */
export class ClusterDns {
  private readonly resolver = new Resolver();

  constructor({ dns }: ClusterAccess) {
    if (!dns) throw new Error('the DNS of the cluster cannot be asked');
    this.resolver.setServers([`${dns.address}:${dns.port}`]);
  }

  /** IPv4 addresses. */
  a(name: string): Promise<string[]> {
    return sorted(this.resolver.resolve4(name));
  }

  /** IPv6 addresses. */
  aaaa(name: string): Promise<string[]> {
    return sorted(this.resolver.resolve6(name));
  }

  cname(name: string): Promise<string[]> {
    return sorted(this.resolver.resolveCname(name));
  }

  /** Targets and ports, as `host:port`. */
  srv(name: string): Promise<string[]> {
    return sorted(
      this.resolver.resolveSrv(name).then(records => records.map(({ name, port }) => `${name}:${port}`)),
    );
  }

  /** The names that an address has. */
  ptr(address: string): Promise<string[]> {
    return sorted(this.resolver.reverse(address));
  }
}

async function sorted(answers: Promise<string[]>): Promise<string[]> {
  try {
    return (await answers).sort();
  } catch (error) {
    if (NOTHING.includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
