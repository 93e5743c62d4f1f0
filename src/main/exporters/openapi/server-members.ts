import type { HttpApi } from '@shared/design/http-api'
import type { RestApi } from '@shared/design/rest-api'
import type { WritableObject } from '../../documents/writable-value'
import type { OpenApiContext } from './openapi-context'

const ENDPOINT = 'x-amazon-apigateway-endpoint-configuration'

/**
 * Where the API answers: `servers`, or Swagger's `host`, `basePath` and `schemes`. The stage is the base path; "$default" of an HTTP API
 * is none. Source: rest-api.md 17.3.
 */
export function serverMembers(context: OpenApiContext<RestApi | HttpApi>): WritableObject {
  const { version, stage, hasExtensions } = context
  const endpoint = hasExtensions ? endpointExtension(context) : undefined
  const hasBasePath = stage !== undefined && stage !== '$default'
  const host = `${context.api.id}.execute-api.${context.design.region}.${domainOf(context.design.region)}`
  if (version === 'swagger2') {
    return { host, ...(hasBasePath && { basePath: `/${stage}` }), schemes: ['https'] }
  }
  return {
    servers: [
      {
        url: `https://${host}${hasBasePath ? '/{basePath}' : ''}`,
        ...(hasBasePath && { variables: { basePath: { default: stage } } }),
        ...(endpoint && { [ENDPOINT]: endpoint }),
      },
    ],
  }
}

/** Swagger has the extension at its root. */
export function rootEndpoint(context: OpenApiContext<RestApi>): WritableObject {
  const endpoint = context.version === 'swagger2' ? endpointExtension(context) : undefined
  return endpoint ? { [ENDPOINT]: endpoint } : {}
}

function domainOf(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
}

/** Undefined when everything is as the service has it by default. */
function endpointExtension({ api }: OpenApiContext<RestApi | HttpApi>): WritableObject | undefined {
  const disabled = api.disableExecuteApiEndpoint
  const extension: WritableObject = {
    ...(disabled !== undefined && { disableExecuteApiEndpoint: disabled }),
    ...(api.protocolType === 'REST' && restEndpoint(api)),
  }
  return Object.keys(extension).length > 0 ? extension : undefined
}

function restEndpoint({ endpointConfiguration }: RestApi): WritableObject {
  const { types, ipAddressType, vpcEndpointIds } = endpointConfiguration
  const isDefault = types.length === 1 && types[0] === 'EDGE'
  return {
    ...(!isDefault && { types }),
    ...(ipAddressType && { ipAddressType }),
    ...(vpcEndpointIds && vpcEndpointIds.length > 0 && { vpcEndpointIds }),
  }
}
