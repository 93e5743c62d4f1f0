import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ExportRequest } from '@shared/contract/export'
import type { Design } from '@shared/design/design'
import { ORDERS, orderDesign } from '@shared/design/order-design.fixture'
import { restRoutes } from '@shared/design/route-key'
import { parseProject } from '../../project-format/parse-project'
import { Random } from '../../project-format/testing/random'
import { randomDesign } from '../testing/random-design'
import { buildTemplate } from './build-template'
import { everyFeature } from './testing/every-feature'
import { danglingReferences, dependenciesOf, findCycle } from './testing/template-graph'
import { templateErrors } from './testing/template-errors'

const REQUEST: ExportRequest = { format: 'cloudformation' }
const SAMPLES = ['chat', 'items-api', 'loss', 'order-api', 'speed', 'token-bucket']

function sample(name: string): Design {
  const file = new URL(`../../../../resources/samples/${name}/${name}.gatewright.yaml`, import.meta.url)
  const { design } = parseProject(readFileSync(file, 'utf8'), name)
  if (!design) throw new Error(`The sample ${name} cannot be read`)
  return design
}

const designs: [string, Design][] = [
  ...SAMPLES.map((name): [string, Design] => [name, sample(name)]),
  ['every feature', everyFeature()],
  ...Array.from({ length: 6 }, (_, index): [string, Design] => [
    `generated ${index + 1}`,
    randomDesign(new Random(index + 1)),
  ]),
]

describe.each(designs)('the template of %s', (_, design) => {
  const { template } = buildTemplate(design, REQUEST)

  it('has no error for the validator of AWS', () => {
    expect(templateErrors(JSON.stringify(template))).toEqual([])
  })

  it('refers to what it holds only, and never in a circle', () => {
    expect([danglingReferences(template), findCycle(template)]).toEqual([[], null])
  })

  it('is the same each time', () => {
    expect(JSON.stringify(buildTemplate(design, REQUEST))).toBe(JSON.stringify(buildTemplate(design, REQUEST)))
  })

  it('deploys a REST API after every one of its methods and gateway responses', () => {
    const graph = dependenciesOf(template)
    const resources = Object.entries(template.Resources)
    const deployments = resources.filter(([, { Type }]) => Type === 'AWS::ApiGateway::Deployment')
    for (const [id, { Properties = {} }] of deployments) {
      const parts = resources
        .filter(([, part]) => /::(?:Method|GatewayResponse)$/.test(part.Type))
        .filter(([, part]) => JSON.stringify(part.Properties?.RestApiId) === JSON.stringify(Properties.RestApiId))
      expect(parts.filter(([part]) => !graph.get(id)?.has(part))).toEqual([])
    }
  })
})

describe('logical ids', () => {
  const idsOf = (design: Design) => Object.keys(buildTemplate(design, REQUEST).template.Resources)

  it('read as the names of the parts', () => {
    expect(idsOf(orderDesign()).filter((id) => !id.includes('Deployment'))).toEqual([
      'OrdersApi',
      'OrdersApiOrdersResource',
      'OrdersApiOrdersIdResource',
      'OrdersApiCreateOrderModel',
      'OrdersApiItemModel',
      'OrdersApiBodyValidator',
      'OrdersApiSessionAuthorizer',
      'OrdersApiOrdersGetMethod',
      'OrdersApiOrdersPostMethod',
      'OrdersApiOrdersIdGetMethod',
      'OrdersApiThrottledGatewayResponse',
      'OrdersApiProdStage',
      'OrdersApiDevStage',
      'OrdersApiSessionAuthorizerPermission',
      'OrdersApiListOrdersPermission',
      'OrdersApiCreateOrderPermission',
      'OrdersApiProdErrorAlarm',
      'OrdersApiDevErrorAlarm',
      'AcmeWebApiKey',
      'AcmeAppApiKey',
      'PremiumUsagePlan',
      'PremiumUsagePlanAcmeWebApiKey',
      'PremiumUsagePlanAcmeAppApiKey',
      'ApiExampleComDomain',
      'ApiExampleComDomainOrdersMapping',
    ])
  })

  it('stay when another API comes, before or behind', () => {
    const design = orderDesign()
    const [api] = design.apis
    const other = { ...api!, id: 'other00001', name: 'Other' }
    const ids = new Set(idsOf({ ...design, apis: [other, ...design.apis] }))
    expect(idsOf(design).filter((id) => !ids.has(id))).toEqual([])
  })

  it('tell apart what reads the same', () => {
    const design = orderDesign()
    const api = design.apis.find(({ id }) => id === ORDERS)
    if (api?.protocolType !== 'REST') throw new Error('The fixture has no REST API')
    const paths = ['/a-b', '/a/b', '/a_b', '/A/B', '/訂單', '/ordres']
    const { integration } = restRoutes(api)[0]!.method
    const method = {
      authorizationType: 'NONE',
      apiKeyRequired: false,
      methodResponses: [],
      ...(integration && { integration }),
    } as const
    const resources = Object.fromEntries(paths.map((path) => [path, { methods: { GET: method } }]))
    const { template } = buildTemplate(
      {
        ...design,
        apis: [
          { ...api, resources },
          { ...api, id: 'twin000001' },
        ],
      },
      REQUEST,
    )
    const methods = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::ApiGateway::Method')
    expect(methods).toHaveLength(paths.length + restRoutes(api).length)
  })
})

describe('the deployment', () => {
  const deploymentOf = (design: Design) =>
    Object.entries(buildTemplate(design, REQUEST).template.Resources).find(
      ([, { Type }]) => Type === 'AWS::ApiGateway::Deployment',
    )?.[0]
  const changed = (change: Partial<Extract<Design['apis'][number], { protocolType: 'REST' }>>): Design => {
    const design = orderDesign()
    return { ...design, apis: design.apis.map((api) => (api.protocolType === 'REST' ? { ...api, ...change } : api)) }
  }

  it('is another one when the definition is', () => {
    expect(deploymentOf(changed({ apiKeySource: 'AUTHORIZER' }))).not.toBe(deploymentOf(orderDesign()))
  })

  it('stays when only stages, tags or what is local changes', () => {
    const other = changed({
      tags: { team: 'shop' },
      description: 'Other',
      stages: { prod: { deploymentId: 'x', methodSettings: {} } },
    })
    expect(deploymentOf(other)).toBe(deploymentOf(orderDesign()))
  })
})
