import { describe, expect, test } from 'vitest'
import { patchCanary, type PatchOperation } from './patch-canary'
import type { CanarySettings, Stage } from './stage'

const stage: Stage = { deploymentId: 'dep001', variables: { host: 'old', kept: 'yes' }, methodSettings: {} }
const canary: CanarySettings = {
  deploymentId: 'dep002',
  percentTraffic: 10,
  stageVariableOverrides: { host: 'new' },
  useStageCache: true,
}

/** The stage after these operations, or the first refusal. */
function after(before: Stage, ...operations: PatchOperation[]): unknown {
  let current = before
  for (const operation of operations) {
    const result = patchCanary(current, operation)
    if (result.kind !== 'patched') return result
    current = result.stage
  }
  return current
}

const replace = (path: string, value: string): PatchOperation => ({ op: 'replace', path, value })

describe('patchCanary', () => {
  test.each([
    ['/canarySettings/deploymentId', 'dep002', { deploymentId: 'dep002', percentTraffic: 0, useStageCache: false }],
    ['/canarySettings/percentTraffic', '12.5', { deploymentId: 'dep001', percentTraffic: 12.5, useStageCache: false }],
    ['/canarySettings/useStageCache', 'true', { deploymentId: 'dep001', percentTraffic: 0, useStageCache: true }],
    [
      '/canarySettings/stageVariableOverrides/a~1b',
      'x',
      {
        deploymentId: 'dep001',
        percentTraffic: 0,
        stageVariableOverrides: { 'a/b': 'x' },
        useStageCache: false,
      },
    ],
  ])('makes a canary of its first setting, %s', (path, value, canarySettings) => {
    expect(after(stage, replace(path, value))).toEqual({ ...stage, canarySettings })
  })

  test('changes one setting of a canary and leaves the others', () => {
    const before = { ...stage, canarySettings: canary }
    expect(
      after(
        before,
        replace('/canarySettings/percentTraffic', '50'),
        { op: 'remove', path: '/canarySettings/stageVariableOverrides/host' },
        { op: 'add', path: '/canarySettings/stageVariableOverrides/extra', value: 'e' },
      ),
    ).toEqual({ ...stage, canarySettings: { ...canary, percentTraffic: 50, stageVariableOverrides: { extra: 'e' } } })
  })

  test('promotes a canary in three steps', () => {
    expect(
      after(
        { ...stage, canarySettings: canary },
        { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' },
        { op: 'copy', from: '/canarySettings/stageVariableOverrides', path: '/variables' },
        { op: 'remove', path: '/canarySettings' },
      ),
    ).toEqual({ deploymentId: 'dep002', variables: { host: 'new', kept: 'yes' }, methodSettings: {} })
  })

  test.each([
    [stage, { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' }, /^Promotion not available\./],
    [{ ...stage, canarySettings: canary }, { op: 'copy', from: '/deploymentId', path: '/variables' }, /^Invalid copy /],
    [stage, replace('/canarySettings/percentTraffic', '101'), /^Invalid patch path /],
    [stage, replace('/canarySettings/percentTraffic', ''), /^Invalid patch path /],
    [stage, replace('/canarySettings/colour', 'red'), /^Invalid patch path /],
  ] as const)('refuses what the service refuses', (before, operation, message) => {
    expect(patchCanary(before, operation)).toEqual({
      kind: 'refused',
      message: expect.stringMatching(message) as string,
    })
  })

  test('leaves what is not about a canary alone, and names from __proto__ too', () => {
    expect(patchCanary(stage, replace('/variables/host', 'x'))).toEqual({ kind: 'other' })
    after(stage, replace('/canarySettings/stageVariableOverrides/__proto__', 'polluted'))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
