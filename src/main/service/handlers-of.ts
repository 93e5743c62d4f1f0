import type { Design } from '@shared/design/design'
import { restRoutes } from '@shared/design/route-key'

/** The functions that a running gateway may start, each once: "./handlers/orders.mjs#create". */
export function handlersOf(design: Design): string[] {
  const ofApis = design.apis.flatMap((api) => {
    const authorizers = Object.values(api.authorizers).map(({ handler }) => handler)
    if (api.protocolType !== 'REST')
      return [...authorizers, ...Object.values(api.integrations).map(({ handler }) => handler)]
    const definitions = [api, ...api.deployments.map(({ definition }) => definition)]
    const deployed = definitions.flatMap((definition) => [
      ...Object.values(definition.authorizers).map(({ handler }) => handler),
      ...restRoutes(definition).map(({ method }) => method.integration?.handler),
    ])
    return [...authorizers, ...deployed]
  })
  const ofFunctions = Object.values(design.functions).map(({ handler }) => handler)
  return [...new Set([...ofApis, ...ofFunctions])].filter((handler) => handler !== undefined)
}
