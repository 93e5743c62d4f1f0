import type { Integration, IntegrationResponse, IntegrationType } from '@shared/design/integration'
import type { Method, MethodResponse } from '@shared/design/method'
import type { Random } from '../../project-format/testing/random'
import { FUNCTIONS, invocationUri, maybe, randomTemplates, some } from './random-parts'

const TYPES: readonly IntegrationType[] = ['MOCK', 'HTTP', 'HTTP_PROXY', 'AWS', 'AWS_PROXY']
/** Several look like numbers: their order is the first thing that an object in JavaScript loses. */
const PATTERNS = ['5\\d{2}', '404', '400', '.*"code": 7.*', '4\\d{2}']

export function randomIntegration(
  random: Random,
  methodResponses: readonly MethodResponse[],
  requestParameters: NonNullable<Method['requestParameters']>,
): Integration {
  const type = random.pick(TYPES)
  const isProxy = type.endsWith('_PROXY')
  const inputs = Object.keys(requestParameters)
  return {
    type,
    ...targetOf(random, type),
    ...maybe<
      Pick<
        Integration,
        'timeoutInMillis' | 'passthroughBehavior' | 'cacheNamespace' | 'cacheKeyParameters' | 'credentials'
      >
    >(random, {
      timeoutInMillis: () => 50 + random.below(28_000),
      passthroughBehavior: () => random.pick(['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const),
      cacheNamespace: () => 'orders',
      cacheKeyParameters: () => some(random, inputs),
      credentials: () => random.pick(['arn:aws:iam::*:user/*', 'arn:aws:iam::123456789012:role/call-backends']),
    }),
    ...(inputs.length > 0 && random.chance(0.5) && { requestParameters: mappingsOf(inputs) }),
    ...(!isProxy &&
      maybe<Pick<Integration, 'requestTemplates' | 'contentHandling'>>(random, {
        requestTemplates: () => randomTemplates(random),
        contentHandling: () => random.pick(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const),
      })),
    integrationResponses: isProxy ? [] : randomResponses(random, methodResponses),
    ...(random.chance(0.1) && { fault: random.pick(['throttled', 'timeout'] as const) }),
  }
}

function targetOf(random: Random, type: IntegrationType): Partial<Integration> {
  switch (type) {
    case 'MOCK':
      return {}
    case 'AWS_PROXY':
      return {
        httpMethod: 'POST',
        uri: invocationUri(random.pick(FUNCTIONS)),
        ...(random.chance(0.3) && { handler: './handlers/orders.mjs#create' }),
        ...(random.chance(0.2) && { responseTransferMode: random.pick(['BUFFERED', 'STREAM'] as const) }),
      }
    case 'AWS':
      return { httpMethod: 'POST', uri: 'arn:aws:apigateway:us-east-1:sqs:path/123456789012/orders' }
    default:
      return {
        httpMethod: random.pick(['GET', 'ANY']),
        uri: random.pick(['https://example.com/orders/{orderId}?a=b', 'http://${stageVariables.host}/x']),
        ...(random.chance(0.3) && { connectionType: 'VPC_LINK' as const, connectionId: 'abc123' }),
        ...(random.chance(0.2) && { tlsConfig: { insecureSkipVerification: true } }),
        ...(random.chance(0.2) && { backend: 'http://127.0.0.1:9000' }),
      }
  }
}

/** "method.request.path.orderId" to "integration.request.path.orderId". */
function mappingsOf(inputs: readonly string[]): Readonly<Record<string, string>> {
  const forwarded = inputs.map(
    (input) => [input.replace(/^method/, 'integration').replace(/\[\]$/, ''), input] as const,
  )
  return Object.fromEntries([...forwarded, ['integration.request.header.X-From', "'gateway: us'"] as const])
}

/** One for each method response, each with a pattern of its own, and the last one for everything else. */
function randomResponses(random: Random, methodResponses: readonly MethodResponse[]): readonly IntegrationResponse[] {
  const patterns = some(random, PATTERNS, 0.8)
  return methodResponses.flatMap(({ statusCode, responseParameters }, index): IntegrationResponse[] => {
    const selectionPattern = patterns[index]
    if (selectionPattern === undefined && index > patterns.length) return []
    const headers = Object.keys(responseParameters ?? {}).map((name) => [name, "'a, b'"])
    return [
      {
        statusCode,
        ...(selectionPattern !== undefined && { selectionPattern }),
        ...(headers.length > 0 && { responseParameters: Object.fromEntries(headers) as Record<string, string> }),
        ...(random.chance(0.5) && { responseTemplates: randomTemplates(random) }),
        ...(random.chance(0.2) && { contentHandling: 'CONVERT_TO_TEXT' as const }),
      },
    ]
  })
}
