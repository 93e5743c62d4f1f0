import { pointerTo } from '../../diagnostic'
import { LIMITS } from '../../limits'
import { integrationIdOf, type V2Api, type V2Integration } from '../v2-api'
import type { WebSocketIntegration } from '../websocket-api'
import { canonicalText } from './canonical-text'
import { memberSection, settingsSection, type Part, type Section } from './part'
import { withoutDefaults } from './without-defaults'

/** The integration of a route, as settings of the route: its id says nothing. `route` and `pointer` are where route and API stand. */
export function targetSections(
  api: V2Api,
  integrationId: string | undefined,
  route: string,
  pointer: string,
): Section[] {
  if (integrationId === undefined) return []
  const integration = Object.hasOwn(api.integrations, integrationId) ? api.integrations[integrationId] : undefined
  if (integration === undefined) return [memberSection(`${route}/target`, 'target', integrationId)]
  return integrationSections(integration, pointer + pointerTo(['integrations', integrationId]), api.protocolType)
}

function integrationSections(integration: V2Integration, pointer: string, type: V2Api['protocolType']): Section[] {
  const { integrationResponses = {}, ...own } = integration as WebSocketIntegration
  const defaults = integrationDefaults(integration, type)
  const responses = Object.entries(integrationResponses).map(([key, response]) => {
    const path = ['integration', 'integrationResponses', key]
    return { key: path.join(' '), path, pointer: pointer + pointerTo(path.slice(1)), value: withoutDefaults(response) }
  })
  return [settingsSection(pointer, own, defaults, { key: 'integration', path: ['integration'] }), ...responses]
}

function integrationDefaults(integration: V2Integration, type: V2Api['protocolType']): Record<string, unknown> {
  const isFunction = integration.integrationType === 'AWS_PROXY' && !('integrationSubtype' in integration)
  const timeout = type === 'HTTP' ? LIMITS.httpIntegrationTimeoutMax : LIMITS.integrationTimeoutMax
  return {
    connectionType: 'INTERNET',
    timeoutInMillis: timeout.value,
    ...(type === 'WEBSOCKET' && { passthroughBehavior: 'WHEN_NO_MATCH' }),
    ...(type === 'HTTP' && { payloadFormatVersion: '1.0' }),
    // Functions are always called by POST: the service says so whether or not it was told.
    ...(isFunction && { integrationMethod: 'POST' }),
    ...(type === 'HTTP' && integration.integrationType === 'HTTP_PROXY' && { integrationMethod: 'ANY' }),
  }
}

/** Integrations that no route has: told apart by what they are. */
export function unusedIntegrations(api: V2Api, pointer: string): Part[] {
  const used = new Set(Object.values<{ readonly target?: string }>(api.routes).map(integrationIdOf))
  return Object.entries<V2Integration>(api.integrations)
    .filter(([id]) => !used.has(id))
    .map(([id, integration]) => {
      const at = pointer + pointerTo(['integrations', id])
      const sections = integrationSections(integration, at, api.protocolType)
      const {
        integrationType,
        integrationSubtype = '',
        integrationUri = '',
      }: { readonly [name: string]: unknown } = {
        ...integration,
      }
      return {
        key: `integration ${canonicalText(sections.map(({ path, value }) => [path, value]))}`,
        subject: 'Integration without a route',
        pointer: at,
        summary: [integrationType, integrationSubtype, integrationUri].filter(Boolean).join(' '),
        sections,
      }
    })
}
