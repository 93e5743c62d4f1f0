import { expect, it } from 'vitest'
import { built } from './testing/built'
import { everyFeature } from './testing/every-feature'

it('gives the address of every stage and what domains must point to', () => {
  const { Outputs = {} } = built(everyFeature()).template
  expect(Object.fromEntries(Object.entries(Outputs).map(([id, { Value }]) => [id, Value]))).toEqual({
    OrdersApiProdUrl: {
      'Fn::Sub': 'https://${OrdersApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/${OrdersApiProdStage}',
    },
    ShopHttpApiDefaultUrl: { 'Fn::Sub': 'https://${ShopHttpApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}' },
    ShopHttpApiDevUrl: {
      'Fn::Sub': 'https://${ShopHttpApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/${ShopHttpApiDevStage}',
    },
    ChatApiLiveUrl: {
      'Fn::Sub': 'wss://${ChatApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/${ChatApiLiveStage}',
    },
    ApiExampleComTarget: { 'Fn::GetAtt': ['ApiExampleComDomain', 'DistributionDomainName'] },
    HttpExampleComTarget: { 'Fn::GetAtt': ['HttpExampleComDomain', 'RegionalDomainName'] },
    ChatExampleComTarget: { 'Fn::GetAtt': ['ChatExampleComDomain', 'RegionalDomainName'] },
  })
})

it('points at the distribution of a domain that is of no certain kind, because the service makes it EDGE', () => {
  const design = everyFeature()
  const [domain] = design.domainNames
  const { endpointConfiguration: _, ...plain } = domain!
  const { Outputs = {} } = built({ ...design, domainNames: [plain] }).template
  expect(Outputs.ApiExampleComTarget?.Value).toEqual({
    'Fn::GetAtt': ['ApiExampleComDomain', 'DistributionDomainName'],
  })
})
