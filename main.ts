import { App } from 'cdk8s-drydock';
import { ShopData } from './examples/shop/data';
import { ShopNamespaces } from './examples/shop/namespaces';
import { ShopOutside } from './examples/shop/outside';
import { OUTSIDE_OBJECTS } from './examples/shop/outside-objects';
import { ShopStorage } from './examples/shop/storage';
import { ShopWeb } from './examples/shop/web';

const app = new App({ verify: { external: OUTSIDE_OBJECTS } });
const namespaces = new ShopNamespaces(app, 'namespaces');
const storage = new ShopStorage(app, 'storage');
const data = new ShopData(app, 'data', { namespace: namespaces.data.name, ssd: storage.ssd });
const outside = new ShopOutside(app, 'outside', { namespace: namespaces.web.name });
const web = new ShopWeb(app, 'web', {
  namespace: namespaces.web.name,
  media: storage.media,
  postgres: data.postgres.primary,
  mongo: data.mongo,
  redis: data.redis,
  payments: outside.payments,
  ledger: outside.ledger,
});
for (const chart of [data, outside, web]) chart.addDependency(namespaces, storage);
app.synth();
