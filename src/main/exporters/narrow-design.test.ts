import { describe, expect, it } from 'vitest'
import { addApi } from '@shared/design/edits/add-api'
import { addStage } from '@shared/design/edits/add-stage'
import { newHttpApi } from '@shared/design/new-http-api'
import { orderDesign, ORDERS } from '@shared/design/order-design.fixture'
import type { Design } from '@shared/design/design'
import { webAclArn } from '@shared/design/web-acl-arn'
import { narrowDesign } from './narrow-design'
import { originalPointer } from './original-pointer'
import { scopeProblems } from './scope-problems'

const SHOP = 'shop000001'

/** The shop first, so that everything of the orders moves up when it is left out. */
function twoApis(): Design {
  const orders = orderDesign()
  const shop = { ...newHttpApi('Shop'), id: SHOP }
  const [plan] = orders.usagePlans
  if (!plan) throw new RangeError('the fixture has a plan')
  return {
    ...addApi({ ...orders, apis: [] }, shop),
    apis: [shop, ...orders.apis],
    usagePlans: [{ ...plan, id: 'plan00', apiStages: [], keyIds: [] }, plan],
    functions: { 'create-order': { timeout: 5 }, idle: {} },
    webAcls: [{ name: 'office', defaultAction: 'BLOCK', rules: [] }],
  }
}

describe('narrowDesign', () => {
  it('is the design itself when all of it is asked for', () => {
    const design = twoApis()
    expect(narrowDesign(design, {})).toBe(design)
  })

  it('one API takes along what has to do with it', () => {
    const narrowed = narrowDesign(twoApis(), { apiIds: [ORDERS] })
    expect({
      apis: narrowed.apis.map(({ name }) => name),
      plans: narrowed.usagePlans.map(({ id }) => id),
      keys: narrowed.apiKeys.length,
      domains: narrowed.domainNames.length,
      functions: Object.keys(narrowed.functions),
      webAcls: narrowed.webAcls,
      scenarios: narrowed.scenarios.length,
    }).toEqual({
      apis: ['Orders'],
      plans: ['plan01'],
      keys: 2,
      domains: 1,
      functions: ['create-order'],
      webAcls: [],
      scenarios: 1,
    })
  })

  it('the other API leaves all of that behind', () => {
    const { usagePlans, apiKeys, domainNames, functions, scenarios } = narrowDesign(twoApis(), { apiIds: [SHOP] })
    expect([usagePlans, apiKeys, domainNames, functions, scenarios]).toEqual([[], [], [], {}, []])
  })

  it('one stage leaves the others and their plans behind', () => {
    const design = addStage(orderDesign(), ORDERS, 'test')
    const narrowed = narrowDesign(design, { stage: 'test' })
    expect(Object.keys(narrowed.apis[0]?.stages ?? {})).toEqual(['test'])
    expect([narrowed.usagePlans, narrowed.domainNames, narrowed.scenarios]).toEqual([[], [], []])
  })

  it('keeps a web ACL that a stage names', () => {
    const design = twoApis()
    const apis = design.apis.map((api) =>
      api.protocolType === 'REST'
        ? { ...api, stages: { prod: { methodSettings: {}, webAclArn: webAclArn(design, 'office') } } }
        : api,
    )
    expect(narrowDesign({ ...design, apis }, { apiIds: [ORDERS] }).webAcls).toHaveLength(1)
  })
})

describe('originalPointer', () => {
  const design = twoApis()
  const narrowed = narrowDesign(design, { apiIds: [ORDERS] })

  it.each([
    ['/apis/0/resources/~1orders', '/apis/1/resources/~1orders'],
    ['/usagePlans/0/apiStages/0', '/usagePlans/1/apiStages/0'],
    ['/apiKeys/1', '/apiKeys/1'],
    ['/apis/7/nothing', '/apis/7/nothing'],
    ['', ''],
  ])('%s is %s', (pointer, original) => {
    expect(originalPointer(pointer, narrowed, design)).toBe(original)
  })
})

describe('scopeProblems', () => {
  it('none when all of it is there', () => {
    expect(scopeProblems(twoApis(), { apiIds: [ORDERS], stage: 'prod' })).toEqual([])
  })

  it('names an API that is not there', () => {
    expect(scopeProblems(orderDesign(), { apiIds: ['nope'] })).toEqual([
      {
        code: 'export/not-there',
        severity: 'error',
        message: 'No API has the id "nope": the design has "Orders" (orders0001).',
        pointer: '/apis',
      },
    ])
  })

  it('warns of an API without the stage when another has it, and refuses when none has', () => {
    expect(scopeProblems(twoApis(), { stage: 'prod' })).toEqual([
      {
        code: 'export/not-there',
        severity: 'warning',
        message: 'Shop has no stage "prod": it has $default. It is exported without a stage.',
        pointer: '/apis/0/stages',
      },
    ])
    expect(
      scopeProblems(orderDesign(), { stage: 'constructor' }).map(({ severity, message }) => [severity, message]),
    ).toEqual([['error', 'Orders has no stage "constructor": it has prod, dev.']])
  })

  it('refuses a design without APIs', () => {
    expect(scopeProblems({ ...orderDesign(), apis: [] }, {}).map(({ message }) => message)).toEqual([
      'The design has no API: there is nothing to export.',
    ])
  })
})
