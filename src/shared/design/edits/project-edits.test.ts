import { describe, expect, test } from 'vitest'
import { orderDesign } from '../order-design.fixture'
import type { Scenario } from '../scenario'
import { putApiKey } from './put-api-key'
import { putScenario } from './put-scenario'
import { putUsagePlan } from './put-usage-plan'
import { removeApiKey } from './remove-api-key'
import { removeScenario } from './remove-scenario'
import { removeUsagePlan } from './remove-usage-plan'
import { renameProject } from './rename-project'
import { renameScenario } from './rename-scenario'
import { setAccountThrottle } from './set-account-throttle'
import { setAssumptions } from './set-assumptions'
import { setPlanKeys } from './set-plan-keys'

const design = orderDesign()

describe('usage plans and keys', () => {
  test('a plan is added, replaced and removed', () => {
    const plan = { id: 'plan02', name: 'Standard', apiStages: [], keyIds: [] }
    const changed = putUsagePlan(design, plan)
    expect(changed.usagePlans.map(({ name }) => name)).toEqual(['Premium', 'Standard'])
    expect(putUsagePlan(changed, { ...plan, name: 'Basic' }).usagePlans.map(({ name }) => name)).toEqual([
      'Premium',
      'Basic',
    ])
    expect(removeUsagePlan(changed, 'plan02')).toEqual(design)
    expect(removeUsagePlan(design, 'nope')).toBe(design)
  })

  test('scenarios follow the new name of a key', () => {
    const [key] = design.apiKeys
    if (!key) throw new Error('the fixture has a key')
    const changed = putApiKey(design, { ...key, name: 'acme-site' })
    expect(changed.scenarios[0]?.sources[0]?.apiKeys?.names).toEqual(['acme-site', 'acme-app'])
    expect(changed.scenarios[0]?.checks?.[0]).toMatchObject({ apiKey: 'acme-site' })
    expect(putApiKey(design, key)).toBe(design)
  })

  test('a removed key leaves its plans and scenarios', () => {
    const without = removeApiKey(design, 'key0000001')
    expect(without.usagePlans[0]?.keyIds).toEqual(['key0000002'])
    expect(without.scenarios[0]?.sources[0]?.apiKeys?.names).toEqual(['acme-app'])
    expect(without.scenarios[0]?.checks).toEqual([
      { metric: 'throttled', route: 'POST /orders', operator: '>', value: 0 },
    ])
    const none = removeApiKey(without, 'key0000002')
    expect(none.scenarios[0]?.sources[0]).not.toHaveProperty('apiKeys')
    expect(removeApiKey(design, 'nope')).toBe(design)
  })

  test('a name that another key has too stays in the scenarios', () => {
    const twin = { id: 'key0000003', name: 'acme-web', enabled: true, value: 'q1w2e3r4t5y6u7i8o9p0' }
    const changed = removeApiKey(putApiKey(design, twin), 'key0000001')
    expect(changed.scenarios).toBe(design.scenarios)
  })

  test('a plan takes keys that exist, each once, in the given order', () => {
    const changed = setPlanKeys(design, 'plan01', ['key0000002', 'nope', 'key0000002', 'key0000001'])
    expect(changed.usagePlans[0]?.keyIds).toEqual(['key0000002', 'key0000001'])
    expect(setPlanKeys(design, 'plan01', ['key0000001', 'key0000002'])).toBe(design)
    expect(setPlanKeys(design, 'nope', [])).toBe(design)
  })
})

describe('scenarios', () => {
  const night: Scenario = { name: 'night', apiId: 'x', stage: 'prod', durationInSeconds: 1, seed: 1, sources: [] }

  test('one is added, replaced, renamed and removed', () => {
    const changed = putScenario(design, night)
    expect(putScenario(changed, { ...night, seed: 2 }).scenarios.map(({ seed }) => seed)).toEqual([1, 2])
    expect(renameScenario(changed, 'night', 'dawn').scenarios.map(({ name }) => name)).toEqual(['rush hour', 'dawn'])
    expect(renameScenario(changed, 'night', 'rush hour')).toBe(changed)
    expect(removeScenario(changed, 'night')).toEqual(design)
    expect(removeScenario(design, 'nope')).toBe(design)
  })
})

describe('the project', () => {
  test('account limits are set one by one', () => {
    expect(setAccountThrottle(design, { rateLimit: 2500 }).account).toEqual({
      throttleSettings: { rateLimit: 2500, burstLimit: 5000 },
    })
    expect(setAccountThrottle(design, { burstLimit: 5000 })).toBe(design)
  })

  test('assumptions are set and given back to their defaults', () => {
    const changed = setAssumptions(design, { refundOnReject: true })
    expect(changed.assumptions).toEqual({ refundOnReject: true })
    expect(setAssumptions(changed, { refundOnReject: undefined })).toEqual(design)
    expect(setAssumptions(design, { refundOnReject: undefined })).toBe(design)
  })

  test('a project is renamed', () => {
    expect(renameProject(design, 'shop')).toEqual({ ...design, name: 'shop' })
    expect(renameProject(design, 'order-platform')).toBe(design)
  })
})
