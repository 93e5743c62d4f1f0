import { wireRequest, type WireRequest } from '../../../control-plane/operations/wire-request'
import type { ServiceName } from '../../../control-plane/operations/operation'
import { readOperation } from '../../../importers/cli-script/aws/read-operation'
import { splitArguments } from '../../../importers/cli-script/aws/split-arguments'
import { exactDifference } from '../../exact-difference'

/** A command and what a client puts on the wire for it. Source: captured from aws-cli. */
export interface Exchange {
  readonly id?: string
  readonly command: readonly string[]
  /** The command line refuses it, so nothing is sent. */
  readonly refusedByClient?: boolean
  readonly operation?: string
  readonly successStatus?: number
  readonly request?: {
    readonly method: string
    readonly path: string
    readonly query: readonly (readonly [string, string])[]
    readonly headers?: Readonly<Record<string, string>>
    readonly bodyKind: string
    readonly body: unknown
  }
}

const SERVICES: readonly string[] = ['apigateway', 'apigatewayv2', 'apigatewaymanagementapi'] satisfies ServiceName[]

/** In what our request differs from the captured one; undefined when in nothing. */
export function exchangeDifference({
  command,
  refusedByClient,
  request,
  operation,
  successStatus,
}: Exchange): string | undefined {
  const words = splitArguments(command.slice(1))
  if (!SERVICES.includes(words.service)) return `${words.service} is no service of API Gateway`
  const read = readOperation(words.service as ServiceName, words, {
    readFile: () => documentOf(request?.body),
    isRawBinary: true,
  })
  const isRefused = 'problem' in read || read.problems.length > 0
  if (refusedByClient) return isRefused ? undefined : 'it is not refused'
  if ('problem' in read) return read.problem
  // The first version of the command line takes documents as they are, which the second does not.
  const others = read.problems.filter((problem) => !problem.startsWith('Invalid base64'))
  if (others.length > 0) return others.join(' ')
  const wire = wireRequest(read.operation, read.values)
  return (
    exactDifference(operation ?? read.operation.name, read.operation.name, 'operation') ??
    exactDifference(successStatus ?? read.operation.successStatus, read.operation.successStatus, 'successStatus') ??
    (request && requestDifference(request, wire, read.operation.service))
  )
}

function requestDifference(
  { method, path, query, headers, bodyKind, body }: NonNullable<Exchange['request']>,
  wire: WireRequest,
  service: ServiceName,
): string | undefined {
  const accept = wire.headers['Accept'] ?? (service === 'apigateway' ? 'application/json' : undefined)
  const contentType = wire.body.kind === 'json' ? 'application/json' : undefined
  return (
    exactDifference(method, wire.method, 'method') ??
    exactDifference(path, wire.path, 'path') ??
    exactDifference(query, wire.query, 'query') ??
    (headers && exactDifference(headers['Accept'], accept, 'headers.Accept')) ??
    (headers && exactDifference(headers['Content-Type'], contentType, 'headers.Content-Type')) ??
    exactDifference(bodyKind.split(' ')[0], wire.body.kind, 'bodyKind') ??
    (wire.body.kind === 'none' ? undefined : exactDifference(body, sent(body, wire.body.value), 'body'))
  )
}

/** A document is captured as JSON where it is one. */
function sent(captured: unknown, value: unknown): unknown {
  return typeof value === 'string' && typeof captured !== 'string' ? (JSON.parse(value) as unknown) : value
}

/** The document that the command names, which is known from what was sent of it alone. */
function documentOf(body: unknown): string {
  const inside = typeof body === 'object' && body !== null && 'body' in body ? body.body : body
  return typeof inside === 'string' ? inside : JSON.stringify(inside)
}
