import type { EndpointConfiguration } from '@shared/design/rest-api'
import type { Members } from '../members'
import { membersAt } from '../members'
import { withoutAbsent } from '../without-absent'
import type { OpenApiContext } from './openapi-context'

const EXTENSION = 'x-amazon-apigateway-endpoint-configuration'

/** How an API is reached. */
export interface Endpoint {
  readonly endpointConfiguration: EndpointConfiguration
  readonly disableExecuteApiEndpoint?: boolean
}

/**
 * Reads `x-amazon-apigateway-endpoint-configuration`, at the root or in a server. No document says the kind of the endpoint: EDGE is the
 * service's default, and endpoints of a VPC make it PRIVATE. Source: rest-api.md 1, 17.1.
 */
export function readEndpoint(context: OpenApiContext): Endpoint {
  const extension = context.document.members(EXTENSION) ?? serverExtension(context)
  const types = extension?.texts('types')
  const vpcEndpointIds = extension?.texts('vpcEndpointIds')
  const isPrivate = vpcEndpointIds !== undefined && vpcEndpointIds.length > 0
  const kind = (['PRIVATE', 'REGIONAL', 'EDGE'] as const).find((type) => types?.includes(type))
  if (extension && isPrivate && kind === undefined) {
    const message = 'The endpoint type becomes PRIVATE, because the document names VPC endpoints.'
    context.findings.report('import/endpoint-approximated', 'info', extension.pointer, message)
  }
  const ipAddressType = extension?.oneOf('ipAddressType', ['ipv4', 'dualstack'] as const)
  const disableExecuteApiEndpoint = extension?.flag('disableExecuteApiEndpoint')
  extension?.finish()
  return withoutAbsent({
    endpointConfiguration: withoutAbsent({
      types: [kind ?? (isPrivate ? ('PRIVATE' as const) : ('EDGE' as const))],
      ipAddressType,
      vpcEndpointIds: isPrivate ? vpcEndpointIds : undefined,
    }),
    disableExecuteApiEndpoint,
  })
}

/** The addresses themselves are documentation; a server may carry the extension. */
function serverExtension(context: OpenApiContext): Members | undefined {
  const place = context.document.place('servers')
  if (!place) return undefined
  const list: readonly unknown[] = Array.isArray(place.value) ? place.value : [place.value]
  let found: Members | undefined
  for (const [index, value] of list.entries()) {
    const pointer = Array.isArray(place.value) ? `${place.pointer}/${index}` : place.pointer
    const server = membersAt({ value, pointer }, 'a server', context.findings)
    const extension = server?.members(EXTENSION)
    found ??= extension
    server?.skip('url', 'variables')
    server?.skipDocumentation('description')
    server?.finish()
  }
  return found
}
