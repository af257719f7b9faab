import { asParsed, type Manifest } from './manifest';

const NAMESPACE = 'shop';

/**
 * Objects of so many web applications as another tool may have written them: of each a Deployment with probes and
 * volumes, a ConfigMap, an Ingress, a Role and its RoleBinding.
 */
export function webObjects(count: number): Manifest[] {
  return Array.from({ length: count }, (_, index) => asParsed(webObjectsOf(`web-${index}`))).flat();
}

function webObjectsOf(name: string): object[] {
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'shop' };
  const metadata = { name, namespace: NAMESPACE, labels };
  const files = { 'server.yaml': 'listen: 8080\n', 'log-level': 'info', 'robots.txt': 'User-agent: *\n' };
  const rbac = 'rbac.authorization.k8s.io';
  return [
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: deploymentSpec(name, labels) },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: files },
    { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata, spec: ingressSpec(name) },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'Role',
      metadata,
      rules: [
        { apiGroups: [''], resources: ['configmaps', 'secrets'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'create', 'update'] },
      ],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: rbac, kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: NAMESPACE }],
    },
  ];
}

function ingressSpec(name: string): object {
  const host = `${name}.shop.example`;
  const service = { name, port: { name: 'http' } };
  const paths = ['/', '/api'].map(path => ({ path, pathType: 'Prefix', backend: { service } }));
  return {
    ingressClassName: 'nginx',
    tls: [{ hosts: [host], secretName: `${name}-tls` }],
    rules: [{ host, http: { paths } }],
  };
}

function deploymentSpec(name: string, labels: object): object {
  const probe = { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 10, timeoutSeconds: 2 };
  const container = {
    name: 'server',
    image: `registry.shop.example/${name}:1.8.0`,
    args: ['--config=/etc/server/server.yaml'],
    ports: [
      { name: 'http', containerPort: 8080 },
      { name: 'metrics', containerPort: 9090 },
    ],
    env: [
      { name: 'LOG_LEVEL', valueFrom: { configMapKeyRef: { name, key: 'log-level' } } },
      { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: `${name}-db`, key: 'password' } } },
      { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    ],
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '512Mi' } },
    readinessProbe: probe,
    livenessProbe: { ...probe, initialDelaySeconds: 15, failureThreshold: 5 },
    startupProbe: { ...probe, failureThreshold: 30 },
    lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    volumeMounts: [
      { name: 'settings', mountPath: '/etc/server', readOnly: true },
      { name: 'cache', mountPath: '/var/cache/server' },
      { name: 'certificates', mountPath: '/etc/tls', readOnly: true },
    ],
  };
  return {
    replicas: 3,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    selector: { matchLabels: labels },
    template: {
      metadata: { labels, annotations: { 'prometheus.io/scrape': 'true' } },
      spec: {
        serviceAccountName: name,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [container],
        volumes: [
          { name: 'settings', configMap: { name } },
          { name: 'cache', emptyDir: { sizeLimit: '1Gi' } },
          { name: 'certificates', secret: { secretName: `${name}-tls`, defaultMode: 288 } },
        ],
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'topology.kubernetes.io/zone',
            whenUnsatisfiable: 'ScheduleAnyway',
            labelSelector: { matchLabels: labels },
          },
        ],
      },
    },
  };
}
