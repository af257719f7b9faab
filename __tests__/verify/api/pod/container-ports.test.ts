import { judgeContainer, judgePod } from './judged-container';

const port = (fields: object) => ({ ports: [{ containerPort: 80, ...fields }] });
const container = (name: string, ports: object[]) => ({ name, image: 'i', ports });

describe('the ports of a container', () => {
  it('are fine with a number alone', () => {
    expect(
      judgeContainer({ ports: [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }] }),
    ).toEqual([]);
  });

  it('have a number', () => {
    expect(judgeContainer({ ports: [{}] })).toEqual(['Required ports[0].containerPort']);
    expect(judgeContainer({ ports: [{ containerPort: 70000 }] })).toEqual(['Invalid ports[0].containerPort']);
    expect(judgeContainer(port({ hostPort: -1 }))).toEqual(['Invalid ports[0].hostPort']);
  });

  it.each(['', 'http', 'http-2'])('may be called %j', name => {
    expect(judgeContainer(port({ name }))).toEqual([]);
  });

  it.each(['HTTP', '80', 'a--b', '-a', 'sixteen-letters-', 'ü'])('may not be called %j', name => {
    expect(new Set(judgeContainer(port({ name })))).toEqual(new Set(['Invalid ports[0].name']));
  });

  it('have names of their own', () => {
    const ports = [
      { name: 'http', containerPort: 80 },
      { name: 'http', containerPort: 81 },
    ];
    expect(judgeContainer({ ports })).toEqual(['Duplicate ports[1].name']);
  });

  it('have a protocol that there is', () => {
    expect(judgeContainer(port({ protocol: 'HTTP' }))).toEqual(['NotSupported ports[0].protocol']);
    expect(judgeContainer(port({ protocol: '' }))).toEqual([]);
  });
});

describe('host ports', () => {
  it('are not taken twice, by whatever containers', () => {
    const containers = [
      container('a', [{ containerPort: 80, hostPort: 80 }]),
      container('b', [{ containerPort: 81, hostPort: 80, protocol: 'TCP' }]),
    ];
    expect(judgePod({ containers })).toEqual(['Duplicate containers[1].ports[0].hostPort']);
  });

  it('are told apart by protocol and address', () => {
    const ports = [
      { containerPort: 80, hostPort: 80 },
      { containerPort: 80, hostPort: 80, protocol: 'UDP' },
      { containerPort: 80, hostPort: 80, hostIP: '10.0.0.1' },
    ];
    expect(judgeContainer({ ports })).toEqual([]);
  });

  it('of init containers are judged one by one, at the path of the first', () => {
    const ports = [{ containerPort: 80, hostPort: 80 }];
    const initContainers = [container('a', ports), container('b', [...ports, ...ports])];
    expect(judgeContainer({}, { pod: { initContainers } })).toEqual([
      'Duplicate initContainers[0].ports[1].hostPort',
    ]);
  });

  it('are the container ports under hostNetwork', () => {
    const pod = { hostNetwork: true };
    expect(judgeContainer(port({ hostPort: 80 }), { pod })).toEqual([]);
    expect(judgeContainer(port({ hostPort: 81 }), { pod })).toEqual(['Invalid ports[0].hostPort']);
  });

  it('under hostNetwork are set to the container ports in a Pod, not in a template', () => {
    const ports = [{ containerPort: 80 }, { containerPort: 80 }];
    const pod = { hostNetwork: true };
    expect(judgeContainer({ ports }, { pod })).toEqual(['Duplicate ports[1].hostPort']);
    expect(judgeContainer({ ports }, { pod, template: true })).toEqual([]);
  });
});
