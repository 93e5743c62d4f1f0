import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'
import { newHttpApi } from '@shared/design/new-http-api'
import { ORDERS, orderDesign } from '@shared/design/order-design.fixture'
import type { RestApi } from '@shared/design/rest-api'
import { buildSam } from './build-sam'

const REQUEST = { format: 'sam' } as const

function withApi(change: (api: RestApi) => Partial<RestApi>): Design {
  const design = orderDesign()
  const apis = design.apis.map((api) => (api.protocolType === 'REST' ? { ...api, ...change(api) } : api))
  return { ...design, apis }
}

function withProd(change: Partial<RestApi['stages'][string]>): Design {
  return withApi(({ stages }) => ({ stages: { ...stages, prod: { ...stages['prod']!, ...change } } }))
}

const said = (design: Design) => buildSam(design, REQUEST).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)

describe('a REST API', () => {
  const { template } = buildSam(orderDesign(), REQUEST)
  const { DefinitionBody, ...properties } = template.Resources['OrdersApi']?.Properties ?? {}

  it('has the settings of its first stage', () => {
    expect(template.Transform).toBe('AWS::Serverless-2016-10-31')
    expect(template.Resources['OrdersApi']?.Type).toBe('AWS::Serverless::Api')
    expect(properties).toEqual({
      Name: 'Orders',
      ApiKeySourceType: 'HEADER',
      Mode: 'overwrite',
      EndpointConfiguration: { Type: 'REGIONAL' },
      StageName: { Ref: 'OrdersApiProdStageName' },
      Variables: { host: 'orders.example.com' },
      MethodSettings: [
        { ResourcePath: '/*', HttpMethod: '*', ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 500 },
        { ResourcePath: '/~1orders', HttpMethod: 'POST', ThrottlingRateLimit: 100, ThrottlingBurstLimit: 50 },
        { ResourcePath: '/~1orders~1{id}', HttpMethod: 'GET', CachingEnabled: true, CacheTtlInSeconds: 60 },
      ],
      CacheClusterEnabled: true,
      CacheClusterSize: '0.5',
      OpenApiVersion: '3.0.1',
    })
    expect(DefinitionBody).toMatchObject({ openapi: '3.0.1', info: { title: 'Orders' } })
  })

  it('leaves its deployment and stage to SAM, to which everything else refers', () => {
    const ofType = (type: string) => Object.entries(template.Resources).filter(([, { Type }]) => Type === type)
    expect(ofType('AWS::ApiGateway::Deployment')).toEqual([])
    expect(ofType('AWS::ApiGateway::Stage')).toEqual([
      [
        'OrdersApiDevStage',
        {
          Type: 'AWS::ApiGateway::Stage',
          Properties: {
            RestApiId: { Ref: 'OrdersApi' },
            StageName: { Ref: 'OrdersApiDevStageName' },
            DeploymentId: { Ref: 'OrdersApi.Deployment' },
          },
        },
      ],
    ])
    expect(template.Resources['PremiumUsagePlan']?.Properties?.['ApiStages']).toEqual([
      {
        ApiId: { Ref: 'OrdersApi' },
        Stage: { Ref: 'OrdersApi.Stage' },
        Throttle: { '/orders/POST': { RateLimit: 50, BurstLimit: 10 } },
      },
    ])
    expect(JSON.stringify(template)).not.toContain('OrdersApiProdStage"')
  })

  it('takes its policy in the document, and tags for the stage', () => {
    const policy = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }],
    } as const
    const design = withApi(({ stages }) => ({
      policy,
      tags: { team: 'shop' },
      stages: { prod: { ...stages['prod']!, tags: { team: 'shop' } } },
    }))
    const made = buildSam(design, REQUEST).template.Resources['OrdersApi']?.Properties
    expect(made).toMatchObject({ Tags: { team: 'shop' }, PropagateTags: true })
    expect(made).not.toHaveProperty('Policy')
    expect(made?.['DefinitionBody']).toMatchObject({ 'x-amazon-apigateway-policy': policy })
  })

  it('gives SAM a stage that loses nothing, when there is one', () => {
    expect(said(withProd({ description: 'For all' }))).toEqual(said(orderDesign()))
    const { template: other } = buildSam(withProd({ description: 'For all' }), REQUEST)
    expect(other.Resources['OrdersApi']?.Properties?.['StageName']).toEqual({ Ref: 'OrdersApiDevStageName' })
    expect(other.Resources['OrdersApiProdStage']?.Type).toBe('AWS::ApiGateway::Stage')
  })

  it('says what SAM’s own stage does not take, and what SAM adds', () => {
    const design = withApi(({ stages }) => ({ stages: { prod: { ...stages['prod']!, description: 'For all' } } }))
    expect(said(design)).toEqual(
      expect.arrayContaining([
        'export/not-carried /apis/0/stages/prod/description',
        'export/approximated /apis/0/deployments',
      ]),
    )
  })

  it('stands as CloudFormation where SAM would lose a certificate, or has no stage to make', () => {
    const certified = withApi(({ stages }) => ({
      stages: { prod: { ...stages['prod']!, clientCertificateId: 'cert01' } },
    }))
    const unstaged = { ...withApi(() => ({ stages: {} })), usagePlans: [], domainNames: [] }
    for (const design of [certified, unstaged]) {
      expect(buildSam(design, REQUEST).template.Resources['OrdersApi']?.Type).toBe('AWS::ApiGateway::RestApi')
      expect(said(design)).toContain('export/approximated /apis/0')
    }
  })
})

describe('an HTTP API', () => {
  const api = { ...newHttpApi('Shop'), disableExecuteApiEndpoint: true }
  const shop = (stages: typeof api.stages): Design => ({ ...emptyDesign('shop'), apis: [{ ...api, stages }] })

  it('has the settings of the stage that deploys itself; others stand beside it', () => {
    const { template } = buildSam(
      shop({
        beta: { autoDeploy: false },
        $default: { autoDeploy: true, stageVariables: { host: 'a' }, defaultRouteSettings: { throttlingRateLimit: 5 } },
      }),
      REQUEST,
    )
    const { DefinitionBody, ...properties } = template.Resources['ShopApi']?.Properties ?? {}
    expect([template.Resources['ShopApi']?.Type, properties]).toEqual([
      'AWS::Serverless::HttpApi',
      {
        DisableExecuteApiEndpoint: true,
        StageName: '$default',
        StageVariables: { host: 'a' },
        DefaultRouteSettings: { ThrottlingRateLimit: 5 },
      },
    ])
    expect(DefinitionBody).toMatchObject({ info: { title: 'Shop' } })
    expect(template.Resources['ShopApiBetaStage']?.Type).toBe('AWS::ApiGatewayV2::Stage')
  })

  it('stands as CloudFormation when no stage deploys itself', () => {
    const design = shop({ beta: { autoDeploy: false } })
    expect(buildSam(design, REQUEST).template.Resources['ShopApi']?.Type).toBe('AWS::ApiGatewayV2::Api')
    expect(said(design)).toContain('export/approximated /apis/0')
  })
})

describe('a function with code here', () => {
  const design: Design = {
    ...orderDesign(),
    functions: {
      'create-order': {
        handler: './handlers/orders.ts#create',
        timeout: 10,
        memorySize: 512,
        reservedConcurrency: 5,
        environment: { TABLE: 'orders' },
      },
      'list-orders': { handler: './handlers/orders.rb#list' },
      nightly: { handler: './nightly.py#run' },
    },
  }
  const { template } = buildSam(design, REQUEST)

  it('is a resource under its own name', () => {
    expect(template.Resources['CreateOrderFunction']).toEqual({
      Type: 'AWS::Serverless::Function',
      Metadata: {
        'x-gatewright-handler': './handlers/orders.ts#create',
        BuildMethod: 'esbuild',
        BuildProperties: { EntryPoints: ['orders.ts'], Target: 'es2022', Sourcemap: true },
      },
      Properties: {
        FunctionName: 'create-order',
        CodeUri: './handlers/',
        Handler: 'orders.create',
        Runtime: 'nodejs22.x',
        Timeout: 10,
        MemorySize: 512,
        ReservedConcurrentExecutions: 5,
        Environment: { Variables: { TABLE: 'orders' } },
      },
    })
  })

  it('takes the place of the parameter for its ARN', () => {
    expect(Object.keys(template.Parameters ?? {})).not.toContain('CreateOrderFunctionArn')
    expect(template.Resources['OrdersApiCreateOrderPermission']?.Properties?.['FunctionName']).toEqual({
      'Fn::GetAtt': ['CreateOrderFunction', 'Arn'],
    })
    expect(JSON.stringify(template.Resources['OrdersApi'])).toContain(
      'functions/${CreateOrderFunction.Arn}/invocations',
    )
  })

  it('stays a parameter when Lambda cannot run it', () => {
    expect(Object.keys(template.Parameters ?? {})).toContain('ListOrdersFunctionArn')
    expect(template.Resources).not.toHaveProperty('ListOrdersFunction')
  })

  it('is without Gatewright’s own members where they are not wanted', () => {
    const plain = buildSam(design, { ...REQUEST, hasOwnMembers: false }).template
    expect(plain.Resources['CreateOrderFunction']?.Metadata).not.toHaveProperty('x-gatewright-handler')
    expect(JSON.stringify(plain)).not.toContain('x-gatewright')
  })

  it('is spoken of when it is left, and when nobody calls it', () => {
    const found = buildSam(design, REQUEST).diagnostics.filter(({ pointer }) => pointer.startsWith('/functions'))
    expect(found.map(({ code, severity, pointer }) => `${severity} ${code} ${pointer}`)).toEqual([
      'warning export/needs-value /functions/list-orders/handler',
      'info export/local-only /functions/nightly',
    ])
  })

  it('is one function though two handlers play it', () => {
    const api = { ...newHttpApi('Shop'), id: 'shop000001' }
    const integrationUri = 'arn:aws:lambda:us-east-1:123456789012:function:create-order'
    const integrations = { other: { integrationType: 'AWS_PROXY', integrationUri, handler: './other.mjs#go' } } as const
    const both = { ...design, apis: [...design.apis, { ...api, integrations }] }
    expect(said(both)).toContain('export/approximated /apis/1/integrations/other/handler')
    expect(both.apis[0]?.id).toBe(ORDERS)
  })

  it('keeps its handler beside its callers when a template has no room for more parameters', () => {
    const names = Array.from({ length: 230 }, (_, index) => `fn${index}`)
    const integrations = Object.fromEntries(
      names.map((name) => [
        name,
        {
          integrationType: 'AWS_PROXY',
          integrationUri: `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
        } as const,
      ]),
    )
    const routes = Object.fromEntries(
      names.map((name) => [`GET /${name}`, { target: name, authorizationType: 'NONE' } as const]),
    )
    const functions = Object.fromEntries(names.map((name) => [name, { handler: `./all.mjs#${name}` }]))
    const many = { ...emptyDesign('many'), apis: [{ ...newHttpApi('Many'), integrations, routes }], functions }
    const { template: large, diagnostics } = buildSam(many, REQUEST)
    const made = Object.values(large.Resources).filter(({ Type }) => Type === 'AWS::Serverless::Function')
    const crowded = diagnostics.filter(({ code }) => code === 'export/over-quota')
    expect(made.length).toBeGreaterThan(150)
    expect(made.length + crowded.length).toBe(230)
    expect(JSON.stringify(large.Resources['ManyApi']).match(/"x-gatewright-handler"/g)).toHaveLength(crowded.length)
  })
})
