import type { Api } from './api'
import type { Design } from './design'
import type { Resource, RestApiDefinition } from './rest-api'

type Change = (handler: string) => string

/** The design with every reference to a local function changed, those of deployments too. */
export function mapHandlers(design: Design, change: Change): Design {
  return { ...design, apis: design.apis.map((api) => mapApi(api, change)), functions: mapAll(design.functions, change) }
}

function mapApi(api: Api, change: Change): Api {
  switch (api.protocolType) {
    case 'HTTP':
      return { ...api, authorizers: mapAll(api.authorizers, change), integrations: mapAll(api.integrations, change) }
    case 'WEBSOCKET':
      return { ...api, authorizers: mapAll(api.authorizers, change), integrations: mapAll(api.integrations, change) }
    case 'REST':
      return {
        ...mapDefinition(api, change),
        deployments: api.deployments.map((one) => ({ ...one, definition: mapDefinition(one.definition, change) })),
      }
  }
}

function mapDefinition<Definition extends RestApiDefinition>(definition: Definition, change: Change): Definition {
  const resources = Object.entries(definition.resources).map(([path, one]) => [path, mapResource(one, change)])
  return {
    ...definition,
    resources: Object.fromEntries(resources),
    authorizers: mapAll(definition.authorizers, change),
  }
}

function mapResource(resource: Resource, change: Change): Resource {
  const methods = Object.entries(resource.methods).map(([verb, method]) => [
    verb,
    method.integration ? { ...method, integration: mapOne(method.integration, change) } : method,
  ])
  return { ...resource, methods: Object.fromEntries(methods) }
}

function mapAll<Bound extends { readonly handler?: string }>(all: Readonly<Record<string, Bound>>, change: Change) {
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, mapOne(one, change)]))
}

function mapOne<Bound extends { readonly handler?: string }>(bound: Bound, change: Change): Bound {
  return bound.handler === undefined ? bound : { ...bound, handler: change(bound.handler) }
}
