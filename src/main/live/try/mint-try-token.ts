import type { TryToken } from '@shared/contract/try'
import type { Design } from '@shared/design/design'
import type { LocalIdentityProvider } from '../identity/local-identity-provider'
import { localPools, poolUser } from '../identity/local-pool'
import { cannotSend } from './cannot-send'

/** Seconds from now. */
const LIFETIME = 3600
const EXPIRED = -60

/** What no app client is called. */
const OTHER_AUDIENCE = 'another-client'

/** A token as a request asks for it. Throws `live/cannot-send` when the pool or the user does not exist. */
export async function mintTryToken(
  provider: LocalIdentityProvider,
  design: Design,
  { userPoolId, username, clientId, use, scopes, state }: TryToken,
  now: number,
): Promise<string> {
  const pool = localPools(design).find(({ id }) => id === userPoolId)
  if (pool === undefined) {
    throw cannotSend(`the project has no user pool with the id "${userPoolId}". Choose another pool, or send no token.`)
  }
  const user = poolUser(pool, username)
  if (user === undefined) {
    throw cannotSend(`the user pool "${pool.name}" has no user "${username}". Choose another user, or add this one.`)
  }
  const asked = {
    user,
    clientId: state === 'wrong-audience' ? OTHER_AUDIENCE : clientId,
    use,
    scopes,
    expiresInSeconds: state === 'expired' ? EXPIRED : LIFETIME,
    now,
  }
  const { token } = await provider.mintToken(pool, asked).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw cannotSend(
      `the keys of the user pool "${pool.name}" cannot be kept: ${why}. See that its folder can be written.`,
    )
  })
  return state === 'wrong-signature' ? withOtherSignature(token) : token
}

/** One bit of the signature is turned around. */
function withOtherSignature(token: string): string {
  const dot = token.lastIndexOf('.')
  const signature = Buffer.from(token.slice(dot + 1), 'base64url')
  signature[0]! ^= 1
  return `${token.slice(0, dot)}.${signature.toString('base64url')}`
}
