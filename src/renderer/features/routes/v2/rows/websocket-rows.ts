import { formatCount, plural } from '../../../../ui/format'
import type { LadderRow } from '../../../../ui/pipeline/ladder-row'
import type { WebSocketRouteContext } from '../v2-route-context'
import { brokenRow, targetInWords, v2ThrottleRow } from './common-rows'

/** The ladder of a route of a WebSocket API in one stage. Source of the order: websocket-api.md 2 to 6. */
export function webSocketRows(context: WebSocketRouteContext): LadderRow[] {
  const isConnect = context.routeKey === '$connect'
  const access = isConnect ? [authorizerRow(context), apiKeyRow(context)] : []
  const throttle = v2ThrottleRow(context, isConnect ? 'Too Many Requests' : 'Forbidden frame')
  return [
    clientRow(context),
    routeRow(context),
    throttle,
    ...access,
    ...(isConnect || context.routeKey === '$disconnect' ? [] : [validationRow(context)]),
    requestMappingRow(context),
    integrationRow(context),
    responseRow(context),
  ]
}

const WHAT_COMES: Readonly<Record<string, string>> = {
  $connect: 'A client asks to connect',
  $disconnect: 'A connection has ended',
}

function clientRow({ design, api, stageName, routeKey, route }: WebSocketRouteContext): LadderRow {
  const isMessage = WHAT_COMES[routeKey] === undefined
  return {
    step: 'client',
    label: 'Client',
    kind: isMessage ? 'message in' : routeKey === '$connect' ? 'handshake' : 'close',
    state: 'on',
    main: [
      isMessage
        ? { text: `A message on wss://${api.id}.execute-api.${design.region}…/${stageName}`, isMono: true }
        : { text: WHAT_COMES[routeKey]! },
    ],
    muted: [route.operationName ?? '', isMessage ? 'up to 128 KB in frames of 32 KB' : ''].filter(Boolean).join(', '),
    exits: isMessage ? [{ status: '1009', text: 'too big' }] : [],
  }
}

function routeRow({ api, routeKey }: WebSocketRouteContext): LadderRow {
  const row = { step: 'route', label: 'Route selection', state: 'on' } as const
  if (WHAT_COMES[routeKey] !== undefined) {
    const main = [{ text: 'Chosen by what happens, not by the message' }]
    return { ...row, kind: routeKey, main, muted: '', exits: [] }
  }
  const expression = { text: api.routeSelectionExpression, isMono: true } as const
  if (routeKey === '$default') {
    const main = [expression, { text: 'gives the key of no other route, or the message is no JSON' }]
    return { ...row, kind: '$default', main, muted: '', exits: [] }
  }
  return {
    ...row,
    kind: 'by expression',
    main: [expression, { text: 'is' }, { text: routeKey, isMono: true }],
    muted: Object.hasOwn(api.routes, '$default') ? '' : 'Messages for no route get a Forbidden frame',
    exits: [],
  }
}

function authorizerRow({ api, route }: WebSocketRouteContext): LadderRow {
  const row = { step: 'authorizer', label: 'Authorizer' } as const
  const { authorizationType = 'NONE', authorizerId } = route
  if (authorizationType === 'NONE') {
    return { ...row, kind: 'none', state: 'absent', main: [{ text: 'Everybody may connect' }], muted: '', exits: [] }
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
  const sources = authorizer.identitySource.map((source) =>
    source.replace(/^route\.request\.(header|querystring)\.(.+)$/, '$2 $1'),
  )
  return {
    ...row,
    kind: 'REQUEST',
    state: 'on',
    main: [{ text: authorizerId!, isMono: true }, { text: 'asked once, when a client connects' }],
    muted: sources.length === 0 ? 'No identity source' : `Identity: ${sources.join(', ')}`,
    exits: [{ status: '401' }, { status: '403', text: 'Forbidden' }],
  }
}

function apiKeyRow({ design, api, stageName, route }: WebSocketRouteContext): LadderRow {
  const row = { step: 'api-key', label: 'API key and plan' } as const
  if (route.apiKeyRequired !== true) {
    const main = [{ text: 'Clients need no key; usage plans count nothing' }]
    return { ...row, kind: 'not required', state: 'absent', main, muted: '', exits: [] }
  }
  const plans = design.usagePlans.filter(({ apiStages }) =>
    apiStages.some((each) => each.apiId === api.id && each.stage === stageName),
  )
  return {
    ...row,
    kind: 'required',
    state: 'on',
    main:
      plans.length === 0
        ? [{ text: `No usage plan covers ${stageName}`, chip: 'warning' }]
        : plans.map(({ name }) => ({ text: name })),
    muted: 'The key of the handshake counts for every message of the connection',
    exits: [{ status: '403', text: 'Forbidden' }],
  }
}

function validationRow({ api, route }: WebSocketRouteContext): LadderRow {
  const row = { step: 'validation', label: 'Validation' } as const
  const models = Object.values(route.requestModels ?? {})
  if (route.modelSelectionExpression === undefined) {
    const main = [{ text: 'Messages are not looked at' }]
    return { ...row, kind: 'none', state: 'absent', main, muted: '', exits: [] }
  }
  const missing = models.find((name) => !Object.hasOwn(api.models ?? {}, name))
  if (missing !== undefined) return brokenRow(row, `Model ${missing} does not exist`)
  return {
    ...row,
    kind: 'models',
    state: 'on',
    main: models.map((text) => ({ text, isMono: true })),
    muted: `Chosen by ${route.modelSelectionExpression}`,
    exits: [{ status: 'frame', text: 'Invalid request body' }],
  }
}

function requestMappingRow({ integration }: WebSocketRouteContext): LadderRow {
  const isProxy = integration?.integrationType.endsWith('_PROXY') ?? true
  const keys = Object.keys(integration?.requestTemplates ?? {})
  const parameters = Object.keys(integration?.requestParameters ?? {}).length
  const isThere = keys.length > 0 || parameters > 0
  return {
    step: 'request-mapping',
    label: 'Request mapping',
    kind: isThere ? (keys.length > 0 ? 'templates' : 'parameters') : 'none',
    state: isThere ? 'on' : 'absent',
    main: isThere
      ? keys.map((text) => ({ text, isMono: true }))
      : [{ text: isProxy ? 'The event holds everything' : 'The message goes on as it came' }],
    muted: parameters > 0 ? `${plural(parameters, 'parameter')} set` : '',
    exits: [],
  }
}

function integrationRow({ routeKey, route, integration }: WebSocketRouteContext): LadderRow {
  const row = { step: 'integration', label: 'Integration' } as const
  if (integration === null) {
    if (route.target !== undefined) return brokenRow(row, `${route.target} does not exist`)
    const main = [{ text: routeKey === '$connect' ? 'None: every client is let in' : 'None: nothing happens' }]
    return { ...row, kind: 'none', state: 'absent', main, muted: '', exits: [] }
  }
  const { integrationType, timeoutInMillis = 29_000, handler, integrationUri } = integration
  return {
    ...row,
    kind: integrationType,
    state: 'on',
    main: [
      {
        text:
          integrationType === 'MOCK' ? 'answers by itself' : targetInWords(integrationUri ?? handler ?? 'no address'),
        isMono: true,
      },
    ],
    muted: [`up to ${formatCount(timeoutInMillis)} ms`, handler ?? ''].filter(Boolean).join(', '),
    exits:
      routeKey === '$connect'
        ? [{ status: '502' }, { status: '500' }]
        : [{ status: 'frame', text: 'Internal server error' }],
  }
}

/** Clients get replies only where the route has a response. Source: websocket-api.md 5.5. */
function responseRow({ routeKey, route, integration }: WebSocketRouteContext): LadderRow {
  const row = { step: 'response-mapping', label: 'Route response' } as const
  const isSpecial = WHAT_COMES[routeKey] !== undefined
  const replies =
    route.routeResponseSelectionExpression !== undefined && Object.keys(route.routeResponses ?? {}).length > 0
  if (isSpecial) {
    const text = routeKey === '$connect' ? 'A status from 200 to 299 lets the client in' : 'Nobody is there to answer'
    return { ...row, kind: 'status', state: 'on', main: [{ text }], muted: '', exits: [] }
  }
  const templates = Object.keys(integration?.integrationResponses ?? {})
  return {
    ...row,
    kind: replies ? 'two-way' : 'one-way',
    state: replies ? 'on' : 'absent',
    main: [{ text: replies ? 'The client gets what the integration answers' : 'The client gets no reply' }],
    muted: templates.length === 0 ? '' : `Integration responses: ${templates.join(', ')}`,
    exits: [],
  }
}
