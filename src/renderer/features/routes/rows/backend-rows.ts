import { LOCAL_SERVICES } from '@shared/contract/services'
import type { Design } from '@shared/design/design'
import type { Integration, IntegrationResponse } from '@shared/design/integration'
import { LIMITS } from '@shared/limits'
import type { LadderExit, LadderRow, LadderText } from '../../../ui/pipeline/ladder-row'
import { formatCount, plural } from '../../../ui/format'
import type { RouteContext } from '../route-context'

export function isProxy(integration: Integration): boolean {
  return integration.type === 'AWS_PROXY' || integration.type === 'HTTP_PROXY'
}

export function requestMappingRow({ method: { integration } }: RouteContext): LadderRow {
  const row = { step: 'request-mapping', label: 'Request mapping' } as const
  if (integration === undefined) {
    return { ...row, kind: 'none', state: 'absent', main: [{ text: 'No integration to map to' }], muted: '', exits: [] }
  }
  if (isProxy(integration)) {
    const whole =
      integration.type === 'AWS_PROXY'
        ? 'Lambda proxy gets the whole request, payload 1.0'
        : 'The request goes on as it came'
    return {
      ...row,
      kind: 'none, proxy',
      state: 'on',
      main: [{ text: whole }],
      muted: mappedParameters(integration),
      exits: [],
    }
  }
  const templates = Object.entries(integration.requestTemplates ?? {})
  const passthrough = `Passthrough: ${integration.passthroughBehavior ?? 'WHEN_NO_MATCH'}`
  const isRefusing =
    integration.passthroughBehavior === 'NEVER' || integration.passthroughBehavior === 'WHEN_NO_TEMPLATES'
  const failure: LadderExit = { status: '500', responseType: 'API_CONFIGURATION_ERROR' }
  return {
    ...row,
    kind: templates.length === 0 ? 'no template' : `template, ${plural(linesOf(templates), 'line')}`,
    state: 'on',
    main:
      templates.length === 0
        ? [{ text: 'The body goes on as it came' }]
        : templates.map(([type]) => ({ text: type, isMono: true })),
    muted: [passthrough, mappedParameters(integration)].filter(Boolean).join('. '),
    exits: [...(isRefusing ? [{ status: '415', responseType: 'UNSUPPORTED_MEDIA_TYPE' } as const] : []), failure],
  }
}

function linesOf(templates: readonly (readonly [string, string])[]): number {
  return templates.reduce((sum, [, template]) => sum + template.trimEnd().split('\n').length, 0)
}

function mappedParameters(integration: Integration): string {
  const count = Object.keys(integration.requestParameters ?? {}).length
  return count === 0 ? '' : `${plural(count, 'parameter')} mapped`
}

export function integrationRow({ design, method: { integration } }: RouteContext): LadderRow {
  const row = { step: 'integration', label: 'Integration' } as const
  if (integration === undefined) {
    const main = [{ text: 'No integration', chip: 'danger' } as const]
    return {
      ...row,
      kind: 'missing',
      state: 'absent',
      main,
      muted: 'An API cannot be deployed with a method like this',
      exits: [],
    }
  }
  const timeout = integration.timeoutInMillis ?? LIMITS.integrationTimeoutMax.value
  const target = targetOf(integration)
  return {
    ...row,
    kind: kindOf(integration),
    state: 'on',
    main: [
      { text: target.text, isMono: target.isMono },
      ...(integration.type === 'MOCK' ? [] : [{ text: `${formatCount(timeout)} ms` }]),
    ],
    muted: playedBy(design, integration),
    exits: integrationExits(integration),
  }
}

function kindOf({ type, uri }: Integration): string {
  if (type !== 'AWS' && type !== 'AWS_PROXY') return type
  return `${type}, ${functionNameOf(uri) === null ? 'AWS service' : 'Lambda'}`
}

/** "arn:aws:apigateway:r:lambda:path/2015-03-31/functions/arn:aws:lambda:r:1:function:create-order:live/invocations" -> "create-order:live". */
export function functionNameOf(uri: string | undefined): string | null {
  return /:function:(.+?)\/invocations$/.exec(uri ?? '')?.[1] ?? null
}

/** The service of an AWS integration that calls no function: "sqs"; null for every other. */
export function serviceOf({ type, uri, handler }: Integration): string | null {
  if (type !== 'AWS' || handler !== undefined || functionNameOf(uri) !== null) return null
  const service = /^arn:[^:]*:apigateway:[^:]*:(?:[^:]*\.)?([a-z0-9-]+):/.exec(uri ?? '')?.[1] ?? null
  return service === 'lambda' ? null : service
}

function targetOf({ type, uri, httpMethod }: Integration): { text: string; isMono: boolean } {
  if (type === 'MOCK') return { text: 'Answers by itself, nothing is called', isMono: false }
  if (type === 'HTTP' || type === 'HTTP_PROXY') {
    return uri === undefined
      ? { text: 'No address', isMono: false }
      : { text: `${httpMethod ?? 'ANY'} ${uri}`, isMono: true }
  }
  const text = functionNameOf(uri) ?? uri?.replace(/^arn:aws:apigateway:[^:]+:/, '')
  return text === undefined ? { text: 'No function', isMono: false } : { text, isMono: true }
}

function playedBy(design: Design, integration: Integration): string {
  if (integration.fault !== undefined) return `Plays the failure ${integration.fault} on this computer`
  const name = functionNameOf(integration.uri)
  const handler = integration.handler ?? (name === null ? undefined : handlerOf(design, name))
  if (handler !== undefined) return `Runs ${handler} on this computer`
  if (integration.backend !== undefined) return `${integration.backend} plays it on this computer`
  const service = LOCAL_SERVICES.find((name) => name === serviceOf(integration))
  if (service !== undefined) return `A stand-in for ${service} plays it on this computer`
  if (integration.type === 'AWS' || integration.type === 'AWS_PROXY') return 'Nothing plays it on this computer yet'
  return ''
}

function handlerOf(design: Design, functionName: string): string | undefined {
  const bare = functionName.split(':')[0] ?? functionName
  return Object.hasOwn(design.functions, bare) ? design.functions[bare]?.handler : undefined
}

function integrationExits({ type }: Integration): LadderExit[] {
  if (type === 'MOCK') return []
  const timeout: LadderExit = { status: '504', responseType: 'INTEGRATION_TIMEOUT', text: 'INTEGRATION_TIMEOUT' }
  return type === 'AWS_PROXY' ? [{ status: '502', responseType: 'DEFAULT_5XX' }, timeout] : [timeout]
}

export function responseMappingRow({ method: { integration } }: RouteContext): LadderRow {
  const row = { step: 'response-mapping', label: 'Response mapping' } as const
  if (integration === undefined) {
    return { ...row, kind: 'none', state: 'absent', main: [{ text: 'No integration answers' }], muted: '', exits: [] }
  }
  if (isProxy(integration)) {
    const from = integration.type === 'AWS_PROXY' ? 'function' : 'backend'
    return {
      ...row,
      label: 'Response',
      kind: `from the ${from}`,
      state: 'on',
      main: [{ text: `Status, headers and body as the ${from} returns them` }],
      muted: `CORS headers must come from the ${from} too`,
      exits: [],
    }
  }
  const responses = integration.integrationResponses
  if (responses.length === 0) {
    const main = [{ text: 'No integration response', chip: 'danger' } as const]
    return { ...row, kind: 'none', state: 'on', main, muted: 'Every answer of the backend becomes 500', exits: [] }
  }
  const templates = responses.reduce((sum, response) => sum + Object.keys(response.responseTemplates ?? {}).length, 0)
  return {
    ...row,
    kind: plural(responses.length, 'selection'),
    state: 'on',
    main: responses.map(selectionChip),
    muted: templates === 0 ? 'No template: the body goes back as it came' : plural(templates, 'template'),
    exits: [],
  }
}

function selectionChip({ statusCode, selectionPattern }: IntegrationResponse): LadderText {
  const chip = statusCode.startsWith('5') ? 'danger' : statusCode.startsWith('4') ? 'warning' : 'success'
  return { text: `${statusCode} ${selectionPattern || 'default'}`, chip, isMono: true }
}
