import { judgeContainer, type Place } from './judged-container';

const preStop = (handler: object, place?: Place) =>
  judgeContainer({ lifecycle: { preStop: handler } }, place);
const liveness = (probe: object, place?: Place) => judgeContainer({ livenessProbe: probe }, place);

describe('handlers', () => {
  it.each([
    { exec: { command: ['true'] } },
    { httpGet: { port: 80 } },
    { httpGet: { port: 'http', scheme: 'HTTPS', httpHeaders: [{ name: 'X-A', value: '1' }] } },
    { tcpSocket: { port: 80 } },
    { grpc: { port: 80 } },
  ])('can be %j', probe => {
    expect(liveness(probe)).toEqual([]);
  });

  it('are there', () => {
    expect(liveness({})).toEqual(['Required livenessProbe']);
    expect(preStop({})).toEqual(['Required lifecycle.preStop']);
  });

  it('are there once', () => {
    expect(liveness({ exec: { command: ['true'] }, grpc: { port: 80 } })).toEqual([
      'Forbidden livenessProbe.grpc',
    ]);
  });

  it('run a command', () => {
    expect(liveness({ exec: {} })).toEqual(['Required livenessProbe.exec.command']);
    expect(liveness({ exec: { command: [] } })).toEqual(['Required livenessProbe.exec.command']);
  });

  it.each([0, 70000, '80', '', 'HTTP', undefined])('do not call the port %j', port => {
    const errors = new Set([...liveness({ httpGet: { port } }), ...liveness({ tcpSocket: { port } })]);
    expect(errors).toEqual(
      new Set(['Invalid livenessProbe.httpGet.port', 'Invalid livenessProbe.tcpSocket.port']),
    );
  });

  it('call over HTTP or HTTPS, with headers that there can be', () => {
    expect(liveness({ httpGet: { port: 80, scheme: 'http' } })).toEqual([
      'NotSupported livenessProbe.httpGet.scheme',
    ]);
    expect(liveness({ httpGet: { port: 80, httpHeaders: [{ name: 'a_b' }] } })).toEqual([
      'Invalid livenessProbe.httpGet.httpHeaders',
    ]);
  });
});

describe('a sleep before the end', () => {
  const sleep = (seconds: number, place?: Place) => preStop({ sleep: { seconds } }, place);

  it('takes no longer than the pod has to stop', () => {
    expect(sleep(30)).toEqual([]);
    expect(sleep(31)).toEqual(['Invalid lifecycle.preStop.sleep']);
    expect(sleep(31, { pod: { terminationGracePeriodSeconds: 31 } })).toEqual([]);
    expect(sleep(2, { pod: { terminationGracePeriodSeconds: -5 } })).toEqual([
      'Invalid lifecycle.preStop.sleep',
    ]);
  });

  it('takes no time since 1.33', () => {
    expect(sleep(0)).toEqual([]);
    expect(sleep(0, { version: '1.32' })).toEqual(['Invalid lifecycle.preStop.sleep']);
    expect(sleep(-1)).toEqual(['Invalid lifecycle.preStop.sleep']);
  });

  it('is dropped in 1.29, and leaves an empty handler', () => {
    expect(sleep(1, { version: '1.29' })).toEqual(['Required lifecycle.preStop']);
    expect(sleep(99, { version: '1.30' })).toEqual(['Invalid lifecycle.preStop.sleep']);
    const both = { exec: { command: ['true'] }, sleep: { seconds: 1 } };
    expect(preStop(both, { version: '1.29' })).toEqual([]);
    expect(preStop(both)).toEqual(['Forbidden lifecycle.preStop.sleep']);
  });
});

describe('probes', () => {
  const exec = { command: ['true'] };

  it('have no negative numbers', () => {
    const fields = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'failureThreshold'];
    for (const field of fields) {
      expect(liveness({ exec, [field]: -1 })).toEqual([`Invalid livenessProbe.${field}`]);
      expect(liveness({ exec, [field]: 0 })).toEqual([]);
    }
  });

  it('of life and start succeed at once', () => {
    expect(liveness({ exec, successThreshold: 2 })).toEqual(['Invalid livenessProbe.successThreshold']);
    expect(liveness({ exec, successThreshold: 0 })).toEqual([]);
    expect(judgeContainer({ startupProbe: { exec, successThreshold: 2 } })).toEqual([
      'Invalid startupProbe.successThreshold',
    ]);
    expect(judgeContainer({ readinessProbe: { exec, successThreshold: 2 } })).toEqual([]);
  });

  it('of life and start give the container time to stop', () => {
    expect(liveness({ exec, terminationGracePeriodSeconds: 0 })).toEqual([
      'Invalid livenessProbe.terminationGracePeriodSeconds',
    ]);
    expect(judgeContainer({ startupProbe: { exec, terminationGracePeriodSeconds: 1 } })).toEqual([]);
    expect(judgeContainer({ readinessProbe: { exec, terminationGracePeriodSeconds: 1 } })).toEqual([
      'Invalid readinessProbe.terminationGracePeriodSeconds',
    ]);
  });
});
