import { describe, expect, it } from 'vitest'
import type { JsonRecord } from '../../json-place'
import { apiEvent, expandResources, functionWith, restApi } from '../testing/expand-document'

const INTEGRATION = 'x-amazon-apigateway-integration'

describe('AWS::Serverless::Api', () => {
  it('becomes an API and a stage with what each has', () => {
    const made = expandResources({
      Shop: restApi({
        Name: 'shop',
        Description: 'Sells',
        MinimumCompressionSize: 100,
        BinaryMediaTypes: ['image~1png'],
        EndpointConfiguration: { Type: 'PRIVATE', VPCEndpointIds: ['vpce-1'] },
        CacheClusterEnabled: true,
        CacheClusterSize: '0.5',
        Variables: { a: '1' },
        MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 5 }],
        AccessLogSetting: { Format: '$context.requestId' },
        CanarySetting: { PercentTraffic: 10 },
        TracingEnabled: true,
        Tags: { team: 'shop' },
        FailOnWarnings: true,
      }),
    })
    expect(made.said).toEqual([])
    expect(made.properties('Shop')).toEqual({
      Name: 'shop',
      Description: 'Sells',
      MinimumCompressionSize: 100,
      FailOnWarnings: true,
      BinaryMediaTypes: ['image~1png'],
      EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: ['vpce-1'] },
      Body: {
        swagger: '2.0',
        info: { title: 'stack' },
        paths: {},
        'x-amazon-apigateway-binary-media-types': ['image/png'],
      },
    })
    expect(made.properties('ShopliveStage')).toEqual({
      RestApiId: { Ref: 'Shop' },
      DeploymentId: { Ref: expect.stringMatching(/^ShopDeployment[0-9a-f]{10}$/) },
      StageName: 'live',
      CacheClusterEnabled: true,
      CacheClusterSize: '0.5',
      Variables: { a: '1' },
      MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 5 }],
      AccessLogSetting: { Format: '$context.requestId' },
      CanarySetting: { PercentTraffic: 10 },
      TracingEnabled: true,
      Tags: [{ Key: 'team', Value: 'shop' }],
    })
  })

  it('names its definition in S3 or beside the template', () => {
    const location = (DefinitionUri: unknown) =>
      expandResources({ Shop: restApi({ DefinitionUri }) }).properties('Shop')['BodyS3Location']
    expect(location('s3://bucket/a/b.yaml?versionId=7')).toEqual({ Bucket: 'bucket', Key: 'a/b.yaml', Version: '7' })
    expect(location({ Bucket: 'b', Key: 'k' })).toEqual({ Bucket: 'b', Key: 'k' })
    expect(location('./api/openapi.yaml')).toBe('./api/openapi.yaml')
  })

  it('reads its definition when it has both, and says that SAM refuses that', () => {
    const made = expandResources({
      Shop: restApi({ DefinitionUri: 'a.yaml', DefinitionBody: { swagger: '2.0', paths: {} } }),
    })
    expect(Object.keys(made.properties('Shop'))).toEqual(['Body'])
    expect(made.said).toEqual([expect.stringContaining('has both DefinitionUri and DefinitionBody')])
  })

  it('switches its own address off in the place of its notation', () => {
    const body = (properties: JsonRecord) =>
      expandResources({ Shop: restApi({ DisableExecuteApiEndpoint: true, ...properties }) }).body('Shop')
    const extension = { 'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true } }
    expect(body({})).toMatchObject(extension)
    expect(body({ OpenApiVersion: '3.0.1' })['servers']).toEqual([extension])
  })

  it('says what it does not know, and which stage it takes when none is named', () => {
    const made = expandResources({ Shop: { Type: 'AWS::Serverless::Api', Properties: { Colour: 'red' } } })
    expect(made.said).toEqual([
      'warning import/not-carried /Resources/Shop/Properties/Colour: "Colour" of the API Shop is left out: it has no meaning at this place that this release knows.',
      'error import/sam-refused /Resources/Shop: Shop has no "StageName", which SAM asks for; its stage is called "Prod" here. Give it one.',
    ])
  })

  it('refuses a version that is none', () => {
    const made = expandResources({ Shop: restApi({ OpenApiVersion: 'three' }) })
    expect(made.said).toEqual([expect.stringContaining('/Resources/Shop/Properties/OpenApiVersion: ')])
  })

  it('is referred to by what SAM makes of it', () => {
    const made = expandResources({
      Shop: restApi({ StageName: 'v-1' }),
      Plan: {
        Type: 'AWS::ApiGateway::UsagePlan',
        Properties: {
          ApiStages: [{ ApiId: { Ref: 'Shop' }, Stage: { Ref: 'Shop.Stage' } }],
          Description: { 'Fn::Sub': 'of ${Shop.Stage}, ${Shop}, ${!Shop.Stage}' },
        },
      },
    })
    const stage = made.ids.find((id) => id.startsWith('ShopStage'))
    expect(made.properties('Plan')).toEqual({
      ApiStages: [{ ApiId: { Ref: 'Shop' }, Stage: { Ref: stage } }],
      Description: { 'Fn::Sub': `of \${${stage}}, \${Shop}, \${!Shop.Stage}` },
    })
  })
})

describe('the stage of an API', () => {
  it('is "ShopStage" too, for templates that name it by a parameter', () => {
    const made = expandResources(
      {
        Shop: restApi({ StageName: { Ref: 'Stage' } }),
        Mapping: {
          Type: 'AWS::ApiGateway::BasePathMapping',
          DependsOn: 'ShopStage',
          Properties: { Stage: { Ref: 'ShopStage' } },
        },
      },
      { Parameters: { Stage: { Type: 'String', Default: 'dev' } } },
    )
    const { properties, dependsOn } = made.resource('Mapping')
    expect([properties['Stage'], dependsOn]).toEqual([{ Ref: 'ShopdevStage' }, ['ShopdevStage']])
  })

  it('does not take the name of a resource that the template writes', () => {
    const made = expandResources({
      Shop: restApi(),
      ShopStage: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: { Ref: 'ShopStage' } } },
    })
    expect(made.properties('ShopStage')['Value']).toEqual({ Ref: 'ShopStage' })
  })
})

describe('Cors', () => {
  function preflight(Cors: unknown, events: JsonRecord, properties: JsonRecord = {}) {
    const bound = Object.fromEntries(Object.keys(events).map((name) => [name, events[name]]))
    const made = expandResources({ Fn: functionWith(bound) }, { Globals: { Api: { Cors, ...properties } } })
    return { made, options: made.operation('ServerlessRestApi', '/a', 'options') }
  }

  it('answers with the methods of the path', () => {
    const { options } = preflight("'https://example.com'", { A: apiEvent('post', '/a'), B: apiEvent('get', '/a') })
    expect(options).toEqual({
      summary: 'CORS support',
      consumes: ['application/json'],
      produces: ['application/json'],
      [INTEGRATION]: {
        type: 'mock',
        requestTemplates: { 'application/json': '{\n  "statusCode" : 200\n}\n' },
        responses: {
          default: {
            statusCode: '200',
            responseParameters: {
              'method.response.header.Access-Control-Allow-Origin': "'https://example.com'",
              'method.response.header.Access-Control-Allow-Methods': "'GET,OPTIONS,POST'",
            },
            responseTemplates: { 'application/json': '{}\n' },
          },
        },
      },
      responses: { '200': { headers: { 'Access-Control-Allow-Origin': {}, 'Access-Control-Allow-Methods': {} } } },
    })
  })

  it('answers with what it says, and with all verbs for ANY', () => {
    const cors = { AllowHeaders: "'X-A'", MaxAge: "'600'", AllowOrigin: "'https://a.b'", AllowCredentials: true }
    const { options } = preflight(cors, { A: apiEvent('any', '/a') })
    expect(JSON.stringify(options)).toContain("'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'")
    expect(options[INTEGRATION]).toMatchObject({
      responses: {
        default: {
          responseParameters: {
            'method.response.header.Access-Control-Allow-Headers': "'X-A'",
            'method.response.header.Access-Control-Max-Age': "'600'",
            'method.response.header.Access-Control-Allow-Credentials': "'true'",
          },
        },
      },
    })
  })

  it('is found in the text where it is written', () => {
    const { made } = preflight("'*'", { A: apiEvent('get', '/a') })
    const body = `${made.resource('ServerlessRestApi').pointer}/Properties/Body`
    expect(made.template.sourcePointer(`${body}/paths/~1a/options/responses`)).toBe('/Globals/Api/Cors')
  })

  it('leaves a path that has OPTIONS alone', () => {
    const { options } = preflight("'*'", { A: apiEvent('options', '/a') })
    expect(options[INTEGRATION]).toMatchObject({ type: 'aws_proxy' })
  })

  it('has no Swagger in OpenAPI 3', () => {
    const { options } = preflight("'*'", { A: apiEvent('get', '/a') }, { OpenApiVersion: '3.0.1' })
    expect([options['consumes'], options['produces']]).toEqual([undefined, undefined])
  })

  it.each([
    [{ AllowOrigins: "'*'" }, 'SAM refuses its "AllowOrigins"'],
    [{ AllowCredentials: true }, 'AllowCredentials cannot be true'],
    [7, 'is the number 7 and left out'],
  ])('refuses %j', (cors, words) => {
    const { made, options } = preflight(cors, { A: apiEvent('get', '/a') })
    expect(options).toEqual({})
    expect(made.said).toEqual([expect.stringContaining(words)])
  })
})

describe('GatewayResponses and Models', () => {
  it('stand in the definition', () => {
    const made = expandResources({
      Shop: restApi({
        GatewayResponses: {
          THROTTLED: {
            StatusCode: 420,
            ResponseTemplates: { 'application/json': '{}' },
            ResponseParameters: { Headers: { A: "'a'" }, Paths: { b: "'b'" }, QueryStrings: { c: "'c'" } },
          },
          DEFAULT_5XX: {},
        },
      }),
    })
    expect(made.body('Shop')['x-amazon-apigateway-gateway-responses']).toEqual({
      THROTTLED: {
        responseParameters: {
          'gatewayresponse.header.A': "'a'",
          'gatewayresponse.path.b': "'b'",
          'gatewayresponse.querystring.c': "'c'",
        },
        responseTemplates: { 'application/json': '{}' },
        statusCode: '420',
      },
      DEFAULT_5XX: { responseParameters: {}, responseTemplates: {} },
    })
  })

  it.each([
    [{ GatewayResponses: [] }, '/GatewayResponses'],
    [{ GatewayResponses: { THROTTLED: 'x' } }, '/GatewayResponses/THROTTLED'],
    [{ GatewayResponses: { THROTTLED: { Status: 1 } } }, '/GatewayResponses/THROTTLED/Status'],
    [{ GatewayResponses: { THROTTLED: { StatusCode: 'x' } } }, '/GatewayResponses/THROTTLED/StatusCode'],
    [
      { GatewayResponses: { THROTTLED: { ResponseParameters: { Header: {} } } } },
      '/GatewayResponses/THROTTLED/ResponseParameters/Header',
    ],
    [{ GatewayResponses: { A: {} }, DefinitionUri: 'a' }, '/GatewayResponses'],
    [{ Models: { A: { type: 'object' } } }, '/Models/A'],
    [{ Models: [] }, '/Models'],
    [{ Models: { A: {} }, DefinitionUri: 'a' }, '/Models'],
    [{ Cors: "'*'", DefinitionUri: 'a' }, '/Cors'],
    [{ DisableExecuteApiEndpoint: true, DefinitionUri: 'a' }, '/DisableExecuteApiEndpoint'],
    [{ DefinitionUri: { Bucket: 'b' } }, '/DefinitionUri'],
  ])('are refused: %j', (properties, pointer) => {
    const made = expandResources({ Shop: restApi(properties) })
    expect(made.said).toEqual([
      expect.stringContaining(`error import/sam-refused /Resources/Shop/Properties${pointer}: `),
    ])
  })
})

describe('Domain', () => {
  const DOMAIN = { DomainName: 'api.example.com', CertificateArn: 'arn:cert' }

  it('is regional, with a mapping for each base path without its signs', () => {
    const made = expandResources({
      Shop: restApi({ Domain: { ...DOMAIN, BasePath: ['/one-two', 'three'], SecurityPolicy: 'TLS_1_2' } }),
    })
    const id = made.ids.find((each) => /^ApiGatewayDomainName[0-9a-f]{10}$/.test(each)) ?? ''
    expect(made.properties(id)).toEqual({
      DomainName: 'api.example.com',
      RegionalCertificateArn: 'arn:cert',
      EndpointConfiguration: { Types: ['REGIONAL'] },
      SecurityPolicy: 'TLS_1_2',
    })
    const common = { DomainName: { Ref: id }, RestApiId: { Ref: 'Shop' }, Stage: { Ref: 'ShopliveStage' } }
    expect(made.properties('ShoponetwoBasePathMapping')).toEqual({ ...common, BasePath: 'onetwo' })
    expect(made.properties('ShopthreeBasePathMapping')).toEqual({ ...common, BasePath: 'three' })
  })

  it('keeps base paths as they are with NormalizeBasePath: false', () => {
    const made = expandResources({
      Shop: restApi({ Domain: { ...DOMAIN, BasePath: 'a-b', NormalizeBasePath: false } }),
    })
    expect(made.properties('ShopabBasePathMapping')['BasePath']).toBe('a-b')
  })

  it('may be at the edge, or private with an association', () => {
    const edge = expandResources({ Shop: restApi({ Domain: { ...DOMAIN, EndpointConfiguration: 'EDGE' } }) })
    expect(edge.properties(edge.ids.find((id) => id.startsWith('ApiGatewayDomainName')) ?? '')).toMatchObject({
      CertificateArn: 'arn:cert',
      EndpointConfiguration: { Types: ['EDGE'] },
    })
    const own = expandResources({
      Shop: restApi({
        Domain: { ...DOMAIN, EndpointConfiguration: 'PRIVATE', AccessAssociation: { VpcEndpointId: 'vpce-1' } },
      }),
    })
    const types = [...own.template.resources.values()].map(({ type }) => type)
    expect(types.slice(-3)).toEqual([
      'AWS::ApiGateway::DomainNameV2',
      'AWS::ApiGateway::BasePathMappingV2',
      'AWS::ApiGateway::DomainNameAccessAssociation',
    ])
  })

  it('is one for all APIs that have the same name', () => {
    const made = expandResources({
      A: restApi({ Domain: DOMAIN }),
      B: restApi({ Domain: { ...DOMAIN, BasePath: 'b' } }),
    })
    expect(made.ids.filter((id) => id.startsWith('ApiGatewayDomainName'))).toHaveLength(1)
    expect(made.ids).toEqual(expect.arrayContaining(['ABasePathMapping', 'BbBasePathMapping']))
  })

  it.each([
    [{ DomainName: 'x' }, ''],
    [{ ...DOMAIN, EndpointConfiguration: 'LOCAL' }, '/EndpointConfiguration'],
    [{ ...DOMAIN, BasePath: [7] }, '/BasePath'],
  ])('is refused: %j', (Domain, pointer) => {
    const made = expandResources({ Shop: restApi({ Domain }) })
    expect(made.said).toEqual([
      expect.stringContaining(`error import/sam-refused /Resources/Shop/Properties/Domain${pointer}: `),
    ])
  })

  it('is found in the text at its settings', () => {
    const { template } = expandResources({ Shop: restApi({ Domain: DOMAIN }) })
    const domain = [...template.resources.values()].find(({ type }) => type === 'AWS::ApiGateway::DomainName')
    expect(template.sourcePointer(`${domain?.pointer}/Properties/DomainName`)).toBe(
      '/Resources/Shop/Properties/Domain/DomainName',
    )
  })
})
