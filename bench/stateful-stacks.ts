import { App, Chart, Size } from 'cdk8s';
import { ClaimClass, StatefulStack } from 'cdk8s-drydock';
import { Service, StatefulSet, Volume } from 'cdk8s-plus-28';
import type { Contender } from './contender';

const IMAGE = 'postgres:16.4';
const PORT = 5432;
const PATH = '/var/lib/postgresql/data';

/** StatefulStacks of one container, one port and one claim, in one chart. */
export const drydockStacks: Contender = {
  name: 'StatefulStack',
  construct(count) {
    const chart = shop();
    for (let index = 0; index < count; index += 1) {
      const stack = new StatefulStack(chart, `db-${index}`, {
        replicas: 3,
        container: { image: IMAGE, ports: [{ name: 'pg', number: PORT }] },
      });
      const data = stack.addClaim('data', {
        size: Size.gibibytes(20),
        storageClass: ClaimClass.named('ssd'),
      });
      stack.container.mount(PATH, data);
    }
    return chart;
  },
};

/** The same in plain cdk8s-plus: it has no claim templates, so that an emptyDir is in the place of the claim. */
export const plusStatefulSets: Contender = {
  name: 'cdk8s-plus-28',
  construct(count) {
    const chart = shop();
    for (let index = 0; index < count; index += 1) {
      const name = `db-${index}`;
      const set = new StatefulSet(chart, name, {
        metadata: { name },
        replicas: 3,
        service: new Service(chart, `${name}-service`, {
          metadata: { name },
          clusterIP: 'None',
          ports: [{ name: 'pg', port: PORT }],
        }),
      });
      const container = set.addContainer({ name, image: IMAGE, ports: [{ name: 'pg', number: PORT }] });
      container.mount(PATH, Volume.fromEmptyDir(set, 'data', 'data'));
    }
    return chart;
  },
};

function shop(): Chart {
  return new Chart(new App(), 'shop', { namespace: 'shop' });
}
