import { describe, expect, it } from 'vitest'
import type { JsonRecord } from '../../json-place'
import { apiEvent, expandResources, functionWith, restApi } from '../testing/expand-document'

describe('AWS::Serverless::Function', () => {
  it('becomes a Lambda function with a role', () => {
    const made = expandResources({
      Orders: {
        ...functionWith({}, { FunctionName: 'orders', Tags: { a: 'b' }, Tracing: 'Active', Policies: ['x'] }),
        Metadata: { 'x-gatewright-handler': './orders.mjs#handler' },
        DependsOn: 'Table',
      },
    })
    const { properties, metadata, dependsOn, type, isMadeBySam } = made.resource('Orders')
    expect({ type, metadata, dependsOn, isMadeBySam }).toEqual({
      type: 'AWS::Lambda::Function',
      metadata: { 'x-gatewright-handler': './orders.mjs#handler' },
      dependsOn: ['Table'],
      isMadeBySam: undefined,
    })
    expect(properties).toEqual({
      FunctionName: 'orders',
      Handler: 'index.handler',
      Runtime: 'nodejs20.x',
      Code: './src',
      Role: { 'Fn::GetAtt': ['OrdersRole', 'Arn'] },
      TracingConfig: { Mode: 'Active' },
      Tags: [{ Key: 'a', Value: 'b' }],
    })
    expect(made.resource('OrdersRole')).toMatchObject({ type: 'AWS::IAM::Role', isMadeBySam: true })
  })

  it.each([
    [{ CodeUri: 's3://bucket/a/b.zip' }, { S3Bucket: 'bucket', S3Key: 'a/b.zip' }],
    [{ CodeUri: { Bucket: 'b', Key: 'k', Version: 'v' } }, { S3Bucket: 'b', S3Key: 'k', S3ObjectVersion: 'v' }],
    [{ InlineCode: 'x' }, { ZipFile: 'x' }],
    [{ ImageUri: 'repository:tag' }, { ImageUri: 'repository:tag' }],
    [{ CodeUri: 'src/' }, 'src/'],
  ])('finds its code: %j', (properties: JsonRecord, code) => {
    const made = expandResources({ Fn: { Type: 'AWS::Serverless::Function', Properties: properties } })
    expect(made.properties('Fn')['Code']).toEqual(code)
  })

  it('publishes a version and an alias, which templates may refer to', () => {
    const made = expandResources({
      Orders: functionWith({}, { AutoPublishAlias: 'live' }),
      Other: { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: { Ref: 'Orders.Alias' } } },
    })
    const version = made.ids.find((id) => id.startsWith('OrdersVersion'))
    expect(made.properties('OrdersAliaslive')).toEqual({
      Name: 'live',
      FunctionName: { Ref: 'Orders' },
      FunctionVersion: { 'Fn::GetAtt': [version, 'Version'] },
    })
    expect(made.properties('Other')['FunctionName']).toEqual({ Ref: 'OrdersAliaslive' })
  })

  it('says that the address of a function is no API', () => {
    const made = expandResources({ Orders: functionWith({}, { FunctionUrlConfig: { AuthType: 'NONE' } }) })
    expect(made.said).toEqual([
      'info import/not-carried /Resources/Orders/Properties/FunctionUrlConfig: "FunctionUrlConfig" of Orders is left out: the address of a function is no API of API Gateway.',
    ])
  })

  it('takes what the template writes itself under an id that SAM would use', () => {
    const role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'mine' } }
    const made = expandResources({ OrdersRole: role, Orders: functionWith({}) })
    expect(made.properties('OrdersRole')).toEqual({ RoleName: 'mine' })
  })
})

describe('events that are about no API', () => {
  it('leave a resource under their name, which others may refer to', () => {
    const made = expandResources({
      Orders: functionWith({ Nightly: { Type: 'Schedule', Properties: { Name: 'nightly' } }, Queue: { Type: 'SQS' } }),
    })
    expect(made.resource('OrdersNightly')).toMatchObject({
      type: 'AWS::Events::Rule',
      properties: { Name: 'nightly' },
      isMadeBySam: true,
    })
    expect(made.resource('OrdersQueue').type).toBe('AWS::Lambda::EventSourceMapping')
  })
})

describe('AWS::Serverless::StateMachine', () => {
  const machine = (events: JsonRecord, properties: JsonRecord = {}) => ({
    Type: 'AWS::Serverless::StateMachine',
    Properties: { Name: 'flow', Definition: { StartAt: 'A' }, ...properties, Events: events },
  })

  it('starts an execution behind a route', () => {
    const made = expandResources({ Flow: machine({ Start: apiEvent('post', '/start') }) })
    expect(made.said).toEqual([])
    expect(made.operation('ServerlessRestApi', '/start', 'post')).toEqual({
      'x-amazon-apigateway-integration': {
        type: 'aws',
        httpMethod: 'POST',
        uri: 'arn:aws:apigateway:us-east-1:states:action/StartExecution',
        responses: { '200': { statusCode: '200' }, '400': { statusCode: '400' } },
        credentials: { 'Fn::GetAtt': ['FlowStartRole', 'Arn'] },
        requestTemplates: {
          'application/json': {
            'Fn::Sub': `{"input": "$util.escapeJavaScript($input.json('$'))", "stateMachineArn": "\${Flow}"}`,
          },
        },
      },
      responses: { '200': {}, '400': {} },
    })
    expect(made.properties('Flow')).toMatchObject({ StateMachineName: 'flow' })
    expect(made.ids).toEqual(expect.arrayContaining(['FlowStartRole', 'FlowRole']))
  })

  it('unescapes quotes when asked to, so that the input stays JSON', () => {
    const made = expandResources({
      Flow: machine({ Start: apiEvent('post', '/start', { UnescapeMappingTemplate: true }) }),
    })
    expect(JSON.stringify(made.body('ServerlessRestApi'))).toContain(
      JSON.stringify(`.replaceAll("\\\\'","'")`).slice(1, -1),
    )
  })

  it('forgets the stage in a resource policy of an event, as SAM does, and says so', () => {
    const event = apiEvent('get', '/a', { Auth: { ResourcePolicy: { IpRangeBlacklist: ['1.2.3.4'] } } })
    const made = expandResources({ Flow: machine({ A: event }) })
    expect(made.said).toEqual([
      expect.stringContaining(
        'warning import/sam-refused /Resources/Flow/Properties/Events/A/Properties/Auth/ResourcePolicy: ',
      ),
    ])
  })

  it('comes after the functions, and takes the authorizers of its API', () => {
    const Auth = { Authorizers: { Token: { FunctionArn: 'arn:x' } } }
    const made = expandResources({
      Flow: machine({ A: apiEvent('get', '/a', { RestApiId: { Ref: 'Shop' }, Auth: { Authorizer: 'Token' } }) }),
      Shop: restApi({ Auth }),
      Orders: functionWith({ B: apiEvent('get', '/a', { RestApiId: { Ref: 'Shop' } }) }),
    })
    expect(made.said).toEqual([expect.stringContaining('The event A of Flow repeats GET /a of Shop')])
  })
})
