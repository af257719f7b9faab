import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Settings } from './component-args';

/** The kubeconfig of who may do everything with a control plane that was started here. */
export function kubeconfigText({ folder, server, token }: Settings): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name: 'drydock', cluster: { server, 'certificate-authority': join(folder, 'apiserver.crt') } },
    ],
    users: [{ name: 'drydock', user: { token } }],
    contexts: [{ name: 'drydock', context: { cluster: 'drydock', user: 'drydock' } }],
    'current-context': 'drydock',
  });
}
