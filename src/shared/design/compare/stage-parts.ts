import { pointerTo } from '../../diagnostic'
import type { ThrottleSettings } from '../design'
import { ALL_METHODS, METHOD_SETTING_DEFAULTS } from '../method-settings'
import { routeKeyOf } from '../route-key'
import type { RestApi } from '../rest-api'
import type { CanarySettings, Stage } from '../stage'
import { memberSection, ownSection, settingsSection, type Part, type Section } from './part'
import { withoutDefaults } from './without-defaults'

/** What a stage's deployment shows callers, in words: "the API as it stands", or what differs from it. */
export type DeploymentText = (api: RestApi, deploymentId: string) => string | readonly string[]

interface StageContext {
  readonly pointer: string
  /** The other design's API: a method with settings on one side has a part on both, so that what it inherits is seen. */
  readonly other: RestApi | undefined
  readonly account: ThrottleSettings
  readonly deploymentText: DeploymentText
}

/** The stages of a REST API, each with the settings of single methods below it. */
export function stageParts(api: RestApi, context: StageContext): Part[] {
  return Object.entries(api.stages).map(([name, stage]) => {
    const pointer = context.pointer + pointerTo(['stages', name])
    const subject = `Stage ${name}`
    const others = context.other && Object.hasOwn(context.other.stages, name) ? context.other.stages[name] : undefined
    return {
      key: subject,
      subject,
      pointer,
      sections: stageSections(api, stage, pointer, context),
      children: settingParts(stage, others, subject, pointer, context.account),
    }
  })
}

const STAGE_DEFAULTS = { cacheClusterEnabled: false, cacheClusterSize: '0.5', tracingEnabled: false }

function stageSections(api: RestApi, stage: Stage, pointer: string, context: StageContext): Section[] {
  const { methodSettings, deploymentId, canarySettings, ...own } = stage
  const all = Object.hasOwn(methodSettings, ALL_METHODS) ? methodSettings[ALL_METHODS] : undefined
  return [
    settingsSection(pointer, own, STAGE_DEFAULTS),
    ownSection(pointer + pointerTo(['methodSettings', ALL_METHODS]), withoutDefaults(all ?? {}), {
      key: ALL_METHODS,
      inherited: serviceSettings(context.account),
    }),
    ...deploymentSections(api, deploymentId, `${pointer}/deploymentId`, [], context),
    ...canarySections(api, canarySettings, `${pointer}/canarySettings`, context),
  ]
}

function canarySections(
  api: RestApi,
  canary: CanarySettings | undefined,
  pointer: string,
  context: StageContext,
): Section[] {
  if (canary === undefined) return []
  const { deploymentId, ...own } = canary
  return [
    settingsSection(pointer, own, { useStageCache: false }, { key: 'canarySettings', path: ['canarySettings'] }),
    ...deploymentSections(api, deploymentId, `${pointer}/deploymentId`, ['canarySettings'], context),
  ]
}

/** SAM describes a deployment by a hash of its definition, which is an id. */
const SAM_DEPLOYMENT = /^RestApi deployment id: [0-9a-f]{40}$/

/** Of deployments only what a stage shows counts, and how it is described; neither its id nor when it was made. */
function deploymentSections(
  api: RestApi,
  deploymentId: string | undefined,
  pointer: string,
  prefix: readonly string[],
  { deploymentText, pointer: apiPointer }: StageContext,
): Section[] {
  if (deploymentId === undefined) return []
  const path = [...prefix, 'deployment']
  const index = api.deployments.findIndex(({ id }) => id === deploymentId)
  const description = (api.deployments[index]?.description ?? '').replace(SAM_DEPLOYMENT, '')
  const at = `${apiPointer}/deployments/${index}/description`
  return [
    { key: path.join(), path, pointer, value: deploymentText(api, deploymentId) },
    ...(description === ''
      ? []
      : [
          memberSection(at, 'description', description, {
            key: `${path.join()} description`,
            path: [...path, 'description'],
          }),
        ]),
  ]
}

function settingParts(
  stage: Stage,
  other: Stage | undefined,
  subject: string,
  pointer: string,
  account: ThrottleSettings,
): Part[] {
  const keys = new Set([...Object.keys(stage.methodSettings), ...Object.keys(other?.methodSettings ?? {})])
  keys.delete(ALL_METHODS)
  return [...keys].map((key) => {
    const own = Object.hasOwn(stage.methodSettings, key) ? stage.methodSettings[key] : undefined
    const at = pointer + pointerTo(['methodSettings', key])
    const section = ownSection(at, withoutDefaults(own ?? {}), { inherited: inheritedSettings(stage, key, account) })
    return { key, subject: `${subject}, ${routeKeyOfSetting(key)}`, pointer: at, sections: [section] }
  })
}

/** "/orders/POST" -> "POST /orders", "/GET" -> "GET /". */
function routeKeyOfSetting(key: string): string {
  const slash = key.lastIndexOf('/')
  return routeKeyOf(key.slice(slash + 1), key.slice(0, slash) || '/')
}

function serviceSettings({ rateLimit, burstLimit }: ThrottleSettings): Record<string, unknown> {
  return { ...METHOD_SETTING_DEFAULTS, throttlingRateLimit: rateLimit, throttlingBurstLimit: burstLimit }
}

/** What a method has that says nothing itself. A cache for all methods is one for GET alone: rest-api.md 6.1. */
function inheritedSettings(stage: Stage, key: string, account: ThrottleSettings): Record<string, unknown> {
  const all = Object.hasOwn(stage.methodSettings, ALL_METHODS) ? stage.methodSettings[ALL_METHODS] : undefined
  const isRead = key.endsWith('/GET') || key.endsWith('/ANY')
  return { ...serviceSettings(account), ...all, ...(!isRead && { cachingEnabled: false }) }
}
