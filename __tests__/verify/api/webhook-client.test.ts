import { parseUrl } from '../../../lib/verify/api/url';
import { validateWebhookClient, type WebhookClient } from '../../../lib/verify/api/webhook-client';
import { FieldPath } from '../../../lib/verify/field-path';
import { judged } from './workloads/judged';

const client = (config: WebhookClient | undefined) => [
  ...new Set(judged((_, errors) => validateWebhookClient(config, FieldPath.of('c'), errors), {})),
];
const url = (text: string) => client({ url: text });
const service = (fields: object) => client({ service: { name: 'web', namespace: 'shop', ...fields } });

test('a webhook is at a URL or behind a Service', () => {
  expect(url('https://example.com')).toEqual([]);
  expect(service({})).toEqual([]);
  expect(client(undefined)).toEqual(['Required c']);
  expect(client({})).toEqual(['Required c']);
  expect(client({ url: 'https://a', service: { name: 'web', namespace: 'shop' } })).toEqual(['Required c']);
});

test.each(['https://a.example:443/p/q', 'HTTPS://a', 'https://[::1]:8443/', 'https://a/%41'])(
  '%s is a URL',
  text => {
    expect(url(text)).toEqual([]);
  },
);

test.each([
  'http://a.example',
  'a.example/p',
  '',
  'https:///p',
  'https://user@a.example',
  'https://a.example/?q=1',
  'https://a.example/#f',
])('%j is none for a webhook', text => {
  expect(url(text)).toEqual(['Invalid c.url']);
});

test.each(['https://a b', 'https://a:port', ':', '1a:b', 'https://a/%4', 'https://a/\n', 'https://[::1'])(
  '%j is no URL at all',
  text => {
    expect(parseUrl(text)).toBeUndefined();
    expect(url(text)).toEqual(['Required c.url']);
  },
);

test('a missing name of the Service is said of its namespace, and the other way round', () => {
  expect(service({ name: '' })).toEqual(['Required c.service.namespace']);
  expect(service({ namespace: undefined })).toEqual(['Required c.service.name']);
});

test('the port is 443, or one that there is', () => {
  expect(service({ port: 8443 })).toEqual([]);
  expect(service({ port: 0 })).toEqual(['Invalid c.service.port']);
  expect(service({ port: 70000 })).toEqual(['Invalid c.service.port']);
});

test.each(['', '/', '/a', '/a/', '/a/b.c/d-e'])('%j is a path', path => {
  expect(service({ path })).toEqual([]);
});

test.each(['a', '//', '/a//b', '/A', '/a_b', '/a?b'])('%j is none', path => {
  expect(service({ path })).toEqual(['Invalid c.service.path']);
});
