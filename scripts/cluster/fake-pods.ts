import { stringify } from 'yaml';

/** A pod with this annotation runs and is not ready, as long as it has it. */
export const NOT_READY = 'cdk8s-drydock/not-ready';

const stage = (name: string, kind: 'Node' | 'Pod', matchExpressions: object[], next: object) => ({
  apiVersion: 'kwok.x-k8s.io/v1alpha1',
  kind: 'Stage',
  metadata: { name },
  spec: { resourceRef: { apiGroup: 'v1', kind }, selector: { matchExpressions }, next },
});

const exists = (key: string) => ({ key, operator: 'Exists' });
const existsNot = (key: string) => ({ key, operator: 'DoesNotExist' });
const is = (key: string, value: string) => ({ key, operator: 'In', values: [value] });
const isNot = (key: string, value: string) => ({ key, operator: 'NotIn', values: [value] });

const DELETED = '.metadata.deletionTimestamp';
const READY = '.status.conditions.[] | select( .type == "Ready" ) | .status';
const HELD = `.metadata.annotations["${NOT_READY}"]`;

const NODE_STATUS = `{{ $now := Now }}
conditions:
{{ range NodeConditions }}
- lastHeartbeatTime: {{ $now | Quote }}
  lastTransitionTime: {{ $now | Quote }}
  message: {{ .message | Quote }}
  reason: {{ .reason | Quote }}
  status: {{ .status | Quote }}
  type: {{ .type | Quote }}
{{ end }}
addresses:
- { address: {{ NodeIP | Quote }}, type: InternalIP }
- { address: {{ NodeName | Quote }}, type: Hostname }
allocatable: { cpu: 1k, memory: 1Ti, pods: 200 }
capacity: { cpu: 1k, memory: 1Ti, pods: 200 }
nodeInfo:
  architecture: amd64
  bootID: ""
  containerRuntimeVersion: kwok
  kernelVersion: kwok
  kubeProxyVersion: kwok
  kubeletVersion: kwok
  machineID: ""
  operatingSystem: linux
  osImage: ""
  systemUUID: ""
`;

/** A pod whose containers run; readiness is that of its containers, and so of every gate. */
const podStatus = (ready: 'True' | 'False') => `{{ $now := Now }}
conditions:
- { type: Initialized, status: "True", lastTransitionTime: {{ $now | Quote }} }
- { type: Ready, status: "${ready}", lastTransitionTime: {{ $now | Quote }} }
- { type: ContainersReady, status: "${ready}", lastTransitionTime: {{ $now | Quote }} }
{{ range .spec.readinessGates }}
- { type: {{ .conditionType | Quote }}, status: "${ready}", lastTransitionTime: {{ $now | Quote }} }
{{ end }}
containerStatuses:
{{ range .spec.containers }}
- image: {{ .image | Quote }}
  name: {{ .name | Quote }}
  ready: ${ready === 'True'}
  restartCount: 0
  state: { running: { startedAt: {{ $now | Quote }} } }
{{ end }}
{{ if not .status.podIP }}
{{ $ips := PodIPsWith .spec.nodeName ( or .spec.hostNetwork false ) ( or .metadata.uid "" ) ( or .metadata.name "" ) ( or .metadata.namespace "" ) }}
podIP: {{ index $ips 0 | Quote }}
podIPs:
{{ range $ips }}
- ip: {{ . | Quote }}
{{ end }}
{{ end }}
phase: Running
startTime: {{ $now | Quote }}
`;

/** What kwok does with nodes and pods: all run at once, and are ready but where an annotation says no. */
export const KWOK_STAGES = [
  stage('node-ready', 'Node', [isNot(READY, 'True')], { statusTemplate: NODE_STATUS }),
  stage('pod-ready', 'Pod', [existsNot(DELETED), existsNot(HELD), isNot(READY, 'True')], {
    statusTemplate: podStatus('True'),
  }),
  stage('pod-not-ready', 'Pod', [existsNot(DELETED), exists(HELD), is('.status.phase', 'Pending')], {
    statusTemplate: podStatus('False'),
  }),
  stage('pod-not-ready-any-more', 'Pod', [existsNot(DELETED), exists(HELD), is(READY, 'True')], {
    statusTemplate: podStatus('False'),
  }),
  stage('pod-deleted', 'Pod', [exists(DELETED)], { delete: true }),
]
  .map(document => stringify(document))
  .join('---\n');
