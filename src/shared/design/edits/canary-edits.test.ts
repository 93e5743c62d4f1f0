import { expect, test } from 'vitest'
import type { Design } from '../design'
import { orderDesign, ORDERS } from '../order-design.fixture'
import { findRestApi } from '../route-key'
import type { CanarySettings, Stage } from '../stage'
import { undeployedChanges } from '../undeployed-changes'
import { deploy } from './deploy'
import { promoteCanary } from './promote-canary'
import { updateMethod } from './update-method'
import { updateStage } from './update-stage'

const design = orderDesign()
const second = { id: 'dep002', createdDate: '2026-02-03T04:05:06Z' }

function withCanary(canarySettings: CanarySettings): Design {
  return updateStage(design, ORDERS, 'prod', { canarySettings })
}

function prodOf(changed: Design): Stage | undefined {
  return findRestApi(changed, ORDERS)?.stages['prod']
}

test('a deployment moves the canary and leaves the stage where it is', () => {
  const changed = deploy(withCanary({ percentTraffic: 10, useStageCache: true }), ORDERS, 'prod', second)
  expect(prodOf(changed)).toEqual({
    ...prodOf(design),
    canarySettings: { percentTraffic: 10, useStageCache: true, deploymentId: 'dep002' },
  })
})

test('a stage that serves nothing yet gets the deployment itself, canary or not', () => {
  const fresh = updateStage(withCanary({ percentTraffic: 10 }), ORDERS, 'prod', { deploymentId: undefined })
  expect(prodOf(deploy(fresh, ORDERS, 'prod', second))).toMatchObject({
    deploymentId: 'dep002',
    canarySettings: { percentTraffic: 10 },
  })
})

test('what callers do not see yet is what the canary does not have', () => {
  const edited = updateMethod(withCanary({ percentTraffic: 10 }), ORDERS, '/orders', 'GET', { operationName: 'List' })
  const deployed = deploy(edited, ORDERS, 'prod', second)
  const changesOf = (changed: Design) => undeployedChanges(findRestApi(changed, ORDERS)!, 'prod')
  expect([changesOf(edited).length, changesOf(deployed)]).toEqual([1, []])
})

test('a promoted canary gives the stage its deployment and its variables, and is gone', () => {
  const overrides = { host: 'new.example.com', added: 'yes' }
  const canary = deploy(withCanary({ percentTraffic: 25, stageVariableOverrides: overrides }), ORDERS, 'prod', second)
  const { canarySettings: _, ...before } = prodOf(canary)!
  expect(prodOf(promoteCanary(canary, ORDERS, 'prod'))).toEqual({
    ...before,
    deploymentId: 'dep002',
    variables: { ...before.variables, ...overrides },
  })
})

test('a canary with nothing of its own leaves the stage as it was before', () => {
  expect(promoteCanary(withCanary({ percentTraffic: 25, stageVariableOverrides: {} }), ORDERS, 'prod')).toEqual(design)
})

test('a stage without a canary has nothing to promote', () => {
  expect(promoteCanary(design, ORDERS, 'prod')).toBe(design)
})
