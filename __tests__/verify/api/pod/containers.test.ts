import { judgeContainer, judgePod, type Place } from './judged-container';

const named = (...names: string[]) => names.map(name => ({ name, image: 'i' }));
const exec = { command: ['true'] };

describe('the containers of a pod', () => {
  it('are there', () => {
    expect(judgePod({})).toEqual(['Required containers']);
    expect(judgePod({ containers: [] })).toEqual(['Required containers']);
  });

  it('have a name that is a DNS label, and an image', () => {
    expect(judgePod({ containers: [{}] })).toEqual(['Required name', 'Required image']);
    expect(judgeContainer({ name: 'My App' })).toEqual(['Invalid name']);
  });

  it('have names of their own, init containers too', () => {
    expect(judgePod({ containers: named('a', 'a'), initContainers: named('a', 'b', 'b') })).toEqual([
      'Duplicate containers[1].name',
      'Duplicate initContainers[0].name',
      'Duplicate initContainers[2].name',
    ]);
  });

  it('have an image without white space around it in a Pod; a template may have it', () => {
    expect(judgeContainer({ image: ' app:1' })).toEqual(['Invalid image']);
    expect(judgeContainer({ image: ' app:1' }, { template: true })).toEqual([]);
  });

  it('have policies that there are', () => {
    const container = { imagePullPolicy: 'Sometimes', terminationMessagePolicy: 'Log' };
    expect(judgeContainer(container)).toEqual([
      'NotSupported imagePullPolicy',
      'NotSupported terminationMessagePolicy',
    ]);
    expect(judgeContainer({ imagePullPolicy: '', terminationMessagePolicy: '' })).toEqual([]);
  });

  it('use claims of the pod, since 1.34', () => {
    const resources = { claims: [{ name: 'gpu' }] };
    expect(judgeContainer({ resources }, { pod: { resourceClaims: [{ name: 'gpu' }] } })).toEqual([]);
    expect(judgeContainer({ resources })).toEqual(['NotFound resources.claims[0]']);
    expect(judgeContainer({ resources }, { version: '1.33' })).toEqual([]);
  });

  it('have the errors of a limit twice in a Pod, where it is the request too', () => {
    const resources = { limits: { gpu: 1 } };
    expect(judgeContainer({ resources }, { template: true })).not.toContain(
      'Invalid resources.requests[gpu]',
    );
    expect(judgeContainer({ resources })).toContain('Invalid resources.requests[gpu]');
  });
});

describe('init containers', () => {
  const init = (container: object, place: Place = {}) =>
    judgeContainer(
      {},
      { ...place, pod: { initContainers: [{ name: 'init', image: 'i', ...container }] } },
    ).map(error => error.replace(' initContainers[0].', ' '));
  const ofSidecars = { lifecycle: { preStop: { exec } }, livenessProbe: { exec }, startupProbe: {} };

  it('have neither lifecycle nor probes', () => {
    expect(init(ofSidecars)).toEqual([
      'Forbidden lifecycle',
      'Forbidden livenessProbe',
      'Forbidden startupProbe',
    ]);
  });

  it('have both as sidecars, since 1.29', () => {
    const sidecar = { ...ofSidecars, restartPolicy: 'Always' };
    expect(init(sidecar)).toEqual(['Required startupProbe']);
    expect(init(sidecar, { version: '1.28' })).toContain('Forbidden livenessProbe');
  });

  it.each<[Place['version'], string[]]>([
    ['1.32', ['Forbidden lifecycle']],
    ['1.33', []],
    ['1.35', []],
    ['1.36', []],
  ])('have, in %s, for a lifecycle that decoding may have emptied %j', (version, errors) => {
    expect(init({ lifecycle: {} }, { version })).toEqual(errors);
  });

  it('may have a lifecycle of which the server drops all', () => {
    expect(init({ lifecycle: { stopSignal: 'SIGTERM' } })).toEqual([]);
    expect(init({ lifecycle: { preStop: { sleep: { seconds: 1 } } } }, { version: '1.29' })).toEqual([
      'Forbidden lifecycle',
    ]);
  });

  it('have an image without white space around it in a Pod', () => {
    expect(init({ image: 'i ' })).toEqual(['Invalid image']);
    expect(init({ image: 'i ' }, { template: true })).toEqual([]);
  });
});

describe('ephemeral containers', () => {
  const ephemeral = (container: object, place: Place = {}) =>
    judgeContainer(
      {},
      { ...place, pod: { ephemeralContainers: [{ name: 'debug', image: 'i', ...container }] } },
    )
      .slice(1)
      .map(error => error.replace(' ephemeralContainers[0].', ' '));

  it('come later than the pod', () => {
    const ephemeralContainers = named('debug');
    expect(judgeContainer({}, { pod: { ephemeralContainers } })).toEqual(['Forbidden ephemeralContainers']);
    expect(judgeContainer({}, { pod: { ephemeralContainers: [] } })).toEqual([]);
  });

  it('have names of their own, and the name of their target', () => {
    expect(ephemeral({ name: 'app', targetContainerName: 'app' })).toEqual(['Duplicate name']);
    expect(ephemeral({ targetContainerName: 'debug' })).toEqual(['NotFound targetContainerName']);
  });

  it('have nothing that the pod relies on', () => {
    const container = {
      ports: [],
      lifecycle: { preStop: { exec } },
      readinessProbe: {},
      resources: { limits: {} },
    };
    expect(new Set(ephemeral(container))).toEqual(
      new Set(['Forbidden ports', 'Forbidden lifecycle', 'Forbidden readinessProbe', 'Forbidden resources']),
    );
    expect(ephemeral({ resources: {} })).toEqual([]);
    expect(ephemeral({ resizePolicy: [] })).toEqual(['Forbidden resizePolicy']);
    expect(ephemeral({ resizePolicy: [] }, { version: '1.32' })).toEqual([]);
  });

  it('are not restarted; 1.34 drops that', () => {
    expect(ephemeral({ restartPolicy: 'Always' })).toEqual(['Forbidden restartPolicy']);
    expect(ephemeral({ restartPolicy: 'Always' }, { version: '1.34' })).toEqual([]);
  });

  it('are judged by the ports that they name, under hostNetwork too', () => {
    const ephemeralContainers = [{ ...named('debug')[0], ports: [{ containerPort: 70000 }] }];
    expect(judgeContainer({}, { pod: { hostNetwork: true, ephemeralContainers } })).not.toContain(
      'Invalid ephemeralContainers[0].ports[0].hostPort',
    );
  });

  it('mount whole volumes', () => {
    const volumeMounts = [{ name: 'tmp', mountPath: '/tmp', subPath: 'a', subPathExpr: 'a' }];
    const pod = { volumes: [{ name: 'tmp' }], ephemeralContainers: [{ ...named('debug')[0], volumeMounts }] };
    expect(judgeContainer({}, { pod })).toEqual(
      expect.arrayContaining([
        'Forbidden ephemeralContainers[0].volumeMounts[0].subPath',
        'Forbidden ephemeralContainers[0].volumeMounts[0].subPathExpr',
      ]),
    );
  });
});
