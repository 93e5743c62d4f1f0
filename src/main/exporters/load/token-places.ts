import type { HttpApi, HttpRoute } from '@shared/design/http-api'
import type { Method } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'

/** A part of a request that is named. */
export interface RequestPlace {
  readonly in: 'header' | 'query'
  readonly name: string
}

const DEFAULT_PLACE: RequestPlace = { in: 'header', name: 'Authorization' }

/** Where a REST method's authorizer looks for the caller's token. */
export function restTokenPlaces(api: RestApi, { authorizationType, authorizerId }: Method): RequestPlace[] {
  if (authorizationType !== 'CUSTOM' && authorizationType !== 'COGNITO_USER_POOLS') return []
  const authorizer = ownMember(api.authorizers, authorizerId)
  return placesOf((authorizer?.identitySource ?? '').split(','))
}

/** The same of an HTTP API's route. */
export function httpTokenPlaces(api: HttpApi, { authorizationType, authorizerId }: HttpRoute): RequestPlace[] {
  if (authorizationType !== 'JWT' && authorizationType !== 'CUSTOM') return []
  return placesOf(ownMember(api.authorizers, authorizerId)?.identitySource ?? [])
}

/** "method.request.header.Auth" and "$request.querystring.token"; the Authorization header when nothing of that kind is named. */
function placesOf(sources: readonly string[]): RequestPlace[] {
  const places = sources.flatMap((source): RequestPlace[] => {
    const [, kind, name] = /^(?:method|\$|route\.)?\.?request\.(querystring|header)\.(.+)$/.exec(source.trim()) ?? []
    return kind === undefined || name === undefined ? [] : [{ in: kind === 'header' ? 'header' : 'query', name }]
  })
  return places.length === 0 ? [DEFAULT_PLACE] : places
}

function ownMember<Value>(members: { readonly [name: string]: Value }, name: string | undefined): Value | undefined {
  return name !== undefined && Object.hasOwn(members, name) ? members[name] : undefined
}
