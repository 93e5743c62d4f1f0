import { removeMember, setMember } from './edits/update-in'
import type { CanarySettings, Stage } from './stage'

/** One operation of UpdateStage. Source: service model, PatchOperation. */
export interface PatchOperation {
  readonly op: 'add' | 'replace' | 'remove' | 'copy'
  readonly path: string
  readonly value?: string
  readonly from?: string
}

/** The stage after it, what the service answers a wrong one with (400), or that the operation is about something else. */
export type PatchedCanary =
  | { readonly kind: 'patched'; readonly stage: Stage }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'other' }

const OVERRIDES = '/canarySettings/stageVariableOverrides'

/**
 * What an operation on a stage does to its canary: settings of `/canarySettings`, and the copies that promote it. A first setting makes
 * the canary: with the stage's deployment, no traffic and a cache of its own. Source: rest-api.md 11.4, recorded.
 */
export function patchCanary(stage: Stage, operation: PatchOperation): PatchedCanary {
  const { op, path, value = '' } = operation
  if (op === 'copy') return copied(stage, operation)
  if (path === '/canarySettings' && op === 'remove') return patched(removeMember(stage, 'canarySettings'))
  if (!path.startsWith('/canarySettings/')) return { kind: 'other' }
  const canary = changed(stage, op, path, value)
  if (canary === undefined) return { kind: 'refused', message: `Invalid patch path ${path}` }
  return patched(setMember(stage, 'canarySettings', { ...newCanary(stage), ...canary }))
}

function newCanary({ deploymentId }: Stage): CanarySettings {
  return { ...(deploymentId !== undefined && { deploymentId }), percentTraffic: 0, useStageCache: false }
}

/** Undefined for a setting that a canary does not have. */
function changed(stage: Stage, op: string, path: string, value: string): CanarySettings | undefined {
  const canary = stage.canarySettings ?? newCanary(stage)
  if (path.startsWith(`${OVERRIDES}/`)) {
    const name = path
      .slice(OVERRIDES.length + 1)
      .replaceAll('~1', '/')
      .replaceAll('~0', '~')
    const overrides = canary.stageVariableOverrides ?? {}
    const next = op === 'remove' ? removeMember(overrides, name) : setMember(overrides, name, value)
    return setMember(canary, 'stageVariableOverrides', next)
  }
  if (path === OVERRIDES && op === 'remove') return removeMember(canary, 'stageVariableOverrides')
  if (op === 'remove') return undefined
  if (path === '/canarySettings/deploymentId') return setMember(canary, 'deploymentId', value)
  if (path === '/canarySettings/useStageCache') return setMember(canary, 'useStageCache', value === 'true')
  const percent = Number(value)
  const isShare = value.trim() !== '' && percent >= 0 && percent <= 100
  return path === '/canarySettings/percentTraffic' && isShare ? setMember(canary, 'percentTraffic', percent) : undefined
}

/** Two copies promote a canary: its deployment becomes the stage's, and its variables are laid over those of the stage. */
function copied(stage: Stage, { path, from = '' }: PatchOperation): PatchedCanary {
  const { canarySettings: canary } = stage
  if (canary === undefined) return { kind: 'refused', message: 'Promotion not available. Canary does not exist.' }
  if (from === '/canarySettings/deploymentId' && path === '/deploymentId') {
    return patched(canary.deploymentId === undefined ? stage : setMember(stage, 'deploymentId', canary.deploymentId))
  }
  if (from === OVERRIDES && path === '/variables') {
    return patched(setMember(stage, 'variables', { ...stage.variables, ...canary.stageVariableOverrides }))
  }
  return { kind: 'refused', message: `Invalid copy from ${from} to ${path}` }
}

function patched(stage: Stage): PatchedCanary {
  return { kind: 'patched', stage }
}
