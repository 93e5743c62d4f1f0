import { describe, expect, it } from 'vitest'
import { restApisFromTemplate } from './rest-apis-from-template'
import { ORDERS, restSample, sampleContext, words } from './template-sample'

describe('a property at the wrong place', () => {
  it('is told its right place, its right name, or that there is none', () => {
    const { said } = restSample({
      ...ORDERS,
      Orders: { type: 'RestApi', Name: 'orders', ApiKeySource: 'HEADER', StageName: 'prod', Flavour: 'sweet' },
      Prod: {
        ...ORDERS['Prod'],
        type: 'Stage',
        AccessLogSettings: {},
        Tracingenabled: true,
        Quota: {},
        CanarySetting: { PercentTraffic: 5, StageVariablesOverrides: {} },
      },
      Live: { type: 'Deployment', RestApiId: '@Orders', TimeoutInMillis: 50 },
    })
    expect(said).toEqual([
      'warning import/not-carried /Resources/Orders/Properties/ApiKeySource: "ApiKeySource" of API Orders is left out: AWS::ApiGateway::RestApi has no such property; it is spelled ApiKeySourceType here.',
      'warning import/not-carried /Resources/Orders/Properties/StageName: "StageName" of API Orders is left out: AWS::ApiGateway::RestApi has no such property; it belongs to AWS::ApiGateway::Deployment or to AWS::ApiGateway::Stage.',
      'warning import/not-carried /Resources/Orders/Properties/Flavour: "Flavour" of API Orders is left out: it has no meaning at this place that this release knows.',
      'warning import/not-carried /Resources/Live/Properties/TimeoutInMillis: "TimeoutInMillis" of deployment Live is left out: AWS::ApiGateway::Deployment has no such property; it belongs to "Integration" of AWS::ApiGateway::Method.',
      'warning import/not-carried /Resources/Prod/Properties/CanarySetting/StageVariablesOverrides: "StageVariablesOverrides" of "CanarySetting" of stage Prod is left out: "CanarySetting" of AWS::ApiGateway::Stage has no such property; it may mean StageVariableOverrides.',
      'warning import/not-carried /Resources/Prod/Properties/AccessLogSettings: "AccessLogSettings" of stage Prod is left out: AWS::ApiGateway::Stage has no such property; it is spelled AccessLogSetting here.',
      'warning import/not-carried /Resources/Prod/Properties/Tracingenabled: "Tracingenabled" of stage Prod is left out: AWS::ApiGateway::Stage has no such property; it is spelled TracingEnabled.',
      'warning import/not-carried /Resources/Prod/Properties/Quota: "Quota" of stage Prod is left out: AWS::ApiGateway::Stage has no such property; it belongs to AWS::ApiGateway::UsagePlan.',
    ])
  })
})

describe('an authorizer', () => {
  const TOKEN = {
    type: 'Authorizer',
    Name: 'TokenAuthorizer',
    Type: 'TOKEN',
    IdentitySource: 'method.request.header.Authorization',
    AuthorizerUri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/x/invocations',
  }

  it('without RestApiId belongs to the only API, and says what to write', () => {
    const { api, said } = restSample({ ...ORDERS, Tokens: TOKEN })
    expect(Object.keys(api.authorizers)).toEqual(['TokenAuthorizer'])
    expect(said).toEqual([
      'error import/value-assumed /Resources/Tokens/Properties: Authorizer Tokens has no "RestApiId", which AWS demands. It is read as a part of Orders. Write RestApiId: !Ref Orders.',
    ])
  })

  it('without RestApiId belongs to the API that the other parts name, or to one made for it', () => {
    const method = { ...ORDERS['OrdersGet'], type: 'Method', RestApiId: '${OrderAPI}' }
    const named = sampleContext({ Tokens: TOKEN, OrdersGet: method })
    const alone = sampleContext({ Tokens: TOKEN })
    const drawn = [...restApisFromTemplate(named), ...restApisFromTemplate(alone)]
    expect(drawn.map(({ name, authorizers }) => [name, Object.keys(authorizers)])).toEqual([
      ['OrderAPI', ['TokenAuthorizer']],
      ['Api', ['TokenAuthorizer']],
    ])
    expect([words(named).said[0], words(alone).said[0]]).toEqual([
      'error import/value-assumed /Resources/Tokens/Properties: Authorizer Tokens has no "RestApiId", which AWS demands. It is read as a part of OrderAPI. Write RestApiId: !Ref OrderAPI.',
      'error import/value-assumed /Resources/Tokens/Properties: Authorizer Tokens has no "RestApiId", which AWS demands. It is read as a part of Api. Write RestApiId: !Ref Api.',
    ])
  })

  it('without RestApiId is left out when there are several APIs', () => {
    const context = sampleContext({ ...ORDERS, Users: { type: 'RestApi' }, Tokens: TOKEN })
    expect(restApisFromTemplate(context).flatMap(({ authorizers }) => Object.keys(authorizers))).toEqual([])
    expect(words(context).said[0]).toBe(
      'error import/property-missing /Resources/Tokens/Properties: Authorizer Tokens has no "RestApiId", which AWS demands, and is left out. Write RestApiId: !Ref and the logical id of its API.',
    )
  })

  it('says what its type demands', () => {
    const { said } = restSample({
      ...ORDERS,
      A: { type: 'Authorizer', RestApiId: '@Orders', Type: 'TOKEN' },
      B: { type: 'Authorizer', RestApiId: '@Orders', Type: 'COGNITO_USER_POOLS', AuthType: 'cognito' },
      C: { type: 'Authorizer', RestApiId: '@Orders', Type: 'JWT' },
      D: { type: 'Authorizer', RestApiId: '@Orders' },
    })
    expect(said).toEqual([
      'warning import/integration-incomplete /Resources/A/Properties: Authorizer A has no "IdentitySource", which AWS demands of the type TOKEN. Add it, as in method.request.header.Authorization.',
      'warning import/integration-incomplete /Resources/A/Properties: Authorizer A has no "AuthorizerUri", which AWS demands of the type TOKEN. Add it.',
      'info import/not-carried /Resources/B/Properties/AuthType: "AuthType" of authorizer B is left out: it is written into exported OpenAPI documents only.',
      'warning import/integration-incomplete /Resources/B/Properties: Authorizer B has no "IdentitySource", which AWS demands of the type COGNITO_USER_POOLS. Add it, as in method.request.header.Authorization.',
      'warning import/integration-incomplete /Resources/B/Properties: Authorizer B has no "ProviderARNs", which AWS demands of the type COGNITO_USER_POOLS. Add it.',
      'error import/value-unknown /Resources/C/Properties/Type: Authorizer C is of the type JWT, which only HTTP APIs have, and is left out. Write COGNITO_USER_POOLS with ProviderARNs, or make the API an AWS::ApiGatewayV2::Api.',
      'error import/property-missing /Resources/D/Properties: Authorizer D has no "Type" and is left out. Write one of TOKEN, REQUEST, COGNITO_USER_POOLS.',
    ])
  })

  it('of a name that is there already is left out, and so are other parts', () => {
    const model = { type: 'Model', RestApiId: '@Orders', Name: 'Order' }
    const response = { type: 'GatewayResponse', RestApiId: '@Orders', ResponseType: 'THROTTLED' }
    const { api, said } = restSample({
      ...ORDERS,
      A: { ...TOKEN, RestApiId: '@Orders' },
      B: { ...TOKEN, RestApiId: '@Orders' },
      C: model,
      D: model,
      E: response,
      F: response,
    })
    expect([api.authorizers, api.models, api.gatewayResponses].map((parts) => Object.keys(parts).length)).toEqual([
      1, 1, 1,
    ])
    expect(said.map((line) => line.split(':')[0])).toEqual([
      'error import/resource-repeated /Resources/D/Properties',
      'error import/resource-repeated /Resources/B/Properties',
      'error import/resource-repeated /Resources/F/Properties',
    ])
  })
})
