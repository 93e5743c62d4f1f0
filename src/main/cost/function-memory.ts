import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { Integration } from '@shared/design/integration'
import { restRoutes } from '@shared/design/route-key'

/** MB. Source: Lambda Developer Guide, "Configure Lambda function memory". */
export const DEFAULT_MEMORY_MB = 128

/** By routeKey: the memory of the function behind it, in MB; null where something else is. Routes without a backend are left out. */
export function functionMemory(design: Design, api: Api): Map<string, number | null> {
  return new Map(
    backendsOf(api).map((backend) => [backend.routeKey, isLambda(backend) ? memoryOf(design, backend.uri) : null]),
  )
}

/** MB of the function behind a Lambda URI; the default for one that the design does not describe. */
export function memoryOf({ functions }: Design, uri: string | undefined): number {
  const name = /:function:([^:/]+)(?::[^/]+)?(?:\/invocations)?$/.exec(uri ?? '')?.[1]
  const known = name !== undefined && Object.hasOwn(functions, name) ? functions[name] : undefined
  return known?.memorySize ?? DEFAULT_MEMORY_MB
}

interface Backend {
  readonly routeKey: string
  readonly type: Integration['type']
  readonly uri: string | undefined
  readonly handler: string | undefined
}

function backendsOf(api: Api): Backend[] {
  if (api.protocolType === 'REST') {
    return restRoutes(api).flatMap(({ routeKey, method: { integration } }) => {
      if (integration === undefined) return []
      const { type, uri, handler } = integration
      return [{ routeKey, type, uri, handler }]
    })
  }
  const { integrations } = api
  return Object.entries(api.routes).flatMap(([routeKey, { target }]) => {
    if (target === undefined || !Object.hasOwn(integrations, target)) return []
    const { integrationType: type, integrationUri: uri, handler } = integrations[target]!
    return [{ routeKey, type, uri, handler }]
  })
}

function isLambda({ type, uri = '', handler }: Backend): boolean {
  if (type !== 'AWS' && type !== 'AWS_PROXY') return false
  return handler !== undefined || uri.includes(':lambda:path/') || uri.includes(':function:')
}
