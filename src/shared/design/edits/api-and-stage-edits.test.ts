import { describe, expect, test } from 'vitest'
import { orderDesign, ORDERS } from '../order-design.fixture'
import { newRestApi } from '../new-design'
import { findRestApi } from '../route-key'
import { addApi } from './add-api'
import { addStage } from './add-stage'
import { deploy, KEPT_DEPLOYMENTS } from './deploy'
import { pointStageAt } from './point-stage-at'
import { removeApi } from './remove-api'
import { removeStage } from './remove-stage'
import { renameApi } from './rename-api'
import { renameStage } from './rename-stage'
import { updateRestApi } from './update-rest-api'
import { updateStage } from './update-stage'

const design = orderDesign()
const createdDate = '2026-02-03T04:05:06Z'

describe('APIs', () => {
  test('an API is added last, once', () => {
    const api = newRestApi('Carts')
    const changed = addApi(design, api)
    expect(changed.apis).toEqual([...design.apis, api])
    expect(addApi(changed, api)).toBe(changed)
  })

  test('a removed API leaves plans, domains and scenarios', () => {
    const changed = removeApi(design, ORDERS)
    expect(changed).toEqual({
      ...design,
      apis: [],
      usagePlans: [{ ...design.usagePlans[0], apiStages: [] }],
      domainNames: [{ domainName: 'api.example.com', basePathMappings: [] }],
      scenarios: [],
    })
    expect(removeApi(design, 'nope')).toBe(design)
  })

  test('a renamed API keeps its id and everything else', () => {
    const changed = renameApi(design, ORDERS, 'Purchases')
    expect(changed.apis[0]).toEqual({ ...design.apis[0], name: 'Purchases' })
    expect(renameApi(design, ORDERS, 'Orders')).toBe(design)
  })

  test('members are set and removed', () => {
    const tagged = updateRestApi(design, ORDERS, { description: 'Shop', apiKeySource: 'AUTHORIZER' })
    expect(findRestApi(tagged, ORDERS)).toMatchObject({ description: 'Shop', apiKeySource: 'AUTHORIZER' })
    expect(updateRestApi(tagged, ORDERS, { description: undefined, apiKeySource: 'HEADER' })).toEqual(design)
    expect(updateRestApi(design, 'nope', { description: 'x' })).toBe(design)
  })
})

describe('stages', () => {
  test('a stage is added without a deployment and not twice', () => {
    const changed = addStage(design, ORDERS, 'test')
    expect(findRestApi(changed, ORDERS)?.stages['test']).toEqual({ methodSettings: {} })
    expect(addStage(changed, ORDERS, 'test', { methodSettings: {}, description: 'again' })).toBe(changed)
    expect(addStage(design, ORDERS, '__proto__')).toBe(design)
  })

  test('members are set and removed', () => {
    const changed = updateStage(design, ORDERS, 'prod', { cacheClusterSize: '1.6', variables: undefined })
    const stage = findRestApi(changed, ORDERS)?.stages['prod']
    expect(stage?.cacheClusterSize).toBe('1.6')
    expect(stage).not.toHaveProperty('variables')
    expect(updateStage(design, ORDERS, 'nope', { description: 'x' })).toBe(design)
  })

  test('plans, domains and scenarios follow a renamed stage, which keeps its place', () => {
    const changed = renameStage(design, ORDERS, 'prod', 'live')
    expect(Object.keys(findRestApi(changed, ORDERS)?.stages ?? {})).toEqual(['live', 'dev'])
    expect(changed.usagePlans[0]?.apiStages[0]?.stage).toBe('live')
    expect(changed.domainNames[0]?.basePathMappings[0]?.stage).toBe('live')
    expect(changed.scenarios[0]?.stage).toBe('live')
    expect(renameStage(changed, ORDERS, 'live', 'prod')).toEqual(design)
  })

  test('a name that is taken, dangerous or unknown is refused', () => {
    expect(renameStage(design, ORDERS, 'prod', 'dev')).toBe(design)
    expect(renameStage(design, ORDERS, 'prod', '__proto__')).toBe(design)
    expect(renameStage(design, ORDERS, 'nope', 'live')).toBe(design)
  })

  test('a removed stage leaves plans and domains, and scenarios call the stage that is left', () => {
    const changed = removeStage(design, ORDERS, 'prod')
    expect(changed.usagePlans[0]?.apiStages).toEqual([])
    expect(changed.domainNames[0]?.basePathMappings).toEqual([])
    expect(changed.scenarios[0]?.stage).toBe('dev')
    expect(removeStage(changed, ORDERS, 'dev').scenarios).toEqual([])
    expect(removeStage(design, ORDERS, 'nope')).toBe(design)
  })
})

describe('deployments', () => {
  test('a deployment shares its snapshot with the API and the stage points at it', () => {
    const changed = deploy(design, ORDERS, 'dev', { id: 'dep002', createdDate, description: 'first' })
    const api = findRestApi(changed, ORDERS)
    expect(api?.deployments.map(({ id, description }) => ({ id, description }))).toEqual([
      { id: 'dep002', description: 'first' },
      { id: 'dep001', description: undefined },
    ])
    expect(api?.deployments[0]?.definition.resources).toBe(api?.resources)
    expect(api?.stages['dev']?.deploymentId).toBe('dep002')
    expect(api?.stages['prod']).toBe(findRestApi(design, ORDERS)?.stages['prod'])
  })

  test('a stage that is new is made', () => {
    const changed = deploy(design, ORDERS, 'test', { id: 'dep002', createdDate })
    expect(findRestApi(changed, ORDERS)?.stages['test']).toEqual({ methodSettings: {}, deploymentId: 'dep002' })
  })

  test('an id that is taken is refused', () => {
    expect(deploy(design, ORDERS, 'dev', { id: 'dep001', createdDate })).toBe(design)
  })

  test('the newest ten are kept, and older ones that a stage points at', () => {
    let changed = design
    for (let index = 0; index < 15; index++)
      changed = deploy(changed, ORDERS, 'dev', { id: `new${index}`, createdDate })
    const ids = findRestApi(changed, ORDERS)?.deployments.map((deployment) => deployment.id)
    expect(ids).toEqual([...Array.from({ length: KEPT_DEPLOYMENTS }, (_, index) => `new${14 - index}`), 'dep001'])
  })

  test('a stage goes back to an older deployment, never to one that is not there', () => {
    const changed = deploy(design, ORDERS, 'prod', { id: 'dep002', createdDate })
    const back = pointStageAt(changed, ORDERS, 'prod', 'dep001')
    expect(findRestApi(back, ORDERS)?.stages['prod']?.deploymentId).toBe('dep001')
    expect(pointStageAt(changed, ORDERS, 'prod', 'nope')).toBe(changed)
    expect(pointStageAt(changed, ORDERS, 'nope', 'dep001')).toBe(changed)
  })
})
