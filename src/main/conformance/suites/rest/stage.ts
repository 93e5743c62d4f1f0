import type { CanarySettings, Stage } from '@shared/design/stage'
import { ALL_METHODS } from '@shared/design/method-settings'
import { patchCanary, type PatchOperation } from '@shared/design/patch-canary'
import { patchMethodSetting } from '@shared/design/patch-method-setting'
import { skipped, type CaseResult } from '../../conformance-suite'
import { compareMembers, played, type CaseEntry, type CaseFile, type CaseKind } from './case-kind'
import { renderedMembers } from './template-text'

type Patch = readonly (readonly [op: PatchOperation['op'], path: string, value?: string, from?: string])[]

interface StageCase {
  readonly stage?: Partial<Stage>
  readonly patch?: Patch
  readonly template?: string
}

/** What a new account may use. Source: rest-api.md 5.2. */
const ACCOUNT = { rateLimit: 10_000, burstLimit: 5_000 }

const BEFORE: Stage = { deploymentId: 'dep001', methodSettings: {} }

/** Canaries and settings of methods: a stage that is patched and read back, or a template that a request to it renders. */
export const STAGE_KIND: CaseKind = {
  name: 'stage',
  play: (entry, file) => played(entry.id, () => playStage(entry, stageBefore(entry, file))),
}

function playStage(entry: CaseEntry, before: Stage): CaseResult {
  const { stage, patch, template } = entry as unknown as StageCase
  if (template !== undefined) return rendered(entry, template, stage ?? {})
  if (patch === undefined) return skipped(entry.id, 'it neither patches a stage nor renders a template')
  const after = patchedStage({ ...before, ...stage }, patch)
  if (typeof after === 'string') return skipped(entry.id, `the patch of ${after} cannot be played yet`)
  if ('refusal' in after) return compareMembers(entry, { status: 400, message: after.refusal })
  return compareMembers(entry, readBack(after))
}

/** The stage after all operations, the first refusal, or the path that nobody plays. */
function patchedStage(before: Stage, patch: Patch): Stage | { readonly refusal: string } | string {
  let current = before
  for (const [op, path, value, from] of patch) {
    const operation = { op, path, ...(value !== undefined && { value }), from: from ?? value ?? '' }
    const canary = patchCanary(current, operation)
    const result = canary.kind === 'other' ? patchMethodSetting(current, operation, ACCOUNT) : canary
    if (result.kind === 'other') return path
    if (result.kind === 'refused') return { refusal: result.message }
    current = result.stage
  }
  return current
}

/** A case may go on where the one before it has ended, or find an entry for all methods. */
function stageBefore(entry: CaseEntry, { cases = [] }: CaseFile): Stage {
  if (entry.given === '*/* present') return { ...BEFORE, methodSettings: { [ALL_METHODS]: {} } }
  if (entry.given !== 'previous case') return BEFORE
  const index = cases.findIndex(({ id }) => id === entry.id)
  const previous = cases[index - 1] as StageCase | undefined
  const after = patchedStage({ ...BEFORE, ...previous?.stage }, previous?.patch ?? [])
  return typeof after === 'string' || 'refusal' in after ? BEFORE : after
}

/** Every member that a stage can have, so that an expected absence can be judged. Settings are named as they were patched. */
function readBack(stage: Stage): Readonly<Record<string, unknown>> {
  const settings = Object.entries(stage.methodSettings).map(([key, setting]) => [key.replace(/^\//, ''), setting])
  return { canarySettings: undefined, variables: undefined, ...stage, methodSettings: Object.fromEntries(settings) }
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
