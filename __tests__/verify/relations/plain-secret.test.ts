import { verify } from '../../../lib/verify';
import { holdsPassword, isPlainSecret } from '../../../lib/verify/relations/plain-secret';

test.each([
  'PASSWORD',
  'DB_PASSWORD',
  'PGPASSWORD',
  'dbPassword',
  'REDIS_PASS',
  'GITHUB_TOKEN',
  'AWS_SECRET_ACCESS_KEY',
  'STRIPE_API_KEY',
  'signingKey',
  'CLIENT_SECRET',
  'PUBLIC_ADMIN_PASSWORD',
  'DB_PWD',
  'adminPwd',
  'MYSQL_PASSWD',
  'LUKS_PASSPHRASE',
  'DB_CREDENTIALS',
  'awsCredential',
  'REPUBLIC_TOKEN',
  'republicToken',
])('%s is the name of a secret', name => {
  expect(isPlainSecret(name, 'Wq7.hunter')).toBe(true);
});

test.each([
  'TOKEN_TTL',
  'PASSWORD_FILE',
  'AWS_ACCESS_KEY_ID',
  'SECRET_NAME',
  'BYPASS',
  'COMPASS',
  'AUTHOR',
  'KEY',
  'PUBLIC_KEY',
  'ETCD_INITIAL_CLUSTER_TOKEN',
  'NEXT_PUBLIC_MAPBOX_TOKEN',
  'STRIPE_PUBLISHABLE_API_KEY',
  'STRIPE_PUBLISHABLE_KEY',
  'RECAPTCHA_SITE_KEY',
  'RECAPTCHA_SITE_KEY_TOKEN',
  'nextPublicApiKey',
  'publishableApiKey',
  'siteKeyToken',
])('%s is none', name => {
  expect(isPlainSecret(name, 'Wq7.hunter')).toBe(false);
});

test.each([
  '',
  ' ',
  'true',
  '42',
  '30s',
  '$(DB_PASSWORD)',
  '\u0024{DB_PASSWORD}',
  '$PASSWORD',
  '/run/secrets/db',
  './db',
  'https://vault.example.com/db',
  'vault:secret/data/db#password',
  'arn:aws:secretsmanager:eu-west-1:1:secret:db',
  '{{ .Values.password }}',
  '<password>',
  '********',
])("'%s' is no secret", value => {
  expect(isPlainSecret('DB_PASSWORD', value)).toBe(false);
});

test('a variable for a Secret may hold the name of one, and one for a password may not', () => {
  expect(isPlainSecret('TLS_SECRET', 'web-tls')).toBe(false);
  expect(isPlainSecret('DB_PASSWORD', 'web-tls')).toBe(true);
});

test('passwords are found in addresses', () => {
  expect(holdsPassword('postgres://web:Wq7.hunter@db:5432/shop')).toBe(true);
  expect(holdsPassword('--broker=amqp://:Wq7.hunter@queue')).toBe(true);
  for (const text of [
    'postgres://web@db/shop',
    'postgres://web:$(PASSWORD)@db/shop',
    'postgres://web:<password>@db/shop',
    'https://example.com:443/people/@web',
    'web:Wq7.hunter@db',
  ]) {
    expect(holdsPassword(text)).toBe(false);
  }
});

test('no finding shows the secret', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: {
      containers: [
        {
          name: 'web',
          image: 'shop/web:1.0.0',
          args: ['--db=postgres://web:Wq7.hunter@db'],
          env: [
            { name: 'DB_PASSWORD', value: 'Wq7.hunter' },
            { name: 'DB', value: 'postgres://web:Wq7.hunter@db' },
          ],
        },
      ],
    },
  };
  const found = verify([pod]).findings.filter(({ rule }) => rule === 'plaintext-secret');
  expect(found).toHaveLength(3);
  expect(JSON.stringify(found)).not.toContain('hunter');
});
