/** The target of an integration with an AWS service, as its URI names it. */
export interface ServiceUri {
  /** "aws", "aws-cn". */
  readonly partition: string
  /** "us-east-1". */
  readonly region: string
  /** What stands before the service: a bucket, or the account of a service that has an endpoint for each. */
  readonly subdomain: string | null
  /** "sqs", "dynamodb". */
  readonly service: string
  readonly target: ServiceTarget
}

/** `path/`: the service's own HTTP path. `action/`: an operation by its name, with what may follow it as a query string. */
export type ServiceTarget =
  | { readonly kind: 'path'; readonly path: string; readonly rawQuery: string }
  | { readonly kind: 'action'; readonly action: string; readonly rawQuery: string }

const SERVICE_URI = /^arn:(aws[a-z-]*):apigateway:([^:]*):([^:]+):(.*)$/s
const TARGET = /^(path|action)\/(.*)$/s

/**
 * "arn:aws:apigateway:us-east-1:sqs:path/123456789012/orders"; stage variables have been filled in. A text says what is wrong with it,
 * in AWS's words where it has some.
 * Source: service model, Integration$uri; rest-api.md 1.1 (texts) and 9.9.
 */
export function parseServiceUri(uri: string): ServiceUri | string {
  const [, partition, region, host, rest] = SERVICE_URI.exec(uri) ?? []
  if (partition === undefined || region === undefined || host === undefined || rest === undefined) {
    return `Invalid ARN specified in the request: ${uri}`
  }
  const [, kind, target] = TARGET.exec(rest) ?? []
  if (target === undefined) return `AWS ARN for integration must contain path or action: ${uri}`
  const dot = host.lastIndexOf('.')
  const service = host.slice(dot + 1)
  const subdomain = dot === -1 ? null : host.slice(0, dot)
  if (!/^[a-z0-9-]+$/.test(region) || !/^[a-z0-9-]+$/.test(service) || !isSubdomain(subdomain)) {
    return `Invalid ARN specified in the request: ${uri}`
  }
  const parsed = kind === 'path' ? pathTarget(target) : actionTarget(target)
  return parsed === null
    ? `Invalid endpoint address: ${uri} names no action`
    : { partition, region, subdomain, service, target: parsed }
}

function isSubdomain(text: string | null): boolean {
  return text === null || /^[A-Za-z0-9{][A-Za-z0-9._{}-]*$/.test(text)
}

/** "path//" is the service's root. */
function pathTarget(target: string): ServiceTarget {
  const mark = target.indexOf('?')
  const path = mark === -1 ? target : target.slice(0, mark)
  const rawQuery = mark === -1 ? '' : target.slice(mark + 1)
  return { kind: 'path', path: path.startsWith('/') ? path : `/${path}`, rawQuery }
}

/** "Publish&TopicArn={topic}": parameters may follow the name. */
function actionTarget(target: string): ServiceTarget | null {
  const [, action, rawQuery = ''] = /^([A-Za-z][A-Za-z0-9]*)(?:[?&](.*))?$/s.exec(target) ?? []
  return action === undefined ? null : { kind: 'action', action, rawQuery }
}
