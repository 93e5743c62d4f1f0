import { ALL_METHODS, effectiveThrottle } from '../../design/method-settings'
import { routeLimitSource } from '../../design/route-limit-source'
import { setMethodSetting } from '../../design/edits/set-method-setting'
import { setRouteSettings } from '../../design/edits/v2/set-route-settings'
import type { Design } from '../../design/design'
import { finding } from '../finding'
import type { Finding, FindingFix, ReviewRule } from '../review-rule'
import { methodsOf, restStages, type RestMethodScope } from '../scopes/rest-methods'
import { routesOf, v2Stages } from '../scopes/v2-routes'

export const stageWithoutThrottling: ReviewRule = {
  id: 'stage-without-throttling',
  title: 'One caller can use up the whole account and flood the backend',
  severity: 'warning',
  what: 'Stages with routes that have a backend and no limit but the account’s: none of the route, none of the stage, none of a usage plan.',
  why: 'A retry loop or an attack reaches the backend at the account’s full rate, and every other API of the account and Region gets 429 meanwhile.',
  source: 'Guide 000, anti-pattern 2; rest-api.md 4.',
  find: (design) => [...restFindings(design), ...v2Findings(design)],
}

const RULE = stageWithoutThrottling

function restFindings(design: Design): Finding[] {
  return restStages(design).flatMap(({ api, at, stage, stageName }) => {
    const open = methodsOf({ api, at }).filter(({ path, verb, method }) => {
      if (method.integration === undefined || method.integration.type === 'MOCK') return false
      if (effectiveThrottle(design, stage, path, verb).source !== 'account') return false
      return !method.apiKeyRequired || !hasPlanLimit(design, api.id, stageName)
    })
    if (open.length === 0) return []
    const fix: FindingFix = {
      label: fixLabel(design, stageName),
      apply: (current) => setMethodSetting(current, api.id, stageName, ALL_METHODS, halfOfAccount(current)),
    }
    return [finding(RULE, at, text(api.name, stageName, open.map(routeKeyOf)), { fix })]
  })
}

function routeKeyOf({ routeKey }: Pick<RestMethodScope, 'routeKey'>): string {
  return routeKey
}

/** Keys of a plan without a throttle are limited by nothing. */
function hasPlanLimit({ usagePlans }: Design, apiId: string, stageName: string): boolean {
  const plans = usagePlans.filter(({ apiStages }) =>
    apiStages.some((each) => each.apiId === apiId && each.stage === stageName),
  )
  return plans.length > 0 && plans.every(({ throttle }) => throttle !== undefined)
}

function v2Findings(design: Design): Finding[] {
  return v2Stages(design).flatMap(({ api, at, stage, stageName }) => {
    const open = routesOf({ api, at }).filter(
      ({ routeKey, integration }) => integration !== undefined && routeLimitSource(stage, routeKey) === 'account',
    )
    if (open.length === 0) return []
    const fix: FindingFix = {
      label: fixLabel(design, stageName),
      apply: (current) => setRouteSettings(current, api.id, stageName, null, halfOfAccount(current)),
    }
    return [
      finding(
        RULE,
        at,
        text(
          api.name,
          stageName,
          open.map(({ routeKey }) => routeKey),
        ),
        { fix },
      ),
    ]
  })
}

function text(apiName: string, stageName: string, routeKeys: readonly string[]): string {
  const [first = '', ...others] = routeKeys
  const which = others.length === 0 ? `${first} has` : `${first} and ${others.length} more have`
  return `${apiName}, stage ${stageName}: ${which} no limit but the account’s, which all APIs share. Set a rate and a burst for the stage.`
}

/** Leaves the other half to all other APIs, and is far above what most backends take. */
function halfOfAccount({ account }: Design): { throttlingRateLimit: number; throttlingBurstLimit: number } {
  const { rateLimit, burstLimit } = account.throttleSettings
  return { throttlingRateLimit: rateLimit / 2, throttlingBurstLimit: Math.max(1, Math.floor(burstLimit / 2)) }
}

function fixLabel(design: Design, stageName: string): string {
  const { throttlingRateLimit, throttlingBurstLimit } = halfOfAccount(design)
  return `Limit ${stageName} to half of the account: ${throttlingRateLimit} requests a second, burst ${throttlingBurstLimit}`
}
