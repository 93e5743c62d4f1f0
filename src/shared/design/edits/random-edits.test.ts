import { describe, expect, test } from 'vitest'
import { checkDesign } from '../checks/check-design'
import type { CheckCode } from '../checks/codes'
import type { Design } from '../design'
import { commit, newHistory, undo } from '../history'
import { VERBS, type Verb } from '../method'
import { newRestApi } from '../new-design'
import { orderDesign } from '../order-design.fixture'
import { findRestApi, restRoutes } from '../route-key'
import type { TemplateSlot } from '../mapping-template'
import { addApi } from './add-api'
import { addRoute } from './add-route'
import { addStage } from './add-stage'
import { applyTemplate } from './apply-template'
import { attachTemplate } from './attach-template'
import { deploy } from './deploy'
import { duplicateRoute } from './duplicate-route'
import { openTemplateOfSlot } from './open-template-of-slot'
import { pointStageAt } from './point-stage-at'
import { putApiKey } from './put-api-key'
import { putAuthorizer } from './put-authorizer'
import { removeApi } from './remove-api'
import { removeApiKey } from './remove-api-key'
import { removeAuthorizer } from './remove-authorizer'
import { removeModel } from './remove-model'
import { removeRequestValidator } from './remove-request-validator'
import { removeRoute } from './remove-route'
import { removeStage } from './remove-stage'
import { removeTemplate } from './remove-template'
import { removeUsagePlan } from './remove-usage-plan'
import { renameAuthorizer } from './rename-authorizer'
import { renameModel } from './rename-model'
import { renameRoute } from './rename-route'
import { renameStage } from './rename-stage'
import { setMethodSetting } from './set-method-setting'
import { setPlanKeys } from './set-plan-keys'
import { updateMethod } from './update-method'

/** Everything that means "this leads to nothing". */
const DANGLING: ReadonlySet<string> = new Set<CheckCode>([
  'design/authorizer-required',
  'design/authorizer-unknown',
  'design/deployment-unknown',
  'design/mapping-target-unknown',
  'design/method-setting-unknown-route',
  'design/model-unknown',
  'design/plan-api-unknown',
  'design/plan-key-unknown',
  'design/plan-method-unknown',
  'design/plan-stage-unknown',
  'design/request-validator-unknown',
  'design/template-slot-missing',
  'scenario/api-key-unknown',
  'scenario/api-unknown',
  'scenario/route-unknown',
  'scenario/stage-unknown',
])

/** A small seeded generator, so that a failure repeats. */
function randomFrom(seed: number): (count: number) => number {
  let state = seed
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

interface Choice {
  readonly design: Design
  readonly apiId: string
  readonly routeKey: string
  readonly path: string
  readonly verb: Verb
  readonly stage: string
  readonly name: string
  readonly otherName: string
  readonly step: number
}

/** Ids and names that mostly exist and sometimes do not. */
function choose(design: Design, step: number, random: (count: number) => number): Choice {
  const pick = (items: readonly string[]): string => items[random(items.length + 1)] ?? `new${random(4)}`
  const apiId = pick(design.apis.map((api) => api.id))
  const api = findRestApi(design, apiId)
  const routes = api ? restRoutes(api) : []
  const routeKey = pick(routes.map((route) => route.routeKey))
  const route = routes.find((each) => each.routeKey === routeKey)
  const names = [
    ...Object.keys(api?.authorizers ?? {}),
    ...Object.keys(api?.models ?? {}),
    ...Object.keys(api?.requestValidators ?? {}),
    ...design.apiKeys.map((key) => key.id),
  ]
  return {
    design,
    apiId,
    routeKey,
    path: route?.path ?? `/new${random(3)}`,
    verb: route?.verb ?? VERBS[random(VERBS.length)] ?? 'GET',
    stage: pick(Object.keys(api?.stages ?? {})),
    name: pick(names),
    otherName: pick(names),
    step,
  }
}

function slotOf({ apiId, path, verb, step }: Choice): TemplateSlot {
  return { apiId, path, verb, contentType: 'application/json', ...(step % 2 === 0 && { statusCode: '200' }) }
}

/** The name of a saved template, if there is one. */
function templateOf({ design, step }: Choice): string {
  const names = Object.keys(design.templates ?? {})
  return names[step % (names.length + 1)] ?? 'none'
}

const token = { type: 'TOKEN', identitySource: 'method.request.header.A', handler: './a.mjs#a' } as const

const EDITS: readonly ((choice: Choice) => Design)[] = [
  ({ design, name }) => addApi(design, newRestApi(name)),
  ({ design, apiId, step }) => (step % 10 === 0 ? removeApi(design, apiId) : design),
  ({ design, apiId, path, verb }) => addRoute(design, apiId, path, verb),
  ({ design, apiId, path, verb }) => removeRoute(design, apiId, path, verb),
  ({ design, apiId, routeKey, path }) => duplicateRoute(design, apiId, routeKey, path, 'PATCH'),
  ({ design, apiId, routeKey, step }) => renameRoute(design, apiId, routeKey, `PUT /moved${step % 3}`),
  ({ design, apiId, path, verb }) =>
    setMethodSetting(design, apiId, 'prod', `${path}/${verb}`, { throttlingRateLimit: 1 }),
  ({ design, apiId, stage }) => addStage(design, apiId, stage),
  ({ design, apiId, stage }) => removeStage(design, apiId, stage),
  ({ design, apiId, stage, step }) => renameStage(design, apiId, stage, `stage${step % 3}`),
  ({ design, apiId, name }) => putAuthorizer(design, apiId, name, token),
  ({ design, apiId, name }) => removeAuthorizer(design, apiId, name),
  ({ design, apiId, name, otherName }) => renameAuthorizer(design, apiId, name, otherName),
  ({ design, apiId, path, verb, name }) =>
    findRestApi(design, apiId)?.authorizers[name]
      ? updateMethod(design, apiId, path, verb, { authorizationType: 'CUSTOM', authorizerId: name })
      : design,
  ({ design, apiId, name }) => removeModel(design, apiId, name),
  ({ design, apiId, name, otherName }) => renameModel(design, apiId, name, otherName),
  ({ design, apiId, name }) => removeRequestValidator(design, apiId, name),
  ({ design, name, otherName }) => putApiKey(design, { id: name, name: otherName, enabled: true, value: name }),
  ({ design, name }) => removeApiKey(design, name),
  ({ design, name, otherName }) => setPlanKeys(design, 'plan01', [name, otherName]),
  ({ design, step }) => (step % 50 === 0 ? removeUsagePlan(design, 'plan01') : design),
  ({ design, apiId, stage, step }) =>
    deploy(design, apiId, stage, { id: `dep${step}`, createdDate: '2026-01-01T00:00:00Z' }),
  (choice) => openTemplateOfSlot(choice.design, slotOf(choice)).design,
  (choice) => attachTemplate(choice.design, templateOf(choice), slotOf(choice)),
  (choice) => applyTemplate(choice.design, templateOf(choice)).design,
  (choice) => removeTemplate(choice.design, templateOf(choice)),
  ({ design, apiId, stage, step }) => pointStageAt(design, apiId, stage, `dep${step - 1}`),
]

function danglingIn(design: Design): string[] {
  return checkDesign(design)
    .filter(({ code }) => DANGLING.has(code))
    .map(({ pointer, message }) => `${pointer}: ${message}`)
}

describe('any sequence of edits', () => {
  const seeds = Array.from({ length: 12 }, (_, index) => index + 1)

  test.each(seeds)('leaves no reference dangling, and undoing all gives the first design back (seed %i)', (seed) => {
    const random = randomFrom(seed)
    const first = orderDesign()
    const before = JSON.stringify(first)
    let history = newHistory(first)
    const changes = new Set<number>()
    for (let step = 0; step < 120; step++) {
      const edit = random(EDITS.length)
      const changed = EDITS[edit]?.(choose(history.present, step, random)) ?? history.present
      if (changed !== history.present) changes.add(edit)
      history = commit(history, `edit ${edit}`, changed)
      expect(danglingIn(history.present)).toEqual([])
    }
    while (history.past.length > 0) history = undo(history)
    expect(history.present).toBe(first)
    expect(JSON.stringify(first)).toBe(before)
    expect(changes.size).toBeGreaterThan(10)
  })
})
