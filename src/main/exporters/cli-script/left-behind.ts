import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes } from '@shared/design/route-key'
import { undeployedChanges } from '@shared/design/undeployed-changes'
import { pointerTo } from '@shared/diagnostic'
import type { ScriptContext } from './script-context'

/** Says what of a design has no command because it is of this computer, or older than the API as it stands. */
export function reportLeftBehind({ design, parts }: ScriptContext): void {
  for (const [pointer, what] of localParts(design)) {
    parts.report('export/local-only', 'info', pointer, `${what} stay behind: they are of this computer.`)
  }
  for (const [index, acl] of (design.webAcls ?? []).entries()) {
    const message = `The web ACL ${acl.name} with its rules is not made by the script, which takes the ARN of one that exists.`
    parts.report('export/not-carried', 'warning', `/webAcls/${index}`, message)
  }
  for (const [index, api] of design.apis.entries()) {
    const pointer = `/apis/${index}`
    for (const [at, count] of ownMembers(api)) {
      const message = `${api.name}: "${at.split('/').at(-1)}" of ${count} integrations and authorizers stays behind: it plays the target on this computer.`
      parts.report('export/local-only', 'info', pointer + at, message)
    }
    if (api.protocolType === 'REST') reportDeployments(api, pointer, parts)
  }
}

function localParts(design: Design): (readonly [pointer: string, what: string])[] {
  const { functions, scenarios, templates = {}, requests = [], identity, review, assumptions = {} } = design
  const counts = [
    ['/functions', Object.keys(functions).length, 'Local functions'],
    ['/scenarios', scenarios.length, 'Scenarios'],
    ['/templates', Object.keys(templates).length, 'Saved mapping templates'],
    ['/requests', requests.length, 'Saved requests'],
    ['/identity', (identity?.userPools.length ?? 0) + (identity?.iamUsers.length ?? 0), 'User pools and IAM users'],
    ['/review', review?.ignored.length ?? 0, 'Ignored findings of the review'],
    ['/assumptions', Object.keys(assumptions).length, 'Assumptions about the service'],
  ] as const
  return counts.filter(([, count]) => count > 0).map(([pointer, count, what]) => [pointer, `${what} (${count})`])
}

interface Target {
  readonly handler?: string
  readonly backend?: string
  readonly fault?: string
}

/** The first place of each of our own members, and how often it stands in the API. */
function ownMembers(api: Api): (readonly [pointer: string, count: number])[] {
  const targets: (readonly [string, Target | undefined])[] =
    api.protocolType === 'REST'
      ? restRoutes(api).map(({ path, verb, method }) => [
          pointerTo(['resources', path, 'methods', verb, 'integration']),
          method.integration,
        ])
      : Object.entries<Target>(api.integrations).map(([id, each]) => [pointerTo(['integrations', id]), each])
  const authorizers = Object.entries<Target>(api.authorizers).map(
    ([id, each]) => [pointerTo(['authorizers', id]), each] as const,
  )
  return (['handler', 'backend', 'fault'] as const).flatMap((member) => {
    const found = [...targets, ...authorizers].filter(([, each]) => each?.[member] !== undefined)
    const [first] = found
    return first === undefined ? [] : [[`${first[0]}/${member}`, found.length] as const]
  })
}

function reportDeployments(api: RestApi, pointer: string, parts: ScriptContext['parts']): void {
  for (const [name, stage] of Object.entries(api.stages)) {
    const at = pointer + pointerTo(['stages', name])
    const changes = undeployedChanges(api, name).length
    if (stage.deploymentId === undefined) {
      const message = `Stage ${name} of ${api.name} has no deployment yet; the script deploys the API as it stands.`
      parts.report('export/older-deployment', 'info', at, message)
    } else if (changes > 0 || isCanaryBeside(stage.deploymentId, stage.canarySettings?.deploymentId)) {
      const message = `Stage ${name} of ${api.name} shows an older deployment; the script deploys the API as it stands.`
      parts.report('export/older-deployment', 'info', at, message)
    }
  }
}

function isCanaryBeside(deploymentId: string, canary: string | undefined): boolean {
  return canary !== undefined && canary !== deploymentId
}
