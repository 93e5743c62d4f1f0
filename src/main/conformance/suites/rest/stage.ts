import type { CanarySettings, Stage } from '@shared/design/stage'
import type { PatchOperation } from '@shared/design/patch-canary'
import { skipped, type CaseResult } from '../../conformance-suite'
import { compareMembers, played, type CaseEntry, type CaseFile, type CaseKind } from './case-kind'
import { deployedApi, ManagedWorld } from './managed-world'
import { renderedMembers } from './template-text'

type Patch = readonly (readonly [op: PatchOperation['op'], path: string, value?: string, from?: string])[]

interface StageCase {
  readonly stage?: Partial<Stage>
  readonly patch?: Patch
  readonly template?: string
}

/** Canaries and settings of methods: a stage that is patched and read back, or a template that a request to it renders. */
export const STAGE_KIND: CaseKind = {
  name: 'stage',
  play: (entry, file) => played(entry.id, () => playStage(entry, file)),
}

function playStage(entry: CaseEntry, file: CaseFile): CaseResult {
  const { stage, patch, template } = entry as unknown as StageCase
  if (template !== undefined) return rendered(entry, template, stage ?? {})
  if (patch === undefined) return skipped(entry.id, 'it neither patches a stage nor renders a template')
  const world = new ManagedWorld()
  const { restApiId } = deployedApi(world)
  prepare(world, restApiId, entry, file)
  const refusal = patched(world, restApiId, patch)
  if (refusal !== null) return compareMembers(entry, refusal)
  return compareMembers(entry, readBack(world.done('GetStage', { restApiId, stageName: STAGE })))
}

const STAGE = 'dev'

/** All operations in one call; null when the service takes them. */
function patched(world: ManagedWorld, restApiId: string, patch: Patch): Readonly<Record<string, unknown>> | null {
  const patchOperations = patch.map(([op, path, value, from]) => {
    const deployment = value?.startsWith('<deployment') ? newDeployment(world, restApiId) : value
    const source = op === 'copy' ? { from: from ?? value ?? '' } : {}
    return { op, path, ...(deployment !== undefined && { value: deployment }), ...source }
  })
  const result = world.call('UpdateStage', { restApiId, stageName: STAGE, patchOperations })
  if (result.kind !== 'refused') return null
  const { status, code, message } = result.error
  return { status, code, message }
}

function newDeployment(world: ManagedWorld, restApiId: string): string {
  return String(world.done('CreateDeployment', { restApiId })['id'])
}

/** A case may go on where the one before it has ended, find an entry for all methods, or a stage that it describes. */
function prepare(world: ManagedWorld, restApiId: string, entry: CaseEntry, { cases = [] }: CaseFile): void {
  if (entry['given'] === '*/* present') patched(world, restApiId, [['replace', '/*/*/metrics/enabled', 'true']])
  if (entry['given'] === 'previous case') {
    const index = cases.findIndex(({ id }) => id === entry.id)
    const previous = cases[index - 1] as StageCase | undefined
    patched(world, restApiId, previous?.patch ?? [])
  }
  const { variables = {}, canarySettings: canary } = (entry as unknown as StageCase).stage ?? {}
  const given = Object.entries(variables).map(([name, value]) => ['replace', `/variables/${name}`, value] as const)
  const share = canary && (['replace', '/canarySettings/percentTraffic', String(canary.percentTraffic)] as const)
  const overrides = Object.entries(canary?.stageVariableOverrides ?? {}).map(
    ([name, value]) => ['replace', `/canarySettings/stageVariableOverrides/${name}`, value] as const,
  )
  patched(world, restApiId, [...given, ...(share ? [share] : []), ...overrides])
}

/** Every member that a stage can have, so that an expected absence can be judged. */
function readBack(stage: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { canarySettings: undefined, variables: undefined, ...stage }
}

/** Where chance decides who answers, both answers are right. */
function rendered(entry: CaseEntry, template: string, stage: Partial<Stage>): CaseResult {
  const answers = answering(stage.canarySettings).map((isCanary) =>
    compareMembers(entry, renderedMembers({ template, stageSettings: stage, isCanary })),
  )
  return answers.find(({ outcome }) => outcome === 'passed') ?? answers[0]!
}

/** Whether the canary may answer, and whether the stage may. */
function answering(canary: CanarySettings | undefined): boolean[] {
  const percent = canary?.percentTraffic ?? 0
  return [...(percent < 100 ? [false] : []), ...(percent > 0 ? [true] : [])]
}
