const labels = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' };
const metadata = { name: 'web', namespace: 'shop', labels };
const ports = [{ name: 'http', port: 80, targetPort: 'http' }];

const container = {
  name: 'web',
  image: 'registry.example.com/shop/web:1.8.0',
  ports: [{ name: 'http', containerPort: 8080 }],
  env: [
    { name: 'LOG_LEVEL', value: 'info' },
    { name: 'MODE', valueFrom: { configMapKeyRef: { name: 'web', key: 'web.conf' } } },
    { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'web', key: 'password', optional: true } } },
    { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
  ],
  envFrom: [{ configMapRef: { name: 'web' } }],
  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
  readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
  livenessProbe: { httpGet: { path: '/live', port: 'http' } },
  startupProbe: { httpGet: { path: '/live', port: 'http' }, failureThreshold: 30 },
  lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
};

const podSpec = {
  serviceAccountName: 'web',
  securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: labels },
    },
  ],
  containers: [{ ...container, volumeMounts: [{ name: 'config', mountPath: '/etc/web' }] }],
  volumes: [
    { name: 'config', configMap: { name: 'web' } },
    { name: 'scratch', emptyDir: { sizeLimit: '1Gi' } },
    { name: 'tls', secret: { secretName: 'web-tls', optional: true, defaultMode: 0o440 } },
  ],
};

const annotations = { 'prometheus.io/scrape': 'true' };
const template = { metadata: { labels, annotations }, spec: podSpec };
const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'web.conf': 'listen 8080\n' } };
const service = { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports, selector: labels } };
const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata };
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata,
  spec: {
    replicas: 3,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    selector: { matchLabels: labels },
    template,
  },
};
const budget = {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata,
  spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
};

const ofDatabase = { 'app.kubernetes.io/name': 'database', 'app.kubernetes.io/instance': 'database' };
const database = { name: 'database', namespace: 'shop', labels: ofDatabase };

/** A database with its volumes. */
const stack = [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: database,
    spec: { clusterIP: 'None', ports, selector: ofDatabase },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: database,
    spec: {
      serviceName: 'database',
      replicas: 3,
      selector: { matchLabels: ofDatabase },
      template: {
        metadata: { labels: ofDatabase },
        spec: {
          terminationGracePeriodSeconds: 30,
          containers: [{ ...container, volumeMounts: [{ name: 'data', mountPath: '/data' }] }],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } } },
        },
      ],
    },
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: database,
    spec: { maxUnavailable: 1, selector: { matchLabels: ofDatabase } },
  },
];

/** What is often found, so that there is something to say. */
const careless = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'careless', namespace: 'shop' },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'careless' } },
    template: {
      metadata: { labels: { app: 'careless' } },
      spec: {
        containers: [
          {
            name: 'careless',
            image: 'registry.example.com/shop/careless:latest',
            args: ['--port', '8080', '--level=info', '--config=/etc/careless.yaml'],
            env: [{ name: 'LEVEL', value: 'info' }],
            envFrom: [{ secretRef: { name: 'elsewhere' } }],
            ports: [{ containerPort: 8080 }],
          },
        ],
      },
    },
  },
};

/** What applications are made of; nothing is wrong with all of it together. */
export const APPLICATION: readonly object[] = [configMap, account, service, deployment, budget, ...stack];

/** What may be judged first, each by itself: the code that does it is compiled ahead. */
export const FIRST_MANIFESTS: readonly (readonly object[])[] = [
  [configMap],
  [service],
  [deployment],
  [careless],
  stack,
  APPLICATION,
];
