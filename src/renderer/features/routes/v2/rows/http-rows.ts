import type { HttpAuthorizer } from '@shared/design/http-api'
import { splitRouteKey } from '@shared/design/route-key'
import { formatCount } from '../../../../ui/format'
import type { LadderRow, LadderText } from '../../../../ui/pipeline/ladder-row'
import type { HttpRouteContext } from '../v2-route-context'
import { brokenRow, targetInWords, v2ThrottleRow } from './common-rows'

/** The ladder of a route of an HTTP API in one stage. Source of the order: http-api.md 2. */
export function httpRows(context: HttpRouteContext): LadderRow[] {
  const throttle = v2ThrottleRow(context, 'Too Many Requests')
  const authorizer = authorizerRow(context)
  const isReversed = context.design.assumptions?.authorizeBeforeThrottle === true
  return [
    clientRow(context),
    routeRow(context),
    ...(isReversed ? [authorizer, throttle] : [throttle, authorizer]),
    requestMappingRow(context),
    integrationRow(context),
    responseMappingRow(context),
  ]
}

function clientRow({ design, api, stageName, routeKey, route }: HttpRouteContext): LadderRow {
  const { verb, path } = routeKey === '$default' ? { verb: 'ANY', path: '/…' } : splitRouteKey(routeKey)
  const stage = stageName === '$default' ? '' : `/${stageName}`
  const cors = api.corsConfiguration
  return {
    step: 'client',
    label: 'Client',
    kind: 'request in, response out',
    state: 'on',
    main: [{ text: `${verb} https://${api.id}.execute-api.${design.region}…${stage}${path}`, isMono: true }],
    muted: [route.operationName ?? '', cors === undefined ? 'no CORS' : 'preflights answered', 'up to 10 MB']
      .filter(Boolean)
      .join(', '),
    exits: cors === undefined ? [] : [{ status: '204', text: 'preflight' }],
  }
}

function routeRow({ api, routeKey }: HttpRouteContext): LadderRow {
  const row = { step: 'route', label: 'Route selection', state: 'on' } as const
  if (routeKey === '$default') {
    const main = [{ text: 'Whatever no other route takes' }]
    return { ...row, kind: '$default', main, muted: 'Nothing is answered 404 by the gateway', exits: [] }
  }
  const { verb, path } = splitRouteKey(routeKey)
  const isGreedy = /\{[^}]+\+\}/.test(path)
  const kind = isGreedy ? 'greedy path' : path.includes('{') ? 'path with variables' : 'full match'
  const fallback = Object.hasOwn(api.routes, '$default')
  return {
    ...row,
    kind,
    main: [{ text: routeKey, isMono: true }],
    muted: verb === 'ANY' ? 'A route with the verb itself comes first' : '',
    exits: fallback ? [] : [{ status: '404', text: 'Not Found' }],
  }
}

function authorizerRow({ api, route }: HttpRouteContext): LadderRow {
  const row = { step: 'authorizer', label: 'Authorizer' } as const
  const { authorizationType, authorizerId } = route
  if (authorizationType === 'NONE') {
    return { ...row, kind: 'none', state: 'absent', main: [{ text: 'Open to every caller' }], muted: '', exits: [] }
  }
  if (authorizationType === 'AWS_IAM') {
    const main = [{ text: 'Signature version 4 and execute-api:Invoke' }]
    return { ...row, kind: 'AWS_IAM', state: 'on', main, muted: '', exits: [{ status: '403', text: 'Forbidden' }] }
  }
  const authorizer =
    authorizerId !== undefined && Object.hasOwn(api.authorizers, authorizerId) ? api.authorizers[authorizerId] : null
  if (!authorizer) {
    return brokenRow(row, authorizerId === undefined ? 'No authorizer chosen' : `${authorizerId} does not exist`)
  }
  return {
    ...row,
    kind: authorizer.authorizerType,
    state: 'on',
    main: [
      { text: authorizerId!, isMono: true },
      { text: authorizerWords(authorizer, route.authorizationScopes ?? []) },
    ],
    muted: identityWords(authorizer),
    exits: [{ status: '401' }, { status: '403', text: 'Forbidden' }],
  }
}

function authorizerWords(
  { authorizerType, authorizerResultTtlInSeconds = 0 }: HttpAuthorizer,
  scopes: readonly string[],
): string {
  if (authorizerType === 'JWT') return scopes.length === 0 ? 'any scope' : `one of ${scopes.join(', ')}`
  return authorizerResultTtlInSeconds === 0
    ? 'called each time'
    : `result kept ${formatCount(authorizerResultTtlInSeconds)} s, for every route`
}

function identityWords({ identitySource, jwtConfiguration }: HttpAuthorizer): string {
  const sources = identitySource.map((source) => source.replace(/^\$request\.(header|querystring)\.(.+)$/, '$2 $1'))
  const from = sources.length === 0 ? 'No identity source' : sources.join(', ')
  return jwtConfiguration === undefined ? from : `${from}, issued by ${jwtConfiguration.issuer}`
}

function requestMappingRow({ integration }: HttpRouteContext): LadderRow {
  const parameters = Object.keys(integration?.requestParameters ?? {})
  const isService = integration?.integrationSubtype !== undefined
  return {
    step: 'request-mapping',
    label: 'Request mapping',
    kind: parameters.length === 0 ? 'none' : 'parameters',
    state: parameters.length === 0 ? 'absent' : 'on',
    main: parameters.length === 0 ? [{ text: 'The request goes on as it came' }] : names(parameters),
    muted: isService ? 'What the service is asked with' : '',
    exits: [],
  }
}

function integrationRow({ route, integration }: HttpRouteContext): LadderRow {
  const row = { step: 'integration', label: 'Integration' } as const
  if (integration === null) {
    const exits = [{ status: '500', text: 'Internal Server Error' }]
    const text = route.target === undefined ? 'No integration' : `${route.target} does not exist`
    return { ...brokenRow(row, text), muted: 'Every request is answered 500', exits }
  }
  const { integrationType, integrationSubtype, payloadFormatVersion, timeoutInMillis = 30_000, handler } = integration
  const version =
    integrationType === 'AWS_PROXY' && !integrationSubtype ? `, payload ${payloadFormatVersion ?? '1.0'}` : ''
  return {
    ...row,
    kind: integrationSubtype ?? `${integrationType}${version}`,
    state: 'on',
    main: [{ text: targetInWords(integration.integrationUri ?? handler ?? 'no address'), isMono: true }],
    muted: [
      `up to ${formatCount(timeoutInMillis)} ms`,
      handler ?? '',
      integration.connectionType === 'VPC_LINK' ? 'VPC link' : '',
    ]
      .filter(Boolean)
      .join(', '),
    exits: [{ status: '503', text: 'Service Unavailable' }, { status: '500' }],
  }
}

function responseMappingRow({ integration }: HttpRouteContext): LadderRow {
  const statuses = Object.keys(integration?.responseParameters ?? {})
  return {
    step: 'response-mapping',
    label: 'Response mapping',
    kind: statuses.length === 0 ? 'none' : 'by status',
    state: statuses.length === 0 ? 'absent' : 'on',
    main: statuses.length === 0 ? [{ text: 'The answer goes back as it is' }] : names(statuses),
    muted: '',
    exits: [],
  }
}

/** The first few, and how many more there are. */
function names(all: readonly string[]): LadderText[] {
  const shown = all.slice(0, 3).map((text): LadderText => ({ text, isMono: true }))
  return all.length > 3 ? [...shown, { text: `and ${all.length - 3} more` }] : shown
}
