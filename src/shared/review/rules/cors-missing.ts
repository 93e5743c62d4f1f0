import { finding } from '../finding'
import type { Design } from '../../design/design'
import type { GatewayResponseType } from '../../design/gateway-response'
import type { Method, Verb } from '../../design/method'
import { addRoute } from '../../design/edits/add-route'
import { putGatewayResponse } from '../../design/edits/put-gateway-response'
import { updateV2Api } from '../../design/edits/v2/update-v2-api'
import type { HttpApi } from '../../design/http-api'
import type { Finding, ReviewRule } from '../review-rule'
import { restApis, type RestScope } from '../scopes/rest-methods'
import { routesOf, v2Apis } from '../scopes/v2-routes'

export const corsMissing: ReviewRule = {
  id: 'cors-missing',
  title: 'Pages in a browser cannot call the API, or cannot read its errors',
  severity: 'warning',
  what: 'APIs without CORS, resources that do not answer preflights while others do, verbs that the CORS settings of an HTTP API leave out, and error answers of the gateway without Access-Control-Allow-Origin.',
  why: 'The browser refuses the call, or hides a 401 or 429 behind "blocked by CORS policy", and the page cannot tell why it failed.',
  source: 'Guide 000, anti-pattern 4; guide 003, "CORS errors"; rest-api.md 14, http-api.md 10.',
  find: (design) => [...restApis(design).flatMap(restFindings), ...httpFindings(design)],
}

const ALLOW_ORIGIN = 'access-control-allow-origin'
const ALLOW_METHODS = 'method.response.header.access-control-allow-methods'

function restFindings({ api, at }: RestScope): Finding[] {
  const resources = Object.entries(api.resources).filter(([, { methods }]) => Object.keys(methods).length > 0)
  const called = resources.filter(([, { methods }]) => Object.keys(methods).some((verb) => verb !== 'OPTIONS'))
  const closed = called.filter(([, { methods }]) => methods.OPTIONS === undefined && methods.ANY === undefined)
  if (called.length === 0 || api.endpointConfiguration.types.includes('PRIVATE')) return []
  if (closed.length === called.length) {
    const message = `${api.name}: no resource answers preflights, so that pages of other origins cannot call it. Add OPTIONS with CORS headers, or set this finding aside if no browser calls it.`
    return [finding(corsMissing, [...at, 'resources'], message, { severity: 'info' })]
  }
  const preflight = resources.map(([, { methods }]) => methods.OPTIONS).find(isPreflight)
  const partial = closed.map(([path, { methods }]) => {
    const message = `${api.name}, ${path}: other resources answer preflights, this one does not. Add OPTIONS with CORS headers.`
    const fix = preflight && {
      label: `Answer preflights of ${path}`,
      apply: (design: Design) => addRoute(design, api.id, path, 'OPTIONS', preflightFor(preflight, methods)),
    }
    return finding(corsMissing, [...at, 'resources', path], message, { fix })
  })
  return [...partial, ...(preflight === undefined ? [] : errorFindings({ api, at }, preflight))]
}

function isPreflight(method: Method | undefined): method is Method {
  return method?.integration?.type === 'MOCK' && originOf(method) !== undefined
}

/** "'https://shop.example.com'": the literal that a preflight answers. */
function originOf(method: Method): string | undefined {
  const headers = (method.integration?.integrationResponses ?? []).flatMap(({ responseParameters }) =>
    Object.entries(responseParameters ?? {}),
  )
  return headers.find(([name]) => name.toLowerCase() === `method.response.header.${ALLOW_ORIGIN}`)?.[1]
}

/** The same answer, with the verbs of this resource. */
function preflightFor(preflight: Method, methods: Readonly<Record<string, unknown>>): Method {
  const verbs = `'${[...Object.keys(methods), 'OPTIONS' satisfies Verb].join(',')}'`
  const integration = preflight.integration!
  const integrationResponses = integration.integrationResponses.map((response) => {
    const parameters = Object.entries(response.responseParameters ?? {}).map(([name, value]) => [
      name,
      name.toLowerCase() === ALLOW_METHODS ? verbs : value,
    ])
    return { ...response, responseParameters: Object.fromEntries(parameters) as Record<string, string> }
  })
  return { ...preflight, integration: { ...integration, integrationResponses } }
}

function errorFindings({ api, at }: RestScope, preflight: Method): Finding[] {
  const origin = originOf(preflight)!
  return (['DEFAULT_4XX', 'DEFAULT_5XX'] as const satisfies GatewayResponseType[]).flatMap((type) => {
    const response = api.gatewayResponses[type] ?? {}
    const headers = Object.keys(response.responseParameters ?? {}).map((name) => name.toLowerCase())
    if (headers.includes(`gatewayresponse.header.${ALLOW_ORIGIN}`)) return []
    const responseParameters = {
      ...response.responseParameters,
      'gatewayresponse.header.Access-Control-Allow-Origin': origin,
    }
    const fix = {
      label: `Let pages read ${type} of ${api.name}`,
      apply: (design: Design) => putGatewayResponse(design, api.id, type, { ...response, responseParameters }),
    }
    const message = `${api.name}, ${type}: the gateway’s own errors have no Access-Control-Allow-Origin, so that pages see a CORS error instead of the status. Add the header.`
    const place =
      response === api.gatewayResponses[type] ? [...at, 'gatewayResponses', type] : [...at, 'gatewayResponses']
    return [finding(corsMissing, place, message, { severity: 'info', fix })]
  })
}

function httpFindings(design: Design): Finding[] {
  return v2Apis(design).flatMap(({ api, at }) => {
    if (api.protocolType !== 'HTTP') return []
    const routes = routesOf({ api, at })
    if (routes.length === 0) return []
    if (api.corsConfiguration !== undefined) return verbFindings(api, [...at, 'corsConfiguration'])
    const answers = routes.some(({ verb, routeKey }) => verb === 'OPTIONS' || verb === 'ANY' || routeKey === '$default')
    if (answers) return []
    const message = `${api.name}: it has no CORS settings, so that pages of other origins cannot call it. Name the origins that may, or set this finding aside if no browser calls it.`
    return [finding(corsMissing, at, message, { severity: 'info' })]
  })
}

/** GET, HEAD and POST need not be named: browsers never ask for them. Source: Fetch standard, "CORS-safelisted method". */
const ALWAYS_ALLOWED: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'ANY'])

function verbFindings(api: HttpApi, at: readonly (string | number)[]): Finding[] {
  const cors = api.corsConfiguration ?? {}
  const allowed = cors.allowMethods ?? []
  if (allowed.includes('*')) return []
  const used = Object.keys(api.routes).map((routeKey) => routeKey.split(' ')[0] ?? '')
  const verbs = [...new Set(used)].filter((verb) => /^[A-Z]+$/.test(verb) && !ALWAYS_ALLOWED.has(verb))
  return verbs
    .filter((verb) => !allowed.includes(verb))
    .map((verb) => {
      const fix = {
        label: `Let pages call ${verb} of ${api.name}`,
        apply: (design: Design) => withVerb(design, api.id, verb),
      }
      const message = `${api.name}: it has routes for ${verb}, but its CORS settings do not allow ${verb}, so that pages cannot call them. Add it to allowMethods.`
      return finding(corsMissing, at, message, { fix })
    })
}

/** Taken from the design as it is then: one fix may follow another. */
function withVerb(design: Design, apiId: string, verb: string): Design {
  const api = design.apis.find(({ id }) => id === apiId)
  if (api?.protocolType !== 'HTTP') return design
  const cors = api.corsConfiguration ?? {}
  const allowMethods = [...(cors.allowMethods ?? []), verb]
  return updateV2Api<HttpApi>(design, apiId, { corsConfiguration: { ...cors, allowMethods } })
}
