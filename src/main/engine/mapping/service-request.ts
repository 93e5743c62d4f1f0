import { fillPath, fillPlaceholders, sendablePath } from './fill-placeholders'
import { headerValue, type HeaderList } from './header-list'
import { parseQuery, type QueryList } from './query-string'
import type { ServiceUri } from './service-uri'

/** What the gateway sends to an AWS service, but for its signature. */
export interface ServiceRequest {
  readonly region: string
  /** "sqs". */
  readonly service: string
  /** What stands before the service's name in its host, such as a bucket; null for most. */
  readonly subdomain: string | null
  readonly method: string
  /** "sqs.us-east-1.amazonaws.com". */
  readonly host: string
  /** "/123456789012/orders", as it goes out. */
  readonly path: string
  readonly query: QueryList
  /** Without `Host` and `Content-Length`. */
  readonly headers: HeaderList
  /** Empty for a verb that has none. */
  readonly body: Uint8Array
}

/** What mapping made of the client's request. */
export interface ServiceRequestParts {
  readonly method: string
  /** For `{name}` in the URI. */
  readonly path: ReadonlyMap<string, string>
  readonly query: QueryList
  readonly headers: HeaderList
  readonly body: Uint8Array
}

/** What `X-Amz-Target` begins with, for the services whose actions are named in it. Source: rest-api.md 9.9. */
const TARGET_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['dynamodb', 'DynamoDB_20120810'],
  ['kinesis', 'Kinesis_20131202'],
  ['ssm', 'AmazonSSM'],
  ['states', 'AWSStepFunctions'],
])

const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * The request behind a URI: an action becomes the query parameter `Action`, and for services of the JSON protocol the header
 * `X-Amz-Target` too, unless one is mapped. A text says why there is none.
 * Source: API Gateway Developer Guide, "Set up an integration request"; rest-api.md 9.1 and 9.9.
 */
export function serviceRequest(uri: ServiceUri, parts: ServiceRequestParts): ServiceRequest | string {
  const { region, service, target } = uri
  const subdomain = uri.subdomain && fillPlaceholders(uri.subdomain, (name) => parts.path.get(name))
  if (subdomain !== null && !/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(subdomain)) {
    return `Invalid endpoint address: nothing fit for a host is mapped to ${uri.subdomain}`
  }
  const written = parseQuery(fillPath(target.rawQuery, parts.path))
  const action: QueryList = target.kind === 'action' ? [['Action', target.action]] : []
  const domain = uri.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
  return {
    region,
    service,
    subdomain,
    method: parts.method,
    host: `${subdomain === null ? '' : `${subdomain}.`}${service}.${region}.${domain}`,
    path: target.kind === 'path' ? sendablePath(fillPath(target.path, parts.path)) : '/',
    query: [...written, ...parts.query, ...action],
    headers: target.kind === 'action' ? withTarget(service, target.action, parts.headers) : parts.headers,
    body: WITHOUT_BODY.has(parts.method) ? new Uint8Array() : parts.body,
  }
}

function withTarget(service: string, action: string, headers: HeaderList): HeaderList {
  const prefix = TARGET_PREFIXES.get(service)
  const isMapped = headerValue(headers, 'X-Amz-Target') !== undefined
  return prefix === undefined || isMapped ? headers : [...headers, ['X-Amz-Target', `${prefix}.${action}`]]
}
