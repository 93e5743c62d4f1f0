import type { Design } from '@shared/design/design'
import { undeployedChanges } from '@shared/design/undeployed-changes'
import type { Api } from '@shared/design/api'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes } from '@shared/design/route-key'
import { pointerTo } from '@shared/diagnostic'
import { LIMITS, SMALL_REGIONS } from '@shared/limits'
import type { ExportContext } from './export-context'
import type { LocalMembers } from './own-metadata'
import type { TemplateParts } from './template-parts'

/** Says what of a design has no place in a template because it is of this computer, or older than the API as it stands. */
export function reportLeftBehind({ design, parts, request }: ExportContext): void {
  reportDesignMembers(design, parts)
  for (const [index, api] of design.apis.entries()) {
    if (request.hasOwnMembers === false) reportLocalTargets(api, `/apis/${index}`, parts)
    if (api.protocolType === 'REST') reportDeployments(api, `/apis/${index}`, parts)
  }
}

const WHY: Readonly<Record<string, string>> = { functions: 'the template names functions by their ARNs' }

function reportDesignMembers(design: Design, parts: TemplateParts): void {
  const counted: readonly (readonly [string, number, string])[] = [
    ['functions', Object.keys(design.functions).length, 'Local functions'],
    ['scenarios', design.scenarios.length, 'Scenarios'],
    ['templates', Object.keys(design.templates ?? {}).length, 'Saved mapping templates with their cases'],
    ['requests', design.requests?.length ?? 0, 'Saved requests'],
    ['review', design.review?.ignored.length ?? 0, 'Ignored findings of the review'],
    ['assumptions', Object.keys(design.assumptions ?? {}).length, 'Assumptions about the service'],
  ]
  const [api, second] = design.apis
  if (second !== undefined || design.name !== api?.name)
    local(parts, '/name', `The project's name, ${design.name}, stands in the description of the template only.`)
  for (const [member, count, what] of counted)
    if (count > 0)
      local(parts, `/${member}`, `${what} (${count}) stay behind: ${WHY[member] ?? 'AWS has no such thing'}.`)
  const { userPools = [], iamUsers = [] } = design.identity ?? {}
  if (userPools.length + iamUsers.length > 0) {
    const message = `${userPools.length} user pools and ${iamUsers.length} IAM users stay behind: they play callers on this computer.`
    local(parts, '/identity', message)
  }
  for (const [index, acl] of (design.webAcls ?? []).entries()) {
    const message = `The web ACL ${acl.name} with its rules is not made by the template, which takes the ARN of one that exists.`
    parts.report('export/not-carried', 'warning', `/webAcls/${index}`, message)
  }
  reportAccount(design, parts)
}

/** The account's limit is raised by a request to AWS, not by a template. */
function reportAccount({ account, region }: Design, parts: TemplateParts): void {
  const isSmall = SMALL_REGIONS.includes(region)
  const rate = (isSmall ? LIMITS.smallRegionRate : LIMITS.accountRate).value
  const burst = (isSmall ? LIMITS.smallRegionBurst : LIMITS.accountBurst).value
  const { rateLimit, burstLimit } = account.throttleSettings
  if (rateLimit === rate && burstLimit === burst) return
  const message = `The account's limit of ${rateLimit} requests/s and a burst of ${burstLimit} stays behind: AWS raises it on request, no template does.`
  parts.report('export/not-carried', 'info', '/account/throttleSettings', message)
}

function local(parts: TemplateParts, pointer: string, message: string): void {
  parts.report('export/local-only', 'info', pointer, message)
}

function reportLocalTargets(api: Api, pointer: string, parts: TemplateParts): void {
  const targets: [string, LocalMembers | undefined][] =
    api.protocolType === 'REST'
      ? restRoutes(api).map(({ path, verb, method }) => [
          pointerTo(['resources', path, 'methods', verb, 'integration']),
          method.integration,
        ])
      : Object.entries<LocalMembers>(api.integrations).map(([id, each]) => [pointerTo(['integrations', id]), each])
  const authorizers = Object.entries<LocalMembers>(api.authorizers).map(([id, each]): [string, LocalMembers] => [
    pointerTo(['authorizers', id]),
    each,
  ])
  for (const member of ['handler', 'backend', 'fault'] as const) {
    const found = [...targets, ...authorizers].filter(([, each]) => each?.[member] !== undefined)
    const [first] = found
    if (first === undefined) continue
    const message = `${api.name}: "${member}" of ${found.length} integrations and authorizers stays behind: ${WHAT_IT_DOES[member]} on this computer.`
    local(parts, `${pointer}${first[0]}/${member}`, message)
  }
}

const WHAT_IT_DOES = {
  handler: 'it plays the function',
  backend: 'it plays the backend',
  fault: 'it plays a failure',
} as const

function reportDeployments(api: RestApi, pointer: string, parts: TemplateParts): void {
  const used = new Set<string | undefined>()
  for (const [stageName, stage] of Object.entries(api.stages)) {
    used.add(stage.deploymentId).add(stage.canarySettings?.deploymentId)
    const at = pointer + pointerTo(['stages', stageName])
    const changes = undeployedChanges(api, stageName).length
    if (stage.deploymentId === undefined) {
      const message = `Stage ${stageName} of ${api.name} has no deployment yet; the template deploys the API as it stands.`
      parts.report('export/older-deployment', 'info', at, message)
    } else if (changes > 0) {
      const message = `Stage ${stageName} of ${api.name} shows an older deployment; the template deploys the API as it stands, with ${changes} changes.`
      parts.report('export/older-deployment', 'info', at, message)
    }
  }
  const unused = api.deployments.filter(({ id }) => !used.has(id)).length
  if (unused === 0) return
  const message = `${unused} deployments of ${api.name} that no stage shows stay behind: a template deploys the API as it stands.`
  parts.report('export/older-deployment', 'info', `${pointer}/deployments`, message)
}
