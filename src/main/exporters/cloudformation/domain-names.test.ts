import { describe, expect, it } from 'vitest'
import type { DomainName } from '@shared/design/domain-name'
import { built } from './testing/built'
import { everyFeature } from './testing/every-feature'

const domainsOf = (domainNames: readonly DomainName[]) => {
  const { template, said } = built({ ...everyFeature(), domainNames })
  const resources = Object.entries(template.Resources).filter(([, { Type }]) => /Domain|Mapping/.test(Type))
  return { resources: Object.fromEntries(resources), said: said.filter((line) => line.includes('/domainNames/')) }
}

const [edge, regional, chat] = everyFeature().domainNames as [DomainName, DomainName, DomainName]

describe('a custom domain', () => {
  it('of REST APIs is made by their service', () => {
    expect(domainsOf([edge])).toEqual({
      resources: {
        ApiExampleComDomain: {
          Type: 'AWS::ApiGateway::DomainName',
          Properties: {
            DomainName: { Ref: 'ApiExampleComDomainName' },
            CertificateArn: { Ref: 'ApiExampleComCertificateArn' },
            EndpointConfiguration: { Types: ['EDGE'] },
          },
        },
        ApiExampleComDomainRootMapping: {
          Type: 'AWS::ApiGateway::BasePathMapping',
          Properties: { DomainName: { Ref: 'ApiExampleComDomain' }, RestApiId: { Ref: 'OrdersApi' } },
          DependsOn: ['OrdersApiProdStage'],
        },
        ApiExampleComDomainV1Mapping: {
          Type: 'AWS::ApiGateway::BasePathMapping',
          Properties: {
            DomainName: { Ref: 'ApiExampleComDomain' },
            RestApiId: { Ref: 'OrdersApi' },
            BasePath: 'v1',
            Stage: { Ref: 'OrdersApiProdStage' },
          },
        },
      },
      said: [],
    })
  })

  it('of other APIs, or with paths of several parts, is made by the other service', () => {
    expect(domainsOf([regional])).toEqual({
      resources: {
        HttpExampleComDomain: {
          Type: 'AWS::ApiGatewayV2::DomainName',
          Properties: {
            DomainName: { Ref: 'HttpExampleComDomainName' },
            DomainNameConfigurations: [
              {
                CertificateArn: { Ref: 'HttpExampleComCertificateArn' },
                EndpointType: 'REGIONAL',
                SecurityPolicy: 'TLS_1_2',
              },
            ],
            MutualTlsAuthentication: { TruststoreUri: 's3://trust/store.pem', TruststoreVersion: '3' },
          },
        },
        HttpExampleComDomainShopV1Mapping: {
          Type: 'AWS::ApiGatewayV2::ApiMapping',
          Properties: {
            DomainName: { Ref: 'HttpExampleComDomain' },
            ApiId: { Ref: 'ShopHttpApi' },
            ApiMappingKey: 'shop/v1',
            Stage: { Ref: 'ShopHttpApiDefaultStage' },
          },
        },
        HttpExampleComDomainRestMapping: {
          Type: 'AWS::ApiGatewayV2::ApiMapping',
          Properties: {
            DomainName: { Ref: 'HttpExampleComDomain' },
            ApiId: { Ref: 'OrdersApi' },
            ApiMappingKey: 'rest',
            Stage: { Ref: 'OrdersApiProdStage' },
          },
        },
      },
      said: [],
    })
  })

  it('inside a network is named by its ARN', () => {
    const inside: DomainName = { ...edge, endpointConfiguration: { types: ['PRIVATE'] } }
    const { resources } = domainsOf([inside])
    expect(resources.ApiExampleComDomainV1Mapping).toEqual({
      Type: 'AWS::ApiGateway::BasePathMappingV2',
      Properties: {
        DomainNameArn: { 'Fn::GetAtt': ['ApiExampleComDomain', 'DomainNameArn'] },
        RestApiId: { Ref: 'OrdersApi' },
        BasePath: 'v1',
        Stage: { Ref: 'OrdersApiProdStage' },
      },
    })
  })

  it('says what it lacks and what it cannot have', () => {
    const wrong: DomainName = {
      ...edge,
      basePathMappings: [
        { basePath: 'a/b', apiId: 'rest000001' },
        { basePath: 'gone', apiId: 'gone000001', stage: 'prod' },
      ],
    }
    expect(domainsOf([wrong, chat]).said).toEqual([
      'warning /domainNames/0/endpointConfiguration',
      'error /domainNames/0/basePathMappings/0',
      'warning /domainNames/0/basePathMappings/1',
      'warning /domainNames/1',
    ])
  })
})
