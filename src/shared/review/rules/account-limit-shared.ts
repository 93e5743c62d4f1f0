import { pointerTo } from '../../diagnostic'
import type { Path } from '../../design/checks/problem'
import type { Design } from '../../design/design'
import { updateAtPointer } from '../../design/edits/update-at-pointer'
import { finding } from '../finding'
import type { Finding, ReviewRule } from '../review-rule'
import { restStages } from '../scopes/rest-methods'
import { v2Stages } from '../scopes/v2-routes'

export const accountLimitShared: ReviewRule = {
  id: 'account-limit-shared',
  title: 'A limit promises more than the account gives',
  severity: 'warning',
  what: 'Limits of routes, stages and usage plans above the account’s own rate or burst.',
  why: 'The account’s limit is one for all APIs of a Region. A higher one is never met: callers get 429 long before it, and so do those of every other API.',
  source: 'Guide 003, "Throttling 429 errors"; guide 002; rest-api.md 4.',
  find: (design) =>
    [...planLimits(design), ...restLimits(design), ...v2Limits(design)].flatMap((each) => over(design, each)),
}

/** A token bucket somewhere in a design. The members have other names in plans than in stages. */
interface PlacedLimit {
  readonly name: string
  readonly rate: { readonly at: Path; readonly value: number | undefined }
  readonly burst: { readonly at: Path; readonly value: number | undefined }
}

function over({ account }: Design, { name, rate, burst }: PlacedLimit): Finding[] {
  const { rateLimit, burstLimit } = account.throttleSettings
  return [
    ...above(name, 'rate', rate, rateLimit, 'requests a second'),
    ...above(name, 'burst', burst, burstLimit, 'requests'),
  ]
}

function above(name: string, word: string, { at, value }: PlacedLimit['rate'], most: number, unit: string): Finding[] {
  if (value === undefined || value <= most) return []
  const fix = {
    label: `Lower the ${word} of ${name} to the account’s ${most}`,
    apply: (design: Design) => updateAtPointer(design, pointerTo(at), most),
  }
  const message = `${name}: its ${word} is ${value} ${unit}, but the whole account has ${most}, shared by all APIs. Lower it, or ask AWS for more.`
  return [finding(accountLimitShared, at, message, { fix })]
}

function planLimits({ usagePlans }: Design): PlacedLimit[] {
  return usagePlans.flatMap(({ name, throttle, apiStages }, index) => {
    const at: Path = ['usagePlans', index]
    const own = planLimit(`Usage plan ${name}`, [...at, 'throttle'], throttle)
    const methods = apiStages.flatMap((apiStage, place) =>
      Object.entries(apiStage.throttle ?? {}).map(([key, limit]) =>
        planLimit(`Usage plan ${name}, ${key}`, [...at, 'apiStages', place, 'throttle', key], limit),
      ),
    )
    return [own, ...methods]
  })
}

function planLimit(
  name: string,
  at: Path,
  limit: { readonly rateLimit: number; readonly burstLimit: number } | undefined,
): PlacedLimit {
  return {
    name,
    rate: { at: [...at, 'rateLimit'], value: limit?.rateLimit },
    burst: { at: [...at, 'burstLimit'], value: limit?.burstLimit },
  }
}

function restLimits(design: Design): PlacedLimit[] {
  return restStages(design).flatMap(({ api, at, stage, stageName }) =>
    Object.entries(stage.methodSettings).map(([key, setting]) =>
      stageLimit(`${api.name}, stage ${stageName}, ${key}`, [...at, 'methodSettings', key], setting),
    ),
  )
}

function v2Limits(design: Design): PlacedLimit[] {
  return v2Stages(design).flatMap(({ api, at, stage, stageName }) => {
    const name = `${api.name}, stage ${stageName}`
    const routes = Object.entries(stage.routeSettings ?? {}).map(([routeKey, settings]) =>
      stageLimit(`${name}, ${routeKey}`, [...at, 'routeSettings', routeKey], settings),
    )
    return [stageLimit(name, [...at, 'defaultRouteSettings'], stage.defaultRouteSettings), ...routes]
  })
}

function stageLimit(
  name: string,
  at: Path,
  setting: { readonly throttlingRateLimit?: number; readonly throttlingBurstLimit?: number } | undefined,
): PlacedLimit {
  return {
    name,
    rate: { at: [...at, 'throttlingRateLimit'], value: setting?.throttlingRateLimit },
    burst: { at: [...at, 'throttlingBurstLimit'], value: setting?.throttlingBurstLimit },
  }
}
