import type { ResourceDocument } from './template-document'

/**
 * The members of an API's own resource that a deployment takes along; its name, tags and the like take effect at once. Source: rest-api.md
 * 11.3, http-api.md 3.3.
 */
const DEPLOYED_MEMBERS: Readonly<Record<string, readonly string[] | undefined>> = {
  'AWS::ApiGateway::RestApi': ['ApiKeySourceType', 'BinaryMediaTypes', 'Policy', 'Body', 'DisableExecuteApiEndpoint'],
  'AWS::ApiGatewayV2::Api': [
    'ApiKeySelectionExpression',
    'Body',
    'CorsConfiguration',
    'DisableExecuteApiEndpoint',
    'DisableSchemaValidation',
    'RouteSelectionExpression',
  ],
}

/** What is deployed of an API as one text, from its resources: of the API itself a part, of the others all but what is of this computer. */
export function fingerprintOf(resources: readonly (readonly [string, ResourceDocument])[]): string {
  const parts = resources.map(([id, { Type, Properties = {} }]) => {
    const deployed = DEPLOYED_MEMBERS[Type]
    const members = Object.entries(Properties).filter(([name]) => deployed === undefined || deployed.includes(name))
    return [deployed === undefined ? id : '', members]
  })
  return JSON.stringify(parts, (name, value: unknown) => (name.startsWith('x-gatewright-') ? undefined : value))
}
