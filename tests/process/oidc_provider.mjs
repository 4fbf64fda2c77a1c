// An OpenID Connect provider in a process of its own: node oidc_provider.mjs PORT REDIRECT_URI...
// Everybody may sign in with any password; their name is their verified mail address, that of
// "unverified@…" is not verified. Each start has new keys. Says "ready" when it listens.
import { generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const packages = createRequire(join(top, 'web', 'package.json'));
const { default: Provider } = await import(pathToFileURL(packages.resolve('oidc-provider')).href);

const [port, ...redirect_uris] = process.argv.slice(2);
const jwk = (type, options, more) => ({
  ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }),
  use: 'sig',
  ...more,
});
const client = (client_id, more) => ({
  client_id,
  client_secret: `secret of ${client_id}`,
  redirect_uris,
  ...more,
});

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    client('kontor', {}),
    client('kontor-es256', {
      id_token_signed_response_alg: 'ES256',
      token_endpoint_auth_method: 'client_secret_post',
    }),
  ],
  clientAuthMethods: [process.env.SECRET_IN_FORM ? 'client_secret_post' : 'client_secret_basic'],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  cookies: { keys: ['of a test'] },
  jwks: { keys: [jwk('rsa', { modulusLength: 2048 }, { alg: 'RS256' }), jwk('ec', { namedCurve: 'P-256' }, { alg: 'ES256' })] },
  pkce: { methods: ['S256'], required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: `person ${id}`.slice(0, 40), email: id, email_verified: !id.startsWith('unverified@') }),
  }),
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
