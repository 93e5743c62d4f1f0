import { describe, expect, it } from 'vitest'
import { accountPartsFromTemplate } from './account-parts-from-template'
import { namesOf, SHAPES, type ShapeName } from './property-names'
import { restApisFromTemplate } from './rest-apis-from-template'
import { ORDERS, sampleContext, words, type SampleResource } from './template-sample'

/** Where objects of each shape stand: a resource of an API, with as much as it needs to be read. */
const HOLDERS: { readonly [shape in ShapeName]: (properties: object) => SampleResource } = {
  RestApi: (properties) => ({ type: 'RestApi', ...properties }),
  Resource: (properties) => ({ type: 'Resource', ...properties, ParentId: '@Orders.root', PathPart: 'a' }),
  Method: (properties) => ({ type: 'Method', ...properties, ResourceId: '@Orders.root', HttpMethod: 'PUT' }),
  Integration: (properties) => HOLDERS.Method({ Integration: { ...properties, Type: 'MOCK' } }),
  IntegrationResponse: (properties) =>
    HOLDERS.Integration({ IntegrationResponses: [{ ...properties, StatusCode: '200' }] }),
  MethodResponse: (properties) => HOLDERS.Method({ MethodResponses: [properties] }),
  Model: (properties) => ({ type: 'Model', ...properties }),
  RequestValidator: (properties) => ({ type: 'RequestValidator', ...properties }),
  Authorizer: (properties) => ({ type: 'Authorizer', ...properties, Type: 'REQUEST' }),
  GatewayResponse: (properties) => ({ type: 'GatewayResponse', ...properties }),
  Deployment: (properties) => ({ type: 'Deployment', ...properties, StageName: 'live' }),
  StageDescription: (StageDescription) => HOLDERS.Deployment({ StageDescription }),
  DeploymentCanarySettings: (DeploymentCanarySettings) => HOLDERS.Deployment({ DeploymentCanarySettings }),
  Stage: (properties) => ({ type: 'Stage', ...properties }),
  MethodSetting: (setting) => HOLDERS.Stage({ MethodSettings: [setting] }),
  CanarySetting: (CanarySetting) => HOLDERS.Stage({ CanarySetting }),
  UsagePlan: (properties) => ({ type: 'UsagePlan', ...properties }),
  ApiStage: (stage) => HOLDERS.UsagePlan({ ApiStages: [stage] }),
  Quota: (Quota) => HOLDERS.UsagePlan({ Quota }),
  Throttle: (Throttle) => HOLDERS.UsagePlan({ Throttle }),
  UsagePlanKey: (properties) => ({ type: 'UsagePlanKey', ...properties }),
  ApiKey: (properties) => ({ type: 'ApiKey', ...properties }),
  DomainName: (properties) => ({ type: 'DomainName', ...properties, DomainName: 'a.example.com' }),
  BasePathMapping: (properties) => ({ type: 'BasePathMapping', ...properties }),
}

const UNREAD = /has no such property|has no meaning at this place/

/** The properties of a shape that nobody reads, when each of the names is there with nothing in it. */
function unread(shape: ShapeName, names: readonly string[]): string[] {
  const empty = Object.fromEntries(names.map((name) => [name, null]))
  const Part = { ...HOLDERS[shape](empty), ...(shape === 'RestApi' ? {} : { RestApiId: '@Orders' }) }
  const context = sampleContext({ ...ORDERS, Part })
  accountPartsFromTemplate(context, restApisFromTemplate(context))
  const lines = words(context).said.filter((line) => UNREAD.test(line))
  return lines.flatMap((line) => /: "(\w+)" of/.exec(line)?.[1] ?? []).filter((name) => name !== 'RestApiId')
}

describe('the properties of a shape', () => {
  it.each(Object.keys(SHAPES) as ShapeName[])('%s are read or spoken of, every one', (shape) => {
    expect(unread(shape, namesOf(shape))).toEqual([])
  })

  it.each(Object.keys(SHAPES) as ShapeName[])('%s do not have one that is not in its list', (shape) => {
    expect(unread(shape, ['Flavour'])).toEqual(['Flavour'])
  })
})
