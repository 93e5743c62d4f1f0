import type { Api } from '@shared/design/api'
import { describe, expect, it } from 'vitest'
import { physicalIdOf } from '../../template/physical-id'
import { accountPartsFromTemplate } from './account-parts-from-template'
import { restApisFromTemplate } from './rest-apis-from-template'
import { ORDERS, sampleContext, words, type SampleResource } from './template-sample'

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:make-order'
const invoke = (arn: string): string =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`
const ORDERS_ID = physicalIdOf({ type: 'AWS::ApiGateway::RestApi', logicalId: 'Orders', properties: {} })
const source = (rest: string): string => `arn:aws:execute-api:us-east-1:123456789012:${rest}`

const MAKE: SampleResource = { type: 'AWS::Lambda::Function', FunctionName: 'make-order' }
const method = (uri: string, others: object = {}): SampleResource => ({
  ...ORDERS['OrdersGet'],
  type: 'Method',
  Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: uri, ...others },
})
const permission = (others: object = {}): SampleResource => ({
  type: 'AWS::Lambda::Permission',
  FunctionName: FUNCTION,
  Action: 'lambda:InvokeFunction',
  Principal: 'apigateway.amazonaws.com',
  ...others,
})

/** What is said of permissions in a template. */
function said(resources: Readonly<Record<string, SampleResource>>, others: readonly Api[] = []): string[] {
  const context = sampleContext({ ...ORDERS, ...resources })
  accountPartsFromTemplate(context, [...restApisFromTemplate(context), ...others])
  return words(context).said.filter((line) => line.includes('import/permission-missing'))
}

const MISSING =
  'warning import/permission-missing /Resources/Make: Nothing lets API Gateway invoke the function Make for GET / of "orders": AWS would answer 500 there. Add an AWS::Lambda::Permission with this FunctionName, Action lambda:InvokeFunction, Principal apigateway.amazonaws.com and the API\'s SourceArn.'

describe('a function of a template', () => {
  it('that API Gateway invokes without being let is reported', () => {
    expect(said({ Make: MAKE, OrdersGet: method(invoke(FUNCTION)) })).toEqual([MISSING])
  })

  it.each([
    ['from anywhere', {}],
    ['by its name', { FunctionName: 'make-order' }],
    ['from any method of any stage', { SourceArn: source(`${ORDERS_ID}/*/*/*`) }],
    ['from the API', { SourceArn: source(`${ORDERS_ID}/*`) }],
    ['from that method', { SourceArn: source(`${ORDERS_ID}/prod/GET/`) }],
    ['from what only a deployment knows', { SourceArn: source('${Other}/*/GET/') }],
    ['to anybody', { Principal: '*' }],
  ])('that it may invoke %s is not', (_case, others) => {
    expect(said({ Make: MAKE, OrdersGet: method(invoke(FUNCTION)), May: permission(others) })).toEqual([])
  })

  it.each([
    ['from another API', { SourceArn: source('zzzzzzzzzz/*/GET/') }],
    ['for another verb', { SourceArn: source(`${ORDERS_ID}/*/POST/`) }],
    ['by its authorizers', { SourceArn: source(`${ORDERS_ID}/authorizers/abc123`) }],
    ['for another function', { FunctionName: 'other' }],
    ['for an alias alone', { FunctionName: `${FUNCTION}:live` }],
    ['to do something else', { Action: 'lambda:GetFunction' }],
    ['as another service', { Principal: 'events.amazonaws.com' }],
  ])('that it may invoke only %s is', (_case, others) => {
    expect(said({ Make: MAKE, OrdersGet: method(invoke(FUNCTION)), May: permission(others) })).toEqual([MISSING])
  })

  it('is let by the role of the integration, and not looked at when it stands elsewhere', () => {
    const credentials = { Credentials: 'arn:aws:iam::123456789012:role/invoke' }
    expect(said({ Make: MAKE, OrdersGet: method(invoke(FUNCTION), credentials) })).toEqual([])
    expect(said({ OrdersGet: method(invoke(FUNCTION)) })).toEqual([])
    expect(said({ Make: MAKE, OrdersGet: method(invoke(`${FUNCTION}:\${stageVariables.alias}`)) })).toEqual([])
  })

  it('is named once for all that call it', () => {
    const verbs = ['GET', 'POST', 'PUT', 'ANY', 'DELETE']
    const methods = verbs.map((HttpMethod) => [`M${HttpMethod}`, { ...method(invoke(FUNCTION)), HttpMethod }] as const)
    const { OrdersGet: _OrdersGet, ...frame } = ORDERS
    const context = sampleContext({ ...frame, Make: MAKE, ...Object.fromEntries(methods) })
    accountPartsFromTemplate(context, restApisFromTemplate(context))
    expect(words(context).said.map((line) => / for (.*) of "/.exec(line)?.[1])).toEqual([
      'GET /, POST /, PUT / and 2 more',
    ])
  })

  it('may be an authorizer, or behind an HTTP or WebSocket API', () => {
    const Auth = {
      type: 'Authorizer',
      RestApiId: '@Orders',
      Type: 'TOKEN',
      IdentitySource: 'x',
      AuthorizerUri: invoke(FUNCTION),
    }
    const http: Api = {
      protocolType: 'HTTP',
      id: 'h1h1h1h1h1',
      name: 'items',
      routes: {
        'GET /items/{id}': { target: 'a', authorizationType: 'NONE' },
        $default: { target: 'a', authorizationType: 'NONE' },
      },
      integrations: { a: { integrationType: 'AWS_PROXY', integrationUri: FUNCTION } },
      authorizers: {},
      stages: { $default: { autoDeploy: true } },
    }
    const chat: Api = {
      protocolType: 'WEBSOCKET',
      id: 'w1w1w1w1w1',
      name: 'chat',
      routeSelectionExpression: '$request.body.action',
      routes: { $connect: { target: 'integrations/b' } },
      integrations: { b: { integrationType: 'AWS_PROXY', integrationUri: invoke(FUNCTION) } },
      authorizers: {},
      stages: { live: {} },
    }
    const named = (...permissions: object[]): (string | undefined)[] => {
      const all = permissions.map((others, index) => [`P${index}`, permission(others)] as const)
      return said({ Make: MAKE, Auth, ...Object.fromEntries(all) }, [http, chat]).map(
        (line) => / for (.*): AWS/.exec(line)?.[1],
      )
    }
    expect(named()).toEqual([
      'authorizer Auth of "orders"',
      'GET /items/{id}, $default of "items"',
      '$connect of "chat"',
    ])
    expect(
      named(
        { SourceArn: source(`${ORDERS_ID}/authorizers/abc123`) },
        { SourceArn: source('h1h1h1h1h1/*/*/items/{id}') },
        { SourceArn: source('w1w1w1w1w1/*/$connect') },
      ),
    ).toEqual(['$default of "items"'])
  })
})
