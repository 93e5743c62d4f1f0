import { cacheKey } from '../cache-key'
import type { Call } from '../call'
import { identityRequest } from '../events/identity-request'

/** What an entry of a cache is called where people look at it: never with a whole secret. */
export interface CacheLabel {
  readonly apiName: string
  readonly stage: string
  /** The authorizer's name, or the route: "GET /orders/{id}". */
  readonly owner: string
  /** "Authorization: Bear…9a", "querystring.page: 2". */
  readonly key: string
}

/** Characters of a value that is no secret. */
const MOST_SHOWN = 64

const SECRET_PARAMETER = /\.header\.(authorization|proxy-authorization|cookie|x-api-key|x-amz-security-token)$/i

/** Of a caller whose authorizer result is kept. Headers and queries of identity sources are taken for secrets. */
export function identityLabel(call: Call): CacheLabel {
  const { id, reader } = call.route.authorizer!
  const reading = reader.read(identityRequest(call))
  const values = reading.kind === 'found' ? reading.values : []
  const parts = values.map((value, index) => {
    const { name, location } = reader.sources[index]!
    const isSecret = location === 'header' || location === 'querystring'
    return `${name}: ${isSecret ? shortened(value) : bounded(value)}`
  })
  return { ...placeOf(call), owner: id, key: parts.join(', ') }
}

/** Of a response that is kept, with the parameters that tell it from others. */
export function responseLabel(call: Call): CacheLabel {
  const { compiled } = call.route
  const [, , ...values] = cacheKey(call)
  const parameters = compiled.method.integration?.cacheKeyParameters ?? []
  const parts = parameters.map((parameter, index) => {
    const text = valueText(values[index])
    const name = parameter.replace(/^method\.request\./, '')
    return `${name}: ${SECRET_PARAMETER.test(parameter) && text !== NOT_SENT ? shortened(text) : bounded(text)}`
  })
  return { ...placeOf(call), owner: compiled.routeKey, key: parts.join(', ') }
}

const NOT_SENT = 'not sent'

function valueText(value: unknown): string {
  if (value === null || value === undefined) return NOT_SENT
  return Array.isArray(value) ? value.join(', ') : String(value)
}

function placeOf({ route }: Call): Pick<CacheLabel, 'apiName' | 'stage'> {
  const { view } = route.stage
  return { apiName: view.api.name, stage: view.stage }
}

/** "Bearer abcdef0123456789" -> "Bear…89"; of a short one two characters. */
export function shortened(secret: string): string {
  return secret.length < 12 ? `${secret.slice(0, 2)}…` : `${secret.slice(0, 4)}…${secret.slice(-2)}`
}

export function bounded(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}
