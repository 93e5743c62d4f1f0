import type { Diagnostic } from '../../../diagnostic'
import { LIMITS } from '../../../limits'
import type { WebSocketIntegration } from '../../websocket-api'
import { unless, type Path } from '../problem'
import { checkV2Timeout } from '../v2/check-v2-timeout'
import { templateLength } from '../template-length'
import { within } from '../within'
import type { WebSocketScope } from './websocket-scope'

/** Integrations that routes lead to or could lead to. Source: websocket-api.md 5. */
export function checkWebSocketIntegrations({ api, at }: WebSocketScope): Diagnostic[] {
  return Object.entries(api.integrations).flatMap(([id, integration]) => {
    const here = [...at, 'integrations', id]
    return [
      ...checkTarget(id, integration, here),
      ...checkV2Timeout(id, integration, LIMITS.integrationTimeoutMax.value, here),
      ...checkResponses(id, integration, here),
      ...checkParameters(id, integration, here),
      ...checkTemplates(id, integration, here),
    ]
  })
}

const ARN = /^arn:[\w-]+:(?:lambda|apigateway):/

function checkTarget(id: string, integration: WebSocketIntegration, at: Path): Diagnostic[] {
  const { backend, connectionId, connectionType, handler, integrationType, integrationUri = '' } = integration
  if (integrationType === 'MOCK') return []
  const isPlayed = integrationUri === '' && (handler !== undefined || backend !== undefined)
  const isHttp = integrationType.startsWith('HTTP')
  const isRight = (isHttp ? /^https?:\/\/\S+$/ : ARN).test(integrationUri)
  return [
    ...unless(
      isPlayed || isRight || integrationUri.includes('${stageVariables.'),
      'design/integration-uri-invalid',
      [...at, 'integrationUri'],
      () =>
        isHttp
          ? `Integration ${id}: "${integrationUri}" is no address that begins with http:// or https://.`
          : `Integration ${id} calls nothing. Give the ARN of a function or of a service's action, or a handler of this computer.`,
    ),
    ...unless(
      connectionType !== 'VPC_LINK' || (connectionId ?? '') !== '',
      'design/vpc-link-missing',
      [...at, 'connectionId'],
      () => `Integration ${id} goes through a VPC link, but names none. Give its id.`,
    ),
  ]
}

/** Without one nothing can be said to clients, nor can they connect. */
function checkResponses(id: string, integration: WebSocketIntegration, at: Path): Diagnostic[] {
  const { integrationResponses = {}, integrationType } = integration
  const keys = Object.keys(integrationResponses)
  const isProxy = integrationType.endsWith('_PROXY')
  return [
    ...unless(
      isProxy || keys.length > 0,
      'design/integration-response-missing',
      [...at, 'integrationResponses'],
      () => `Integration ${id} has no integration response: each call ends with "Internal server error". Add $default.`,
    ),
    ...keys.flatMap((key) =>
      unless(
        key === '$default' || isPattern(key),
        'design/integration-response-key-invalid',
        [...at, 'integrationResponses', key],
        () =>
          `Integration ${id}: "${key}" is no key of an integration response. Write $default, or a pattern as in /4\\d\\d/.`,
      ),
    ),
  ]
}

function isPattern(key: string): boolean {
  const [, source] = /^\/(.+)\/$/s.exec(key) ?? []
  if (source === undefined) return false
  try {
    return new RegExp(source) instanceof RegExp
  } catch {
    return false
  }
}

const PARAMETER_TARGET = /^integration\.request\.(?:header|querystring|path)\.[A-Za-z0-9._$-]+$/
const PARAMETER_SOURCE =
  /^(?:'.*'|stageVariables\..+|context\..+|route\.request\.(?:body(?:\..+)?|(?:multivalue)?(?:header|querystring)\..+))$/s

function checkParameters(id: string, { requestParameters = {} }: WebSocketIntegration, at: Path): Diagnostic[] {
  return Object.entries(requestParameters).flatMap(([target, source]) => {
    const field = [...at, 'requestParameters', target]
    return [
      ...unless(
        PARAMETER_TARGET.test(target),
        'design/parameter-mapping-invalid',
        field,
        () =>
          `Integration ${id}: ${target} is no target. Write it as integration.request.header.NAME, .querystring. or .path.`,
      ),
      ...unless(
        PARAMETER_SOURCE.test(source),
        'design/parameter-mapping-invalid',
        field,
        () =>
          `Integration ${id}: ${source} gives no value. Use route.request.body.NAME, route.request.header.NAME, ` +
          "route.request.querystring.NAME, context.NAME, stageVariables.NAME or 'text'.",
      ),
    ]
  })
}

function checkTemplates(id: string, integration: WebSocketIntegration, at: Path): Diagnostic[] {
  const { integrationResponses = {}, requestTemplates = {} } = integration
  const each = (templates: Readonly<Record<string, string>>, place: Path): Diagnostic[] =>
    Object.entries(templates).flatMap(([key, template]) =>
      within(`Integration ${id}, template ${key}`, templateLength(template), 'bytes', LIMITS.mappingTemplate, [
        ...at,
        ...place,
        key,
      ]),
    )
  return [
    ...each(requestTemplates, ['requestTemplates']),
    ...Object.entries(integrationResponses).flatMap(([key, { responseTemplates = {} }]) =>
      each(responseTemplates, ['integrationResponses', key, 'responseTemplates']),
    ),
  ]
}
