import type { Design } from '../../design/design'
import type { Path } from '../../design/checks/problem'
import type { Api } from '../../design/api'
import { restApis, restMethods } from './rest-methods'
import { v2Integrations } from './v2-routes'

/** A template of an API, and where it is. */
export interface TemplateScope {
  readonly api: Api
  readonly at: Path
  /** "POST /orders, request". */
  readonly name: string
  readonly text: string
}

/** Every mapping template of requests and integration responses. */
export function mappingTemplates(design: Design): TemplateScope[] {
  const rest = restMethods(design).flatMap(({ api, at, routeKey, method: { integration } }) =>
    integration === undefined ? [] : ofIntegration({ api, at: [...at, 'integration'], name: routeKey }, integration),
  )
  const v2 = v2Integrations(design).flatMap(({ api, at, integrationId, integration }) => {
    const own = integration as { requestTemplates?: Templates; integrationResponses?: Record<string, WithTemplates> }
    return ofIntegration({ api, at, name: `integration ${integrationId}` }, own)
  })
  return [...rest, ...v2]
}

/** Every text of a gateway response. */
export function gatewayTemplates(design: Design): TemplateScope[] {
  return restApis(design).flatMap(({ api, at }) =>
    Object.entries(api.gatewayResponses).flatMap(([type, response]) =>
      named(
        { api, at: [...at, 'gatewayResponses', type], name: type },
        'responseTemplates',
        response?.responseTemplates,
      ),
    ),
  )
}

type Templates = Readonly<Record<string, string>>
interface WithTemplates {
  readonly responseTemplates?: Templates
}
type Place = Omit<TemplateScope, 'text'>

function ofIntegration(
  place: Place,
  integration: {
    readonly requestTemplates?: Templates
    readonly integrationResponses?: readonly WithTemplates[] | Readonly<Record<string, WithTemplates>>
  },
): TemplateScope[] {
  const responses = Object.entries(integration.integrationResponses ?? {})
  return [
    ...named({ ...place, name: `${place.name}, request` }, 'requestTemplates', integration.requestTemplates),
    ...responses.flatMap(([key, { responseTemplates }]) =>
      named(
        { ...place, at: [...place.at, 'integrationResponses', key], name: `${place.name}, response` },
        'responseTemplates',
        responseTemplates,
      ),
    ),
  ]
}

function named({ api, at, name }: Place, member: string, templates: Templates | undefined): TemplateScope[] {
  return Object.entries(templates ?? {}).map(([contentType, text]) => ({
    api,
    at: [...at, member, contentType],
    name: `${name} (${contentType})`,
    text,
  }))
}
