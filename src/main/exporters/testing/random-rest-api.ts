import { definitionOf } from '@shared/design/definition-of'
import { GATEWAY_RESPONSE_TYPES, type GatewayResponse } from '@shared/design/gateway-response'
import { idFrom } from '@shared/design/id-from'
import { VERBS } from '@shared/design/method'
import type { PolicyDocument } from '@shared/design/policy-document'
import type { EndpointConfiguration, Resource, RestApi, RestApiDefinition } from '@shared/design/rest-api'
import type { Random } from '../../project-format/testing/random'
import { maybe, randomTags, randomText, some } from './random-parts'
import { randomAuthorizers } from './random-rest-authorizers'
import { randomMethod } from './random-rest-method'
import { randomRestStages } from './random-rest-stages'
import { randomModels } from './random-schema'

const PATHS = [
  '/',
  '/orders',
  '/orders/{orderId}',
  '/orders/{orderId}/items',
  '/files/{proxy+}',
  '/a.b/c-d_e',
  '/status',
]

/** A REST API with everything such an API can have. `isForOpenApi`: nothing that OpenAPI has no word for. */
export function randomRestApi(random: Random, name: string, isForOpenApi: boolean): RestApi {
  const id = idFrom(`${name} ${random.below(1e6)}`, 10)
  const definition = randomDefinition(random, isForOpenApi)
  const deploymentId = idFrom(`${id} deployment`, 6)
  const api: RestApi = {
    protocolType: 'REST',
    id,
    name,
    endpointConfiguration: randomEndpoint(random),
    ...maybe<Pick<RestApi, 'description' | 'minimumCompressionSize' | 'disableExecuteApiEndpoint'>>(random, {
      description: () => randomText(random),
      minimumCompressionSize: () => random.below(1000),
      disableExecuteApiEndpoint: () => true,
    }),
    ...withTags(randomTags(random)),
    ...definition,
    stages: randomRestStages(random, definition, deploymentId),
    deployments: [],
  }
  return {
    ...api,
    deployments: [{ id: deploymentId, createdDate: '2026-01-01T00:00:00Z', definition: definitionOf(api) }],
  }
}

/** Without tags an API says nothing of them. */
export function withTags(tags: Readonly<Record<string, string>>): { readonly tags?: Readonly<Record<string, string>> } {
  return Object.keys(tags).length === 0 ? {} : { tags }
}

function randomEndpoint(random: Random): EndpointConfiguration {
  const type = random.pick(['EDGE', 'REGIONAL', 'PRIVATE'] as const)
  if (type === 'PRIVATE') return { types: [type], vpcEndpointIds: ['vpce-0a1b2c3d', 'vpce-4e5f6a7b'] }
  return { types: [type], ...(random.chance(0.3) && { ipAddressType: random.pick(['ipv4', 'dualstack'] as const) }) }
}

function randomDefinition(random: Random, isForOpenApi: boolean): RestApiDefinition {
  const models = randomModels(random, isForOpenApi)
  const authorizers = randomAuthorizers(random)
  const requestValidators = Object.fromEntries(
    some(random, ['body', 'all parts']).map((id) => [
      id,
      { validateRequestBody: random.chance(0.5), validateRequestParameters: random.chance(0.5) },
    ]),
  )
  const around = { authorizers, models: Object.keys(models), validators: Object.keys(requestValidators) }
  const resources = PATHS.filter((path) => path === '/orders' || random.chance(0.6)).map((path): [string, Resource] => [
    path,
    {
      methods: Object.fromEntries(
        some(random, VERBS, path === '/orders' ? 0.6 : 0.3).map((verb) => [verb, randomMethod(random, path, around)]),
      ),
    },
  ])
  return {
    apiKeySource: random.pick(['HEADER', 'AUTHORIZER'] as const),
    ...(random.chance(0.4) && { binaryMediaTypes: ['image/png', '*/*'] }),
    ...(random.chance(0.4) && { policy: randomPolicy(random) }),
    resources: Object.fromEntries(resources),
    authorizers,
    models,
    requestValidators,
    gatewayResponses: randomGatewayResponses(random),
  }
}

function randomPolicy(random: Random): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: ['execute-api:/*'] },
      {
        Sid: 'Office',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: ['execute-api:Invoke'],
        Resource: 'execute-api:/*/POST/orders',
        Condition: { NotIpAddress: { 'aws:SourceIp': [`203.0.113.${random.below(255)}/32`] } },
      },
    ].slice(0, 1 + random.below(2)) as unknown as PolicyDocument['Statement'],
  }
}

function randomGatewayResponses(random: Random): RestApiDefinition['gatewayResponses'] {
  const entries = some(random, GATEWAY_RESPONSE_TYPES, 0.15).map((type) => {
    const response: GatewayResponse = maybe<GatewayResponse>(random, {
      statusCode: () => random.pick(['400', '503']),
      responseParameters: () => ({ 'gatewayresponse.header.X-Why': "'because: it is'" }),
      responseTemplates: () => ({ 'application/json': '{"message":$context.error.messageString}' }),
    })
    return [type, response] as const
  })
  return Object.fromEntries(entries)
}
