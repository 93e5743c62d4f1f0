import { updateMethod } from '../../design/edits/update-method'
import { updateV2Route } from '../../design/edits/v2/update-v2-route'
import type { Design } from '../../design/design'
import type { Api } from '../../design/api'
import { finding } from '../finding'
import type { Finding, ReviewRule } from '../review-rule'
import { methodsOf, restApis } from '../scopes/rest-methods'
import { routesOf, v2Apis } from '../scopes/v2-routes'

export const publicRouteWithoutAuthorization: ReviewRule = {
  id: 'public-route-without-authorization',
  title: 'Anybody on the internet can call this route',
  severity: 'error',
  what: 'Routes with a backend that ask for no authorization, no API key and no client certificate, on an API without a resource policy. Routes that only read are warnings.',
  why: 'Whoever knows the URL reads or changes your data and runs up your bill. Routes that are meant to be public, such as signing in, are best set aside with the reason.',
  source: 'Guide 000, anti-pattern 1; rest-api.md 7.',
  find: (design) => [...restFindings(design), ...httpFindings(design), ...webSocketFindings(design)],
}

const RULE = publicRouteWithoutAuthorization
const READS: readonly (string | null)[] = ['GET', 'HEAD']

function restFindings(design: Design): Finding[] {
  return restApis(design).flatMap((own) => {
    const { api } = own
    const isPrivate = api.policy !== undefined || api.endpointConfiguration.types.includes('PRIVATE')
    if (isPrivate || isBehindMutualTls(design, api)) return []
    const known = onlyAuthorizer(Object.values(api.resources).flatMap(({ methods }) => Object.values(methods)))
    return methodsOf(own).flatMap(({ at, routeKey, path, verb, method }) => {
      const isOpen = method.authorizationType === 'NONE' && !method.apiKeyRequired && verb !== 'OPTIONS'
      const hasBackend = method.integration !== undefined && method.integration.type !== 'MOCK'
      if (!isOpen || !hasBackend) return []
      const fix = known && {
        label: label(known.authorizerId, routeKey),
        apply: (current: Design) => updateMethod(current, api.id, path, verb, known),
      }
      return [finding(RULE, [...at, 'authorizationType'], text(api, routeKey), { severity: severityOf(verb), fix })]
    })
  })
}

function httpFindings(design: Design): Finding[] {
  return v2Apis(design).flatMap((own) => {
    const { api } = own
    if (api.protocolType !== 'HTTP' || isBehindMutualTls(design, api)) return []
    const known = onlyAuthorizer(Object.values(api.routes))
    return routesOf(own).flatMap(({ at, routeKey, verb, route, integration }) => {
      if (route.authorizationType !== 'NONE' || verb === 'OPTIONS' || integration === undefined) return []
      const fix = known && {
        label: label(known.authorizerId, routeKey),
        apply: (current: Design) => updateV2Route(current, api.id, routeKey, known),
      }
      return [finding(RULE, [...at, 'authorizationType'], text(api, routeKey), { severity: severityOf(verb), fix })]
    })
  })
}

/** Who may connect may send: nothing else is asked later. */
function webSocketFindings(design: Design): Finding[] {
  return v2Apis(design).flatMap(({ api, at }) => {
    if (api.protocolType !== 'WEBSOCKET' || Object.keys(api.routes).length === 0) return []
    const connect = Object.hasOwn(api.routes, '$connect') ? api.routes['$connect'] : undefined
    if (connect?.apiKeyRequired === true || isBehindMutualTls(design, api)) return []
    if ((connect?.authorizationType ?? 'NONE') !== 'NONE') return []
    const place = connect === undefined ? [...at, 'routes'] : [...at, 'routes', '$connect']
    const message = `${api.name}, $connect: anybody can connect and send messages, for nobody is asked who they are. Give $connect an authorizer.`
    return [finding(RULE, place, message)]
  })
}

function text(api: Api, routeKey: string): string {
  return `${api.name}, ${routeKey}: it asks for no authorization and no API key, so that anybody can call its backend. Give it an authorizer, or set this finding aside if it is meant to be public.`
}

function severityOf(verb: string | null): Finding['severity'] {
  return READS.includes(verb) ? 'warning' : 'error'
}

/** Certificates are asked for on the custom domain alone, so the default endpoint has to be off. */
function isBehindMutualTls({ domainNames }: Design, api: Api): boolean {
  if (api.disableExecuteApiEndpoint !== true) return false
  const own = domainNames.filter(({ basePathMappings }) => basePathMappings.some(({ apiId }) => apiId === api.id))
  return own.length > 0 && own.every(({ mutualTlsAuthentication }) => mutualTlsAuthentication !== undefined)
}

interface Authorized<Type> {
  readonly authorizationType?: Type
  readonly authorizerId?: string
}

/** The one that the API's other routes use already, so that it is known to work; undefined when there are none or several. */
function onlyAuthorizer<Type>(
  routes: readonly Authorized<Type>[],
): { readonly authorizationType: Type; readonly authorizerId: string } | undefined {
  const used = routes.filter(({ authorizerId }) => authorizerId !== undefined)
  const { authorizerId, authorizationType } = used[0] ?? {}
  if (authorizerId === undefined || authorizationType === undefined) return undefined
  return used.every((route) => route.authorizerId === authorizerId) ? { authorizationType, authorizerId } : undefined
}

function label(authorizerId: string, routeKey: string): string {
  return `Let ${authorizerId} decide who calls ${routeKey}`
}
