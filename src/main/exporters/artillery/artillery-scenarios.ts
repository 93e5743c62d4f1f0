import type { LatencyDistribution } from '@shared/design/scenario'
import type { LoadArrival, LoadSource } from '../load/load-plan'
import type { LoadRoute } from '../load/load-route'
import { INVALID_BODY } from '../load/sample-body'
import type { SourceVariables } from './artillery-variables'
import { plainText } from './plain-text'
import type { YamlValue } from './yaml-text'

/** Weights are whole numbers that add up to about this. */
const WEIGHTS = 10_000
/** What a request is taken to last beside a user's think time. Seconds. */
const REQUEST_SECONDS = 0.1
/** The verbs that Artillery's flows know. Source: Artillery documentation, "HTTP engine". */
const VERBS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** A variant of a route: as it is meant, with a body that is not valid, past the cache. */
interface Variant {
  readonly name: string
  readonly share: number
  readonly isInvalid: boolean
  readonly bypassesCache: boolean
}

/**
 * One scenario for each route and variant of a source. `share`: the source's part of all virtual users, 0 to 1. Routes whose verb
 * Artillery does not know are left out.
 */
export function artilleryScenarios(source: LoadSource, share: number, variables: SourceVariables): YamlValue[] {
  const routes = source.routes.filter(({ verb }) => VERBS.has(verb))
  const weights = routes.reduce((sum, { weight }) => sum + weight, 0)
  return routes.flatMap((route) =>
    variantsOf(source, route).map((variant) => ({
      name: plainText(`${source.name}: ${route.routeKey}${variant.name}`),
      weight: Math.max(1, Math.round(WEIGHTS * share * (route.weight / weights) * variant.share)),
      flow: flowOf(source.arrival, requestStep(route, variant, variables)),
    })),
  )
}

/** Routes that a flow has no step for. */
export function unknownVerbs({ routes }: LoadSource): string[] {
  return routes.filter(({ verb }) => !VERBS.has(verb)).map(({ routeKey }) => routeKey)
}

/** How many requests a user of a closed loop makes. */
export function roundsOf({ from, to, thinkTime }: Extract<LoadArrival, { kind: 'users' }>): number {
  return Math.max(1, Math.floor((to - from) / (meanMs(thinkTime) / 1000 + REQUEST_SECONDS)))
}

function variantsOf({ shares }: LoadSource, { body }: LoadRoute): Variant[] {
  const invalid = body === null ? 0 : shares.invalidBodies
  return [false, true]
    .flatMap((isInvalid) => [false, true].map((bypassesCache) => ({ isInvalid, bypassesCache })))
    .map(({ isInvalid, bypassesCache }) => ({
      isInvalid,
      bypassesCache,
      name: `${isInvalid ? ', invalid body' : ''}${bypassesCache ? ', past the cache' : ''}`,
      share: (isInvalid ? invalid : 1 - invalid) * (bypassesCache ? shares.cacheBypasses : 1 - shares.cacheBypasses),
    }))
    .filter(({ share }) => share > 0)
}

function requestStep(route: LoadRoute, variant: Variant, { apiKey, token, item }: SourceVariables): YamlValue {
  const placed = (part: 'header' | 'query'): [string, string][] =>
    token === null
      ? []
      : route.tokens.filter((place) => place.in === part).map(({ name }) => [plainText(name), `{{ ${token} }}`])
  const headers: [string, string][] = [
    ...(route.contentType === null ? [] : [['Content-Type', plainText(route.contentType)] as [string, string]]),
    ...(variant.bypassesCache ? [['Cache-Control', 'max-age=0'] as [string, string]] : []),
    ...route.itemHeaders.map((name): [string, string] => [plainText(name), item]),
    ...(apiKey === null ? [] : [['x-api-key', `{{ ${apiKey} }}`] as [string, string]]),
    ...placed('header'),
  ]
  const query = [...route.itemQuery.map((name): [string, string] => [plainText(name), item]), ...placed('query')]
  const body = variant.isInvalid ? INVALID_BODY : route.body
  return {
    [route.verb.toLowerCase()]: {
      url: plainText(route.path).replaceAll(/\{[^{}]*\}/g, () => item),
      name: plainText(route.routeKey),
      ...(query.length > 0 && { qs: Object.fromEntries(query) }),
      ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
      ...(body !== null && { body: withoutTemplates(body) }),
    },
  }
}

/** In JSON two braces stand together only inside of a text, where one may be spelled out. */
function withoutTemplates(body: string): string {
  return body.replaceAll('{{', '{\\u007b')
}

function flowOf(arrival: LoadArrival, request: YamlValue): YamlValue {
  if (arrival.kind === 'rate') return [request]
  return [{ loop: [request, { think: thinkText(arrival.thinkTime) }], count: roundsOf(arrival) }]
}

function thinkText(thinkTime: LatencyDistribution): string {
  if (thinkTime.distribution !== 'UNIFORM') return `${Math.max(1, Math.round(meanMs(thinkTime)))}ms`
  return `{{ $randomNumber(${Math.round(thinkTime.minMs)}, ${Math.round(thinkTime.maxMs)}) }}ms`
}

/** The mean of a distribution, in milliseconds. */
function meanMs(latency: LatencyDistribution): number {
  switch (latency.distribution) {
    case 'CONSTANT':
      return latency.valueMs
    case 'UNIFORM':
      return (latency.minMs + latency.maxMs) / 2
    case 'NORMAL':
    case 'EXPONENTIAL':
      return latency.meanMs
    case 'LOGNORMAL':
      return latency.medianMs * Math.exp(latency.sigma ** 2 / 2)
    case 'EMPIRICAL':
      return latency.valuesMs.reduce((sum, value) => sum + value, 0) / Math.max(1, latency.valuesMs.length)
  }
}
