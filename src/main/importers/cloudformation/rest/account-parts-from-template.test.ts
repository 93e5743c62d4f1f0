import { idFrom } from '@shared/design/id-from'
import type { Api } from '@shared/design/api'
import { describe, expect, it } from 'vitest'
import { physicalIdOf } from '../../template/physical-id'
import { accountPartsFromTemplate } from './account-parts-from-template'
import { restApisFromTemplate } from './rest-apis-from-template'
import { ORDERS, sampleContext, words, type SampleResource } from './template-sample'

const idOf = (type: string, logicalId: string): string =>
  physicalIdOf({ type: `AWS::ApiGateway::${type}`, logicalId, properties: {} })
const ORDERS_ID = idOf('RestApi', 'Orders')

/** What stands beside the orders API in a template, and what was said of it. */
function read(resources: Readonly<Record<string, SampleResource>>, others: readonly Api[] = []) {
  const context = sampleContext({ ...ORDERS, ...resources })
  const apis = restApisFromTemplate(context)
  const parts = accountPartsFromTemplate(context, [...apis, ...others])
  return { ...parts, ...words(context), unclaimed: Object.keys(resources).filter((id) => !context.claimed.has(id)) }
}

const HTTP_API: Api = {
  protocolType: 'HTTP',
  id: 'h1h1h1h1h1',
  name: 'items',
  routes: {},
  integrations: {},
  authorizers: {},
  stages: { $default: { autoDeploy: true } },
}

describe('usage plans and keys of a template', () => {
  it('are read with their stages, limits and keys', () => {
    const result = read({
      Premium: {
        type: 'UsagePlan',
        UsagePlanName: 'premium',
        Description: 'For partners.',
        Throttle: { RateLimit: 1000, BurstLimit: '2000' },
        Quota: { Limit: 1000000, Period: 'MONTH', Offset: 2 },
        ApiStages: [
          {
            ApiId: '@Orders',
            Stage: '@Prod',
            Throttle: {
              '/GET': { RateLimit: 5, BurstLimit: 6 },
              '/~1orders~1{id}/POST': { RateLimit: 1, BurstLimit: 2 },
            },
          },
        ],
      },
      Customer: { type: 'ApiKey', Name: 'customer', Description: 'Theirs.', Enabled: true, CustomerId: 'c1' },
      Partner: { type: 'ApiKey', Enabled: 'true', Value: 'abcdefghijklmnopqrstuvwxyz' },
      CustomerInPremium: { type: 'UsagePlanKey', KeyId: '@Customer', KeyType: 'API_KEY', UsagePlanId: '@Premium' },
      PartnerInPremium: { type: 'UsagePlanKey', KeyId: '@Partner', KeyType: 'API_KEY', UsagePlanId: '@Premium' },
    })
    expect(result).toEqual({
      usagePlans: [
        {
          id: idOf('UsagePlan', 'Premium'),
          name: 'premium',
          description: 'For partners.',
          throttle: { rateLimit: 1000, burstLimit: 2000 },
          quota: { limit: 1000000, period: 'MONTH', offset: 2 },
          apiStages: [
            {
              apiId: ORDERS_ID,
              stage: 'prod',
              throttle: {
                '/GET': { rateLimit: 5, burstLimit: 6 },
                '/orders/{id}/POST': { rateLimit: 1, burstLimit: 2 },
              },
            },
          ],
          keyIds: [idOf('ApiKey', 'Customer'), idOf('ApiKey', 'Partner')],
        },
      ],
      apiKeys: [
        {
          id: idOf('ApiKey', 'Customer'),
          name: 'customer',
          description: 'Theirs.',
          enabled: true,
          value: idFrom('key Customer', 40),
          customerId: 'c1',
        },
        { id: idOf('ApiKey', 'Partner'), name: 'Partner', enabled: true, value: 'abcdefghijklmnopqrstuvwxyz' },
      ],
      domainNames: [],
      said: [
        'info import/value-assumed /Resources/Customer/Properties: API key Customer has no "Value", which AWS draws once it is deployed. Here it has one made from its name.',
      ],
      carried: ['REST API "orders"', 'GET /, MOCK', 'Stage prod', '2 API keys', 'Usage plan premium'],
      unclaimed: [],
    })
  })

  it('say what is left out of them', () => {
    const { said, usagePlans } = read(
      {
        Plan: {
          type: 'UsagePlan',
          Throttle: { RateLimit: 10 },
          Quota: { Limit: 5 },
          Tags: [{ Key: 'a', Value: 'b' }],
          ApiStages: [
            { ApiId: 'zzz', Stage: 'prod' },
            { ApiId: '@Orders', Stage: 'test' },
            { ApiId: 'h1h1h1h1h1', Stage: '$default' },
            { RestApiId: '@Orders', Stage: 'prod' },
            { ApiId: '@Orders' },
          ],
        },
        Key: { type: 'ApiKey', Value: 'abcdefghijklmnopqrstuvwxyz', StageKeys: [], GenerateDistinctId: true, Tags: [] },
        A: { type: 'UsagePlanKey', KeyId: 'abcdefghijklmnopqrstuvwxyz', KeyType: 'API_KEY', UsagePlanId: '@Plan' },
        B: { type: 'UsagePlanKey', KeyId: '@Key', KeyType: 'API_KEY' },
      },
      [HTTP_API],
    )
    expect(usagePlans).toEqual([
      {
        id: idOf('UsagePlan', 'Plan'),
        name: 'Plan',
        throttle: { rateLimit: 10, burstLimit: 5000 },
        apiStages: [],
        keyIds: [],
      },
    ])
    const plan = '/Resources/Plan/Properties'
    expect(said).toEqual([
      'warning import/value-assumed /Resources/Key/Properties: API key Key has no "Enabled", which counts as false: requests with it get 403. Write Enabled: true to let it in.',
      'info import/not-carried /Resources/Key/Properties/GenerateDistinctId: "GenerateDistinctId" of API key Key is left out: ids of keys are always other than their values.',
      'info import/not-carried /Resources/Key/Properties/StageKeys: "StageKeys" of API key Key is left out: stages are covered by usage plans only.',
      'info import/not-carried /Resources/Key/Properties/Tags: "Tags" of API key Key is left out: API keys of a design have no tags.',
      `warning import/value-assumed ${plan}/Throttle: "Throttle" of usage plan Plan has no "BurstLimit". The account's 5000 is used. Write it.`,
      `error import/property-missing ${plan}/Quota: "Quota" of usage plan Plan has no "Period" and is left out. A quota is a number of requests in a DAY, WEEK or MONTH.`,
      `warning import/not-carried ${plan}/ApiStages/0: A stage of usage plan Plan is left out: the API zzz is not in this template. Import it together with the template of that API.`,
      `warning import/not-carried ${plan}/ApiStages/1: A stage of usage plan Plan is left out: orders has no stage test. Write a stage that the template makes.`,
      `warning import/not-carried ${plan}/ApiStages/2: A stage of usage plan Plan is left out: items is an HTTP API, and those have no usage plans.`,
      `warning import/not-carried ${plan}/ApiStages/3/RestApiId: "RestApiId" of a stage of usage plan Plan is left out: "ApiStages" of AWS::ApiGateway::UsagePlan has no such property; it is spelled ApiId here.`,
      `warning import/not-carried ${plan}/ApiStages/3: A stage of usage plan Plan is left out: it has no "ApiId". Write ApiId: !Ref and the API.`,
      `warning import/not-carried ${plan}/ApiStages/4: A stage of usage plan Plan is left out: it has no "Stage". Write Stage: !Ref and the stage.`,
      `info import/not-carried ${plan}/Tags: "Tags" of usage plan Plan is left out: usage plans of a design have no tags.`,
      'warning import/not-carried /Resources/A: Usage plan key A is left out: "KeyId" is abcdefghijklmnopqrstuvwxyz, which this template does not define (it is the value of the key Key, not its id). Write KeyId: !Ref and the resource.',
      'warning import/not-carried /Resources/B: Usage plan key B is left out: it has no "UsagePlanId". Write UsagePlanId: !Ref and the resource.',
    ])
  })
})

describe('domains of a template', () => {
  it('of every type are read with their mappings', () => {
    const { domainNames, said, carried, unclaimed } = read(
      {
        Main: {
          type: 'DomainName',
          DomainName: 'api.example.com',
          RegionalCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/1',
          EndpointConfiguration: { Types: ['REGIONAL'] },
          SecurityPolicy: 'TLS_1_2',
          MutualTlsAuthentication: { TruststoreUri: 's3://bucket/trust.pem', TruststoreVersion: '3' },
        },
        Root: { type: 'BasePathMapping', DomainName: '@Main', RestApiId: '@Orders', Stage: '@Prod' },
        Old: { type: 'BasePathMapping', DomainName: '@Main', BasePath: 'old', RestApiId: '@Orders' },
        Items: {
          type: 'AWS::ApiGatewayV2::ApiMapping',
          DomainName: '@Main',
          ApiMappingKey: 'items/v1',
          ApiId: 'h1h1h1h1h1',
          Stage: '$default',
        },
        Private: {
          type: 'DomainNameV2',
          DomainName: 'in.example.com',
          CertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/2',
          EndpointConfiguration: { Types: ['PRIVATE'] },
        },
        Inside: {
          type: 'BasePathMappingV2',
          DomainNameArn: 'arn:aws:apigateway:us-east-1:123456789012:/domainnames/in.example.com+abcdef',
          RestApiId: '@Orders',
          Stage: 'prod',
        },
        Second: {
          type: 'AWS::ApiGatewayV2::DomainName',
          DomainName: 'items.example.com',
          DomainNameConfigurations: [
            {
              EndpointType: 'REGIONAL',
              CertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/3',
              SecurityPolicy: 'TLS_1_2',
            },
          ],
        },
      },
      [HTTP_API],
    )
    expect(domainNames).toEqual([
      {
        domainName: 'api.example.com',
        endpointConfiguration: { types: ['REGIONAL'] },
        securityPolicy: 'TLS_1_2',
        certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/1',
        mutualTlsAuthentication: { truststoreUri: 's3://bucket/trust.pem', truststoreVersion: '3' },
        basePathMappings: [
          { basePath: '(none)', apiId: ORDERS_ID, stage: 'prod' },
          { basePath: 'old', apiId: ORDERS_ID },
          { basePath: 'items/v1', apiId: 'h1h1h1h1h1', stage: '$default' },
        ],
      },
      {
        domainName: 'in.example.com',
        endpointConfiguration: { types: ['PRIVATE'] },
        certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/2',
        basePathMappings: [{ basePath: '(none)', apiId: ORDERS_ID, stage: 'prod' }],
      },
      {
        domainName: 'items.example.com',
        endpointConfiguration: { types: ['REGIONAL'] },
        securityPolicy: 'TLS_1_2',
        certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/3',
        basePathMappings: [],
      },
    ])
    expect([said, carried.slice(3), unclaimed]).toEqual([
      [],
      ['Domain api.example.com', 'Domain in.example.com', 'Domain items.example.com'],
      [],
    ])
  })

  it('say what is left out of them', () => {
    const { said, domainNames } = read({
      Main: {
        type: 'DomainName',
        DomainName: 'api.example.com',
        RoutingMode: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
        EndpointConfiguration: { Types: ['EDGE'], IpAddressType: 'dualstack' },
        MutualTlsAuthentication: { TruststoreVersion: '1' },
      },
      Again: { type: 'DomainName', DomainName: 'api.example.com' },
      Nameless: { type: 'DomainName' },
      A: { type: 'BasePathMapping', DomainName: '@Main', BasePath: '/a/', RestApiId: '@Orders', Stage: 'test' },
      B: { type: 'BasePathMapping', DomainName: '@Main', BasePath: 'a', RestApiId: '@Orders' },
      C: { type: 'BasePathMapping', DomainName: '@Main', RestApiId: 'zzz' },
      D: { type: 'BasePathMapping', DomainName: 'other.example.com', RestApiId: '@Orders' },
      E: { type: 'BasePathMapping', RestApiId: '@Orders' },
      Rule: { type: 'AWS::ApiGatewayV2::RoutingRule', DomainNameArn: 'x', Priority: 1 },
      Access: { type: 'DomainNameAccessAssociation' },
    })
    expect(domainNames).toEqual([
      {
        domainName: 'api.example.com',
        endpointConfiguration: { types: ['EDGE'] },
        basePathMappings: [{ basePath: 'a', apiId: ORDERS_ID, stage: 'test' }],
      },
      { domainName: 'other.example.com', basePathMappings: [{ basePath: '(none)', apiId: ORDERS_ID }] },
    ])
    expect(said).toEqual([
      'info import/not-carried /Resources/Main/Properties/EndpointConfiguration/IpAddressType: "IpAddressType" of "EndpointConfiguration" of domain Main is left out: domains of a design answer on every address.',
      'error import/property-missing /Resources/Main/Properties/MutualTlsAuthentication: "MutualTlsAuthentication" of domain Main has no "TruststoreUri" and is left out. Write it, as in s3://bucket/truststore.pem.',
      'warning import/not-carried /Resources/Main/Properties/RoutingMode: "RoutingMode" of domain Main is left out: a design routes by base path mappings only.',
      'error import/resource-repeated /Resources/Again: Domain Again is left out: api.example.com is there already, and AWS refuses a second. Remove one of the two.',
      'error import/property-missing /Resources/Nameless/Properties: Domain Nameless has no "DomainName" and is left out. Write it, as in api.example.com.',
      'warning import/path-adjusted /Resources/A/Properties/BasePath: "BasePath" of mapping A is "/a/" and read as "a". AWS takes it without slashes at its ends.',
      'warning import/outside-template /Resources/A/Properties/Stage: Mapping A leads to the stage test, which orders has not got here, so that it answers 403.',
      'error import/resource-repeated /Resources/B/Properties: Mapping B is left out: api.example.com has the base path a already, and AWS refuses a second. Remove one of the two.',
      'warning import/not-carried /Resources/C/Properties: Mapping C is left out: the API zzz is not in this template.',
      'info import/outside-template /Resources/D/Properties: Mapping D is for the domain other.example.com, which this template does not define. The domain is drawn without its certificate and settings.',
      'error import/property-missing /Resources/E/Properties: Mapping E is left out: it names no domain. Write the domain that it belongs to.',
      'warning import/not-carried /Resources/Rule: Routing rule Rule is left out: a design routes by base path mappings only, and not by headers or rules. Call the APIs that it leads to by their own addresses.',
      'info import/not-carried /Resources/Access: Domain name access association Access is left out: private domains can be called here without an access association.',
    ])
  })
})
