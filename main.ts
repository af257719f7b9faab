import { App, Chart } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';

const app = new App();
const c = new Chart(app, 'x');
new ConfigMap(c, 'a', { data: { a: 'b' } });
app.synth();
