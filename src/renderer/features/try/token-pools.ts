import type { CallableApi } from '@shared/design/callable-api'
import type { Design } from '@shared/design/design'
import type { HttpApi, HttpAuthorizer } from '@shared/design/http-api'
import { userPoolArn, type UserPool, type UserPoolClient } from '@shared/design/identity'
import type { RestApi } from '@shared/design/rest-api'
import { accessOf, type TryRoute } from './try-route'

/** Whether the route's authorizer takes tokens of a user pool: it has its ARN, or of an HTTP API its issuer. */
export function isPoolOfRoute(design: Design, api: CallableApi, route: TryRoute, pool: UserPool): boolean {
  const { authorizationType, authorizerId = '' } = accessOf(route)
  if (api.protocolType === 'HTTP') {
    const issuer = authorizationType === 'JWT' ? jwtOf(api, authorizerId)?.issuer : undefined
    return issuer !== undefined && namesPool(issuer, design.region, pool.id)
  }
  const arns = authorizationType === 'COGNITO_USER_POOLS' ? arnsOf(api, authorizerId) : []
  return arns.includes(userPoolArn(design.region, design.accountId, pool.id))
}

/** The app clients of a pool; those that the route's JWT authorizer has as audience come first. */
export function clientsOfRoute(
  api: CallableApi,
  route: TryRoute | null,
  { clients }: UserPool,
): readonly UserPoolClient[] {
  const authorizerId = route === null ? undefined : accessOf(route).authorizerId
  if (api.protocolType === 'REST' || authorizerId === undefined) return clients
  const audience = jwtOf(api, authorizerId)?.audience ?? []
  const isTaken = ({ clientId }: UserPoolClient): boolean => audience.includes(clientId)
  return clients.toSorted((a, b) => Number(isTaken(b)) - Number(isTaken(a)))
}

/** Cognito's address of the pool, or the one below which this computer publishes its keys. */
function namesPool(issuer: string, region: string, poolId: string): boolean {
  if (issuer === `https://cognito-idp.${region}.amazonaws.com/${poolId}`) return true
  const [, id] = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+\/([^/?#]+)$/.exec(issuer) ?? []
  return id === encodeURIComponent(poolId)
}

function jwtOf({ authorizers }: HttpApi, authorizerId: string): HttpAuthorizer['jwtConfiguration'] {
  return Object.hasOwn(authorizers, authorizerId) ? authorizers[authorizerId]?.jwtConfiguration : undefined
}

function arnsOf({ authorizers }: RestApi, authorizerId: string): readonly string[] {
  return Object.hasOwn(authorizers, authorizerId) ? (authorizers[authorizerId]?.providerARNs ?? []) : []
}
