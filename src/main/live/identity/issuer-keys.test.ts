import { expect, test } from 'vitest'
import type { KeyLookup } from '../../engine/authorizers/jwt/rsa-key'
import { createPoolKeys } from './issuer-keys'
import { createLocalIdentityProvider } from './local-identity-provider'
import { memoryKeyStore } from './pool-key-store'

const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Pool00001'
const published: KeyLookup = { kind: 'keys', keys: [{ kid: 'theirs', n: 'AQAB', e: 'AQAB' }] }

test('keys that are none of here are asked for elsewhere only where that is allowed', async () => {
  const provider = createLocalIdentityProvider({ store: memoryKeyStore() })
  const own: KeyLookup = { kind: 'keys', keys: await provider.publishedKeys('us-east-1_Pool00001') }
  const asked: (readonly [string, string | null])[] = []
  const remote = {
    find: (issuer: string, kid: string | null) => {
      asked.push([issuer, kid])
      return Promise.resolve(published)
    },
  }
  const kid = own.keys[0]!.kid
  expect(await createPoolKeys(provider).find(ISSUER, 'theirs')).toEqual(own)
  const both = createPoolKeys(provider, remote)
  expect([await both.find(ISSUER, kid), await both.find(ISSUER, 'theirs')]).toEqual([own, published])
  expect(asked).toEqual([[ISSUER, 'theirs']])
})
