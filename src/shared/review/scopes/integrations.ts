import type { Design } from '../../design/design'
import type { Path } from '../../design/checks/problem'
import type { Api } from '../../design/api'
import { restMethods } from './rest-methods'
import { v2Integrations } from './v2-routes'

/** What integrations of every type of API have in common. */
export interface IntegrationScope {
  readonly api: Api
  readonly at: Path
  /** "POST /orders", or the id of an integration that routes point to. */
  readonly name: string
  readonly uri: string | undefined
  readonly credentials: string | undefined
  readonly timeoutInMillis: number | undefined
  readonly fault: string | undefined
}

/** Every integration that leads somewhere: all but MOCK. */
export function integrations(design: Design): IntegrationScope[] {
  const rest = restMethods(design).flatMap(({ api, at, routeKey, method: { integration } }) => {
    if (integration === undefined || integration.type === 'MOCK') return []
    const { uri, credentials, timeoutInMillis, fault } = integration
    return [{ api, at: [...at, 'integration'], name: routeKey, uri, credentials, timeoutInMillis, fault }]
  })
  const v2 = v2Integrations(design).flatMap(({ api, at, integrationId, integration }) => {
    if (integration.integrationType === 'MOCK') return []
    const { integrationUri: uri, credentialsArn: credentials, timeoutInMillis, fault } = integration
    return [{ api, at, name: `integration ${integrationId}`, uri, credentials, timeoutInMillis, fault }]
  })
  return [...rest, ...v2]
}
