import type { RsaKey } from '../../engine/authorizers/jwt/rsa-key'

/** `/.well-known/jwks.json` in the form of Cognito's. */
export function keySetDocument(keys: readonly RsaKey[]): object {
  return { keys: keys.map(({ kid, n, e }) => ({ alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' })) }
}

/** `/.well-known/openid-configuration` in the form of Cognito's, without the addresses that nothing answers at here. */
export function discoveryDocument(issuer: string): object {
  return {
    id_token_signing_alg_values_supported: ['RS256'],
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
  }
}
