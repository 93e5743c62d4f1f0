import { MENU_COMMANDS } from '@shared/contract/menu'
import type { Design } from '@shared/design/design'
import { ALL_METHODS, effectiveThrottle, methodSettingKey } from '@shared/design/method-settings'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes } from '@shared/design/route-key'
import type { Stage } from '@shared/design/stage'
import { pointerTo } from '@shared/diagnostic'
import { LESSONS } from '@shared/lessons/lessons'
import { formatNumber } from '../../ui/format'
import type { PaletteEntry } from './palette-entry'
import { v2Entries } from './v2-entries'

function limits(rate: number | undefined, burst: number | undefined): string {
  if (rate === undefined && burst === undefined) return 'not set'
  return `${rate === undefined ? 'no rate' : formatNumber(rate)} / ${burst === undefined ? 'no burst' : formatNumber(burst)}`
}

export function commandEntries(): PaletteEntry[] {
  return MENU_COMMANDS.filter(({ id }) => id !== 'view.palette').map(({ id, label, menu }) => ({
    id: `command ${id}`,
    group: 'commands',
    title: label,
    detail: menu,
    target: { kind: 'command', id },
  }))
}

export function lessonEntries(): PaletteEntry[] {
  return LESSONS.map(({ id, title, topic }) => ({
    id: `lesson ${id}`,
    group: 'lessons',
    title: `Learn: ${title}`,
    detail: topic,
    target: { kind: 'lesson', id },
  }))
}

function routeEntries(api: RestApi): PaletteEntry[] {
  return restRoutes(api).map(({ routeKey, method }) => ({
    id: `route ${routeKey}`,
    group: 'routes',
    title: routeKey,
    detail: method.operationName ?? method.integration?.type ?? '',
    target: { kind: 'route', routeKey },
  }))
}

function routeSettings(
  design: Design,
  api: RestApi,
  apiIndex: number,
  stageName: string,
  stage: Stage,
): PaletteEntry[] {
  return restRoutes(api).flatMap(({ routeKey, path, verb, method }) => {
    const { source, rateLimit, burstLimit } = effectiveThrottle(design, stage, path, verb)
    const inherited = source === 'method' ? '' : `, from the ${source}`
    const key = methodSettingKey(path, verb)
    const throttle: PaletteEntry = {
      id: `throttle ${routeKey}`,
      group: 'settings',
      title: 'Method throttle',
      detail: `${routeKey}, ${limits(rateLimit, burstLimit)}${inherited}`,
      target: {
        kind: 'field',
        pointer: pointerTo(['apis', apiIndex, 'stages', stageName, 'methodSettings', key, 'throttlingRateLimit']),
      },
    }
    if (method.integration === undefined || method.integration.type === 'MOCK') return [throttle]
    const timeout: PaletteEntry = {
      id: `timeout ${routeKey}`,
      group: 'settings',
      title: 'Integration timeout',
      detail: `${routeKey}, ${formatNumber(method.integration.timeoutInMillis ?? 29_000)} ms`,
      target: {
        kind: 'field',
        pointer: pointerTo(['apis', apiIndex, 'resources', path, 'methods', verb, 'integration', 'timeoutInMillis']),
      },
    }
    return [throttle, timeout]
  })
}

function stageSettings(apiIndex: number, stageName: string, stage: Stage): PaletteEntry[] {
  const all = stage.methodSettings[ALL_METHODS]
  const at = ['apis', apiIndex, 'stages', stageName]
  return [
    {
      id: `stage throttle ${stageName}`,
      group: 'settings',
      title: 'Stage throttle',
      detail: `${stageName}, all methods, ${limits(all?.throttlingRateLimit, all?.throttlingBurstLimit)}`,
      target: { kind: 'field', pointer: pointerTo([...at, 'methodSettings', ALL_METHODS, 'throttlingRateLimit']) },
    },
    {
      id: `stage cache ${stageName}`,
      group: 'settings',
      title: 'Response cache',
      detail: `${stageName}, ${stage.cacheClusterEnabled ? `${stage.cacheClusterSize ?? '0.5'} GB` : 'off'}`,
      target: { kind: 'field', pointer: pointerTo([...at, 'cacheClusterEnabled']) },
    },
  ]
}

function projectSettings(design: Design): PaletteEntry[] {
  const { rateLimit, burstLimit } = design.account.throttleSettings
  const account: PaletteEntry = {
    id: 'account throttle',
    group: 'settings',
    title: 'Account throttle',
    detail: `${design.region}, ${limits(rateLimit, burstLimit)}`,
    target: { kind: 'field', pointer: '/account/throttleSettings/rateLimit' },
  }
  const plans = design.usagePlans.map((plan, index): PaletteEntry => {
    const quota = plan.quota ? `, ${formatNumber(plan.quota.limit)} a ${plan.quota.period.toLowerCase()}` : ''
    return {
      id: `plan ${plan.id}`,
      group: 'settings',
      title: 'Plan throttle',
      detail: `${plan.name}, ${plan.throttle ? limits(plan.throttle.rateLimit, plan.throttle.burstLimit) : 'no limit'}${quota}`,
      target: { kind: 'field', pointer: pointerTo(['usagePlans', index, 'throttle', 'rateLimit']) },
    }
  })
  return [account, ...plans]
}

function authorizerSettings(api: RestApi, apiIndex: number): PaletteEntry[] {
  return Object.entries(api.authorizers).map(([id, authorizer]) => ({
    id: `authorizer ${id}`,
    group: 'settings',
    title: 'Authorizer result TTL',
    detail: `${id}, ${formatNumber(authorizer.authorizerResultTtlInSeconds ?? 300)} s`,
    target: {
      kind: 'field',
      pointer: pointerTo(['apis', apiIndex, 'authorizers', id, 'authorizerResultTtlInSeconds']),
    },
  }))
}

function scenarioEntries(design: Design): PaletteEntry[] {
  return design.scenarios.map(({ name, description, durationInSeconds }) => ({
    id: `scenario ${name}`,
    group: 'scenarios',
    title: name,
    detail: description ?? `${formatNumber(durationInSeconds)} s`,
    target: { kind: 'scenario', name },
  }))
}

/** Where the person is: what is near comes first among what fits alike. */
export interface PalettePlace {
  readonly apiId: string | null
  readonly stage: string | null
  /** Of the tab in front. */
  readonly routeKey: string | null
}

/** Everything that can be gone to in a design, as seen from one API and stage. */
export function designEntries(design: Design, place: PalettePlace): PaletteEntry[] {
  const apiIndex = design.apis.findIndex((api) => api.id === place.apiId)
  const api = design.apis[apiIndex]
  const shared = [...projectSettings(design), ...scenarioEntries(design)]
  if (api === undefined) return shared
  if (api.protocolType !== 'REST') return [...v2Entries(api, apiIndex, place.stage), ...shared]
  const stage = place.stage === null ? undefined : api.stages[place.stage]
  if (place.stage === null || stage === undefined)
    return [...shared, ...routeEntries(api), ...authorizerSettings(api, apiIndex)]
  const ofRoutes = routeSettings(design, api, apiIndex, place.stage, stage)
  const isNear = (entry: PaletteEntry): boolean => entry.detail.startsWith(`${place.routeKey}, `)
  return [
    ...ofRoutes.filter(isNear),
    ...stageSettings(apiIndex, place.stage, stage),
    ...shared,
    ...authorizerSettings(api, apiIndex),
    ...routeEntries(api),
    ...ofRoutes.filter((entry) => !isNear(entry)),
  ]
}
