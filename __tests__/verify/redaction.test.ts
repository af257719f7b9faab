import { KUBERNETES_VERSIONS } from '../../lib/kubernetes/kubernetes-version';
import { isSecretVariable, SECRET_NAME, withoutSecrets } from '../../lib/verify/redaction';
import { verify } from '../../lib/verify/verify';
import { pod } from './schema/decoded';

const CANARY = 'canary-5d41402abc4b';
const ENCODED = Buffer.from(CANARY).toString('base64');

const secret = (fields: object, kind = 'Secret'): object => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 's' },
  ...fields,
});

/** Manifests with a secret, each with something wrong about it. */
const LEAKS: readonly (readonly [string, object])[] = [
  ['plain text under data', secret({ data: { a: CANARY } })],
  ['text with a wrong ending under data', secret({ data: { a: `${ENCODED}=` } })],
  ['a key that is not allowed', secret({ data: { 'a b': ENCODED } })],
  ['an object in stringData', secret({ stringData: { a: { b: CANARY } } })],
  ['a list in stringData', secret({ stringData: { a: [CANARY] } })],
  ['stringData that is a text', secret({ stringData: CANARY })],
  ['data that is a text', secret({ data: CANARY })],
  ['data at the wrong place', secret({ spec: { password: CANARY } })],
  ['a misspelt field', secret({ stringDate: { a: CANARY } })],
  [
    'the configuration that was last applied',
    {
      ...secret({}),
      metadata: {
        name: 's',
        annotations: { 'a b': CANARY, 'kubectl.kubernetes.io/last-applied-configuration': CANARY },
      },
    },
  ],
  [
    'a docker configuration that is no JSON',
    secret({
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': ENCODED },
    }),
  ],
  ['a Secret in a List', { apiVersion: 'v1', kind: 'List', items: [secret({ data: { a: CANARY } })] }],
  [
    'a Secret in a list of Secrets',
    {
      apiVersion: 'v1',
      kind: 'SecretList',
      items: [{ metadata: { name: 's' }, data: { a: CANARY } }],
    },
  ],
  ['a password in env', pod({ env: [{ name: 'DB_PASSWORD', value: [CANARY] }] })],
  [
    'a token in env that also refers to a Secret',
    pod({
      env: [{ name: 'TOKEN', value: CANARY, valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }],
    }),
  ],
  ['a password whose name is not allowed', pod({ env: [{ name: 'PASSWORD=1', value: CANARY }] })],
];

test.each(LEAKS)('%s is nowhere in the findings', (_, manifest) => {
  const { findings } = verify([manifest], { kubernetesVersion: KUBERNETES_VERSIONS, strict: true });
  const text = JSON.stringify(findings);
  expect(text).not.toContain(CANARY);
  expect(text).not.toContain(ENCODED);
});

test('a finding that quotes a secret loses it', () => {
  const object = { apiVersion: 'v1', kind: 'Secret', name: 's', index: 0 };
  const finding = {
    rule: 'api',
    level: 'rejected',
    object,
    path: 'metadata.labels',
    value: { l: `x-${CANARY}` },
    message: `is ${CANARY}`,
    fix: `drop ${ENCODED}`,
  } as const;
  expect(withoutSecrets([finding], secret({ data: { a: ENCODED } }) as never)).toEqual([
    {
      rule: 'api',
      level: 'rejected',
      object,
      path: finding.path,
      message: 'is [redacted]',
      fix: 'drop [redacted]',
    },
  ]);
});

test('what is no secret is shown', () => {
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { a: 5 } };
  expect(verify([configMap]).findings).toMatchObject([{ path: 'data[a]', value: 5 }]);
});

test.each([
  ...['DB_PASSWORD', 'passphrase', 'CLIENT_SECRET', 'githubToken', 'CREDENTIALS', 'API_KEY', 'apikey'],
  ...['ACCESS_KEY', 'accesskey', 'PRIVATE_KEY', 'privateKey', 'BASIC_AUTH', 'SENTRY_DSN'],
  ...['CONN_STR', 'connstr', 'CONNECTION_STR', 'connectionstring'],
])('%s sounds like a secret', name => {
  expect(isSecretVariable(name, 'x')).toBe(true);
});

test.each(SECRET_NAME.source.split('|').map(form => form.replace(/[?()]/g, '')))(
  'each form of a name is one that sounds like a secret: %s',
  form => expect(isSecretVariable(form.toUpperCase(), 'x')).toBe(true),
);
