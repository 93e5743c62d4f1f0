import type { CanarySettings, Stage } from '@shared/design/stage'
import { patchCanary, type PatchOperation } from '@shared/design/patch-canary'
import { skipped, type CaseResult } from '../../conformance-suite'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'
import { renderedMembers } from './template-text'

interface StageCase {
  readonly stage?: Partial<Stage>
  readonly patch?: readonly (readonly [op: PatchOperation['op'], path: string, value?: string, from?: string])[]
  readonly template?: string
}

const BEFORE: Stage = { deploymentId: 'dep001', methodSettings: {} }

/** Canaries: a stage that is patched and read back, or a template that a request to it renders. */
export const STAGE_KIND: CaseKind = {
  name: 'stage',
  play: (entry) => played(entry.id, () => playStage(entry)),
}

function playStage(entry: CaseEntry): CaseResult {
  const { stage, patch, template } = entry as unknown as StageCase
  if (template !== undefined) return rendered(entry, template, stage ?? {})
  if (patch === undefined) return skipped(entry.id, 'it neither patches a stage nor renders a template')
  let current: Stage = { ...BEFORE, ...stage }
  for (const [op, path, value, from] of patch) {
    const operation = { op, path, ...(value !== undefined && { value }), from: from ?? value ?? '' }
    const result = patchCanary(current, operation)
    if (result.kind === 'other') return skipped(entry.id, `the patch of ${path} cannot be played yet`)
    if (result.kind === 'refused') return compareMembers(entry, { status: 400, message: result.message })
    current = result.stage
  }
  return compareMembers(entry, readBack(current))
}

/** Every member that a stage can have, so that an expected absence can be judged. */
function readBack(stage: Stage): Readonly<Record<string, unknown>> {
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
