import { describe, expect, it } from 'vitest'
import { apiEvent, expandResources, functionWith, httpApi, httpEvent, restApi } from './testing/expand-document'

describe('expandSam', () => {
  it('leaves resources that are not its own, and those of SAM that are no part of an API, as they are', () => {
    const resources = {
      Table: { Type: 'AWS::Serverless::SimpleTable', Properties: { TableName: 't' } },
      App: { Type: 'AWS::Serverless::Application', Properties: { Location: './other.yaml' } },
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q' } },
    }
    const made = expandResources(resources)
    expect(
      [...made.template.resources.values()].map(({ logicalId, type, properties }) => ({ logicalId, type, properties })),
    ).toEqual(
      Object.entries(resources).map(([logicalId, { Type, Properties }]) => ({
        logicalId,
        type: Type,
        properties: Properties,
      })),
    )
    expect(made.said).toEqual([])
  })

  it('gives the same for the same template', () => {
    const resources = {
      Shop: restApi({ Auth: { ApiKeyRequired: true } }),
      Orders: functionWith({ A: apiEvent('get', '/', { RestApiId: { Ref: 'Shop' } }), B: httpEvent('get', '/b') }),
    }
    const text = () => JSON.stringify([...expandResources(resources).template.resources])
    expect(text()).toBe(text())
  })

  it('writes ARNs of the Region and the account', () => {
    const options = { region: 'cn-north-1', accountId: '210987654321' }
    const made = expandResources({ Orders: functionWith({ A: apiEvent('get', '/') }) }, {}, options)
    expect(JSON.stringify([...made.template.resources.values()])).toContain(
      'arn:aws-cn:execute-api:cn-north-1:210987654321:',
    )
  })

  it('takes paths and names of any kind', () => {
    const made = expandResources({
      Shop: restApi({ Auth: { ApiKeyRequired: true }, Cors: "'*'" }),
      Orders: functionWith({
        constructor: apiEvent('get', '__proto__', { RestApiId: { Ref: 'Shop' } }),
        toString: apiEvent('constructor', '/toString'),
        hasOwnProperty: httpEvent('__proto__', '/valueOf'),
      }),
    })
    expect(Object.keys(made.body('Shop')['paths'] ?? {})).toEqual(['__proto__'])
    expect(({} as { get?: unknown }).get).toBeUndefined()
  })

  it('survives members of every wrong type', () => {
    const wrong = [null, 7, 'x', true, [], [[]], {}, { Ref: 'Nowhere' }, { 'Fn::GetAtt': ['a'] }]
    const names = [
      'Auth',
      'Cors',
      'CorsConfiguration',
      'Domain',
      'Models',
      'GatewayResponses',
      'DefinitionBody',
      'Tags',
      'StageName',
    ]
    for (const value of wrong) {
      for (const name of [
        ...names,
        'DefinitionUri',
        'RouteSettings',
        'EndpointConfiguration',
        'Routes',
        'BinaryMediaTypes',
      ]) {
        const event = { RestApiId: { Ref: 'A' }, Auth: value, RequestModel: value, RequestParameters: value }
        const made = expandResources({
          A: restApi({ [name]: value }),
          B: httpApi({ [name]: value }),
          C: { Type: 'AWS::Serverless::WebSocketApi', Properties: { [name]: value } },
          D: functionWith({
            X: apiEvent('get', '/', event),
            Y: httpEvent('get', '/', { ApiId: { Ref: 'B' }, Auth: value, RouteSettings: value }),
          }),
          E: {
            Type: 'AWS::Serverless::Function',
            Properties: { [name]: value, Events: value, AutoPublishAlias: value },
          },
        })
        expect(made.ids).toEqual(expect.arrayContaining(['A', 'B', 'C', 'D', 'E']))
      }
    }
  })

  it('expands thousands of events in a time that grows with their number', () => {
    const events = Array.from({ length: 3000 }, (_, index) => [`E${index}`, apiEvent('get', `/p${index}`)] as const)
    const made = expandResources(
      { Orders: functionWith(Object.fromEntries(events)) },
      { Globals: { Api: { Cors: "'*'", Auth: { ResourcePolicy: { IpRangeBlacklist: ['1.2.3.4'] } } } } },
    )
    const policy = made.body('ServerlessRestApi')['x-amazon-apigateway-policy'] as { Statement: unknown[] }
    expect(policy.Statement).toHaveLength(6000)
  })
})
