import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { memoryOf } from './function-memory'

/** Mean MB of the authorizer functions of an API; null when none of its authorizers is a function. */
export function authorizerMemory(design: Design, api: Api): number | null {
  const sizes = functionUris(api).map((uri) => memoryOf(design, uri))
  return sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0) / sizes.length
}

function functionUris(api: Api): (string | undefined)[] {
  if (api.protocolType === 'REST') {
    return Object.values(api.authorizers)
      .filter(({ type }) => type !== 'COGNITO_USER_POOLS')
      .map(({ authorizerUri }) => authorizerUri)
  }
  return Object.values(api.authorizers)
    .filter(({ authorizerType }) => authorizerType === 'REQUEST')
    .map(({ authorizerUri }) => authorizerUri)
}
