import type { Api } from '@shared/design/api'
import type { ThrottleSettings } from '@shared/design/design'
import type { ApiStage, QuotaSettings, UsagePlan } from '@shared/design/usage-plan'
import { LIMITS } from '@shared/limits'
import type { Place } from '../../json-place'
import { membersAt, type Members } from '../../members'
import { physicalIdOf } from '../../template/physical-id'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import type { ApiFinder } from './api-id-for'
import { finishShape } from './misplaced-properties'
import { leaveOut, propertiesOf, reportAssumed, resourcesOfType } from './resource-properties'

/** The usage plans of a template, without keys. */
export function readUsagePlans(context: TemplateContext, findApi: ApiFinder): UsagePlan[] {
  return resourcesOfType(context, 'AWS::ApiGateway::UsagePlan').map((resource) => {
    const members = propertiesOf(context, resource)
    const name = members.text('UsagePlanName') ?? resource.logicalId
    const plan: UsagePlan = withoutAbsent({
      id: physicalIdOf(resource),
      name,
      description: members.text('Description'),
      throttle: readThrottle(members.place('Throttle'), members.nameOf('Throttle'), members),
      quota: readQuota(members),
      apiStages: (members.list('ApiStages') ?? []).flatMap((place) => readApiStage(members, place, findApi)),
      keyIds: [],
    })
    leaveOut(members, 'Tags', 'usage plans of a design have no tags.')
    finishShape(members, 'UsagePlan')
    context.findings.carry(`Usage plan ${name}`, resource.pointer)
    return plan
  })
}

/** A half of a throttle that is not written is the account's. */
function readThrottle(place: Place | undefined, label: string, { findings }: Members): ThrottleSettings | undefined {
  if (!place || place.value === null) return undefined
  const members = membersAt(place, label, findings)
  const rate = members?.number('RateLimit')
  const burst = members?.number('BurstLimit')
  if (members) finishShape(members, 'Throttle')
  if (!members || (rate === undefined && burst === undefined)) return undefined
  const rateLimit = rate ?? LIMITS.accountRate.value
  const burstLimit = burst ?? LIMITS.accountBurst.value
  if (rate === undefined || burst === undefined) {
    const absent = rate === undefined ? 'RateLimit' : 'BurstLimit'
    const message = `${label} has no "${absent}". The account's ${rate === undefined ? rateLimit : burstLimit} is used. Write it.`
    reportAssumed(members, absent, message)
  }
  return { rateLimit, burstLimit }
}

function readQuota(plan: Members): QuotaSettings | undefined {
  const members = plan.members('Quota')
  if (!members) return undefined
  const limit = members.number('Limit')
  const period = members.oneOf('Period', ['DAY', 'WEEK', 'MONTH'] as const)
  const offset = members.number('Offset')
  finishShape(members, 'Quota')
  if (Object.keys(members.record).length === 0) return undefined
  if (limit !== undefined && period !== undefined) return withoutAbsent({ limit, period, offset })
  if (members.has('Limit') && members.has('Period')) return undefined
  const message = `${members.label} has no "${limit === undefined ? 'Limit' : 'Period'}" and is left out. A quota is a number of requests in a DAY, WEEK or MONTH.`
  members.findings.report('import/property-missing', 'error', members.pointer, message)
  return undefined
}

function readApiStage(plan: Members, place: Place, findApi: ApiFinder): ApiStage[] {
  const members = membersAt(place, `a stage of ${plan.label}`, plan.findings)
  if (!members) return []
  const written = members.text('ApiId')
  const stage = members.text('Stage')
  const throttle = readMethodThrottles(members)
  finishShape(members, 'ApiStage')
  const api = findApi(written)
  if (api && stage !== undefined && Object.hasOwn(api.stages, stage) && api.protocolType !== 'HTTP') {
    return [withoutAbsent({ apiId: api.id, stage, throttle })]
  }
  const message = `${members.label} is left out: ${whyNot(api, written, stage)}`
  plan.findings.report('import/not-carried', 'warning', members.pointer, message)
  return []
}

function whyNot(api: Api | undefined, written: string | undefined, stage: string | undefined): string {
  if (written === undefined) return 'it has no "ApiId". Write ApiId: !Ref and the API.'
  if (!api) return `the API ${written} is not in this template. Import it together with the template of that API.`
  if (api.protocolType === 'HTTP') return `${api.name} is an HTTP API, and those have no usage plans.`
  if (stage === undefined) return 'it has no "Stage". Write Stage: !Ref and the stage.'
  return `${api.name} has no stage ${stage}. Write a stage that the template makes.`
}

/** "/orders/POST" -> a limit. The service's patch paths write inner slashes as "~1", and so do some templates. */
function readMethodThrottles(members: Members): ApiStage['throttle'] {
  const limits = members.members('Throttle')
  const entries = (limits?.places() ?? []).flatMap(([key, place]): [string, ThrottleSettings][] => {
    const limit = readThrottle(place, `the throttle of ${key} in ${members.label}`, members)
    const path = key.replaceAll('~1', '/').replace(/^\/\//, '/')
    return limit ? [[path.startsWith('/') ? path : `/${path}`, limit]] : []
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}
