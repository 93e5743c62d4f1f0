import type { PolicyDocument } from '@shared/design/policy-document'
import type { RestApi } from '@shared/design/rest-api'
import type { ApiContext } from '../export-context'
import type { TemplateObject } from '../template-document'
import { properties, some, tagList } from '../template-functions'

/** Properties of AWS::ApiGateway::RestApi, without what only a `Body` has. */
export function restApiProperties(context: ApiContext<RestApi>): TemplateObject {
  const { api } = context
  const { types, ipAddressType, vpcEndpointIds } = api.endpointConfiguration
  return properties({
    Name: api.name,
    Description: api.description,
    ApiKeySourceType: api.apiKeySource,
    BinaryMediaTypes: some(api.binaryMediaTypes),
    DisableExecuteApiEndpoint: api.disableExecuteApiEndpoint,
    EndpointConfiguration: properties({
      Types: types,
      IpAddressType: ipAddressType,
      VpcEndpointIds: some(vpcEndpointIds),
    }),
    MinimumCompressionSize: api.minimumCompressionSize,
    Policy: api.policy && portablePolicy(context, api.policy),
    Tags: tagList(api.tags),
  })
}

/**
 * A policy that names its API by the id it has today would name another one. The service completes "execute-api:/..." by itself.
 * Source: API Gateway Developer Guide, "API Gateway resource policy examples".
 */
function portablePolicy({ api, names, parts }: ApiContext<RestApi>, policy: PolicyDocument): unknown {
  const start = new RegExp(`^arn:[\\w-]+:execute-api:[^:]*:[^:]*:${escaped(api.id)}/`)
  let isChanged = false
  const text = JSON.stringify(policy, (_, value: unknown) => {
    if (typeof value !== 'string' || !start.test(value)) return value
    isChanged = true
    return value.replace(start, 'execute-api:/')
  })
  if (isChanged) {
    const message = `The resource policy of ${api.name} names the API by its id ${api.id}, which the new one will not have. The export says "execute-api:/", which the service completes.`
    parts.report('export/approximated', 'info', `${names.pointer}/policy`, message)
  }
  return JSON.parse(text)
}

function escaped(text: string): string {
  return text.replaceAll(/[^\w]/g, '\\$&')
}
