/**
 * The part of every k6 script that does not depend on the scenario: draws, one request, its retries. It reads the constants BASE_URL,
 * SEED, VARIABLES and SOURCES. Source of the API: k6 documentation, modules k6, k6/http and k6/metrics.
 */
export const K6_RUNTIME = String.raw`
const TOKENS = (__ENV.TOKENS || '').split(',').filter((token) => token !== '')

const requests = new Counter('requests')
const admitted = new Counter('admitted')
const throttled = new Counter('throttled')
const throttledShare = new Rate('throttled_share')
const quotaExceeded = new Counter('quota_exceeded')
const errorShare = new Rate('error_share')
const retries = new Counter('retries')
const answeredDuration = new Trend('answered_duration', true)

randomSeed(SEED + __VU)

const DRAWS = SOURCES.map((source) => ({
  route: weighted(source.routes),
  key: weighted(source.keys),
  identity: popularity(source.identities),
  item: popularity(source.items),
}))

/** How many retries this virtual user may still make, where a budget limits them. */
let credit = 0

export function setup() {
  const missing = VARIABLES.filter((name) => !__ENV[name])
  if (missing.length > 0) console.warn('Not set, so requests go without them: ' + missing.join(', '))
}

export function run() {
  const index = Number(__ENV.SOURCE)
  send(SOURCES[index], prepared(SOURCES[index], DRAWS[index]))
  const { thinkTime } = SOURCES[index]
  if (thinkTime) sleep(milliseconds(thinkTime) / 1000)
}

function prepared(source, draw) {
  const { shares } = source
  const route = draw.route()
  const item = 'item-' + (draw.item() + 1)
  const query = route.itemQuery.map((name) => [name, item])
  const headers = {}
  for (const name of route.itemHeaders) headers[name] = item
  if (route.contentType !== null) headers['Content-Type'] = route.contentType
  if (Math.random() < shares.cacheBypasses) headers['Cache-Control'] = 'max-age=0'
  const key = source.keys.length === 0 ? null : draw.key().variable
  const keyValue = key !== null && Math.random() < shares.wrongApiKeys ? 'no-such-key' : key && __ENV[key]
  if (keyValue) headers['x-api-key'] = keyValue
  const token = tokenFor(draw.identity(), shares)
  for (const place of token ? route.tokens : []) {
    if (place.in === 'header') headers[place.name] = token
    else query.push([place.name, token])
  }
  const path = route.path.replace(/\{[^}]*\}/g, () => encodeURIComponent(item))
  const text = query.map(([name, value]) => encodeURIComponent(name) + '=' + encodeURIComponent(value)).join('&')
  const body = route.body !== null && Math.random() < shares.invalidBodies ? INVALID_BODY : route.body
  const tags = { name: route.routeKey, route: route.id, api_key: key || 'none' }
  return { verb: route.verb, url: BASE_URL + path + (text === '' ? '' : '?' + text), body, params: { headers, tags } }
}

function tokenFor(identity, { missingTokens, expiredTokens, deniedIdentities }) {
  const draw = Math.random()
  if (draw < missingTokens) return ''
  if (draw < missingTokens + expiredTokens) return __ENV.EXPIRED_TOKEN || ''
  if (draw < missingTokens + expiredTokens + deniedIdentities) return __ENV.DENIED_TOKEN || ''
  return TOKENS.length === 0 ? '' : TOKENS[identity % TOKENS.length]
}

function send({ retry }, { verb, url, body, params }) {
  if (retry && retry.budget !== null) credit += retry.budget
  for (let attempt = 1; ; attempt += 1) {
    const response = http.request(verb, url, body, params)
    record(response, attempt, params.tags)
    if (!retry || attempt >= retry.maxAttempts || !retry.statuses.includes(response.status)) return
    if (retry.budget !== null && credit < 1) return
    if (retry.budget !== null) credit -= 1
    const delay = retry.type === 'FIXED' ? retry.delayMs : Math.min(retry.maxDelayMs, retry.delayMs * 2 ** (attempt - 1))
    sleep((retry.jitter === 'FULL' ? Math.random() * delay : delay) / 1000)
  }
}

function record({ status, headers, timings }, attempt, tags) {
  const isQuota = status === 429 && (headers['X-Amzn-Errortype'] || '').startsWith('LimitExceeded')
  const isThrottled = status === 429 && !isQuota
  const isRefused = status === 401 || status === 403 || status === 429
  requests.add(1, tags)
  admitted.add(isRefused || status === 0 ? 0 : 1, tags)
  throttled.add(isThrottled ? 1 : 0, tags)
  throttledShare.add(isThrottled, tags)
  quotaExceeded.add(isQuota ? 1 : 0, tags)
  errorShare.add(status >= 500 || status === 0, tags)
  retries.add(attempt > 1 ? 1 : 0, tags)
  if (!isRefused && status !== 0) answeredDuration.add(timings.duration, tags)
}

/** Draws one of a list by the weights of its members. */
function weighted(list) {
  let total = 0
  const ends = list.map(({ weight }) => (total += weight))
  return () => {
    const at = Math.random() * total
    return list[ends.findIndex((end) => at < end)] || list[list.length - 1]
  }
}

/** Draws 0 to count - 1. */
function popularity({ count, distribution, exponent = 1, hotCount = 1, hotShare = 1 }) {
  const below = (limit) => Math.floor(Math.random() * limit)
  if (distribution === 'HOT_SET' && hotCount < count) {
    return () => (Math.random() < hotShare ? below(hotCount) : hotCount + below(count - hotCount))
  }
  return distribution === 'ZIPF' && count > 1 ? zipf(count, exponent) : () => below(count)
}

/** Zipf's law without a table, by rejection-inversion (Hoermann and Derflinger, 1996): k with weight (k + 1)^-exponent. */
function zipf(count, exponent) {
  const isOne = Math.abs(exponent - 1) < 1e-9
  const weight = (x) => x ** -exponent
  const integral = (x) => (isOne ? Math.log(x) : (x ** (1 - exponent) - 1) / (1 - exponent))
  const inverse = (y) => (isOne ? Math.exp(y) : (1 + y * (1 - exponent)) ** (1 / (1 - exponent)))
  const low = integral(1.5) - 1
  const high = integral(count + 0.5)
  const margin = 2 - inverse(integral(2.5) - weight(2))
  return () => {
    for (;;) {
      const y = high + Math.random() * (low - high)
      const x = inverse(y)
      const k = Math.min(count, Math.max(1, Math.round(x)))
      if (k - x <= margin || y >= integral(k + 0.5) - weight(k)) return k - 1
    }
  }
}

function milliseconds(latency) {
  switch (latency.distribution) {
    case 'CONSTANT':
      return latency.valueMs
    case 'UNIFORM':
      return latency.minMs + Math.random() * (latency.maxMs - latency.minMs)
    case 'NORMAL':
      return Math.max(0, latency.meanMs + latency.standardDeviationMs * normal())
    case 'LOGNORMAL':
      return latency.medianMs * Math.exp(latency.sigma * normal())
    case 'EXPONENTIAL':
      return -latency.meanMs * Math.log(1 - Math.random())
    default: {
      const at = Math.random() * (latency.valuesMs.length - 1)
      const low = latency.valuesMs[Math.floor(at)]
      return low + (at % 1) * (latency.valuesMs[Math.ceil(at)] - low)
    }
  }
}

function normal() {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random())
}
`
