import { pointerTo } from '../../diagnostic'
import { DEFAULT_ASSUMPTIONS } from '../assumptions'
import type { Design } from '../design'
import type { MappingTemplate } from '../mapping-template'
import type { SavedRequest } from '../saved-request'
import type { Scenario } from '../scenario'
import type { ApiChange } from './design-comparison'
import type { Names } from './names'
import { ownSection, type Part } from './part'
import { withoutDefaults } from './without-defaults'

/** Members of a design that no format of AWS's holds: what plans, plays and tries things on this computer, and where it all stands. */
const LOCAL_MEMBERS: ReadonlySet<string> = new Set([
  'name',
  'region',
  'accountId',
  'account',
  'scenarios',
  'templates',
  'requests',
  'identity',
  'review',
  'assumptions',
])

/** Whether a change is about something that no format of AWS's holds: a round trip loses it, and nobody who calls the APIs sees it. */
export function isLocalChange({ beforePointer, afterPointer }: ApiChange): boolean {
  const [, member = ''] = (afterPointer ?? beforePointer ?? '').split('/')
  return LOCAL_MEMBERS.has(member)
}

/** Members of ours in an API: what plays its targets on this computer. */
const OWN_MEMBERS: ReadonlySet<string> = new Set(['handler', 'backend', 'fault'])

/** Whether a change in an API is of what plays a target on this computer. */
export function isOwnMember({ setting, afterPointer, beforePointer }: ApiChange): boolean {
  const [name = ''] = setting.split('.').slice(-1)
  return OWN_MEMBERS.has(name) && (afterPointer ?? beforePointer ?? '').endsWith(`/${name}`)
}

/** A part for each thing that is local. */
export function localParts(design: Design, names: Names): Part[] {
  const { name, region, accountId, account, assumptions = {} } = design
  return [
    part('Project', '', { name, region, accountId }),
    part('Account', '/account/throttleSettings', account.throttleSettings),
    part('Assumptions', '/assumptions', withoutDefaults(assumptions, { ...DEFAULT_ASSUMPTIONS })),
    ...design.scenarios.map((scenario, index) => scenarioPart(scenario, `/scenarios/${index}`, names)),
    ...Object.entries(design.templates ?? {}).map(([title, template]) => templatePart(title, template, names)),
    ...(design.requests ?? []).map((request, index) => requestPart(request, `/requests/${index}`, names)),
    ...(design.review ? [part('Review', '/review', design.review)] : []),
    ...identityParts(design),
  ]
}

function part(subject: string, pointer: string, value: object): Part {
  return { key: `local ${subject}`, api: '', subject, pointer, sections: [ownSection(pointer, value)] }
}

function scenarioPart({ name, apiId, events, ...scenario }: Scenario, pointer: string, names: Names): Part {
  const named = events?.map((event) =>
    event.type === 'SET_LIMIT' && event.usagePlanId !== undefined
      ? { ...event, usagePlanId: names.plan(event.usagePlanId) }
      : event,
  )
  return part(`Scenario ${name}`, pointer, withoutDefaults({ ...scenario, apiId: names.api(apiId), events: named }))
}

function templatePart(title: string, { slot, ...template }: MappingTemplate, names: Names): Part {
  const named = slot && { ...slot, apiId: names.api(slot.apiId) }
  return part(`Template ${title}`, pointerTo(['templates', title]), withoutDefaults({ ...template, slot: named }))
}

function requestPart({ name, apiId, apiKeyId, ...request }: SavedRequest, pointer: string, names: Names): Part {
  const named = { apiId: names.api(apiId), apiKeyId: apiKeyId === undefined ? undefined : names.key(apiKeyId) }
  return part(`Request ${name}`, pointer, withoutDefaults({ ...request, ...named }))
}

/** User pools by name, users and clients one by one: a pool may be long. */
function identityParts({ identity }: Design): Part[] {
  const pools = (identity?.userPools ?? []).map((pool, index): Part => {
    const { name, ...rest } = pool
    return part(`User pool ${name}`, `/identity/userPools/${index}`, rest)
  })
  const users = (identity?.iamUsers ?? []).map((user, index): Part => {
    const pointer = `/identity/iamUsers/${index}`
    const { name, secretAccessKey, ...rest } = user
    const secret = { key: 'secret', path: ['secretAccessKey'], pointer: `${pointer}/secretAccessKey`, isSecret: true }
    const own = part(`IAM user ${name}`, pointer, rest)
    return { ...own, sections: [...own.sections, { ...secret, value: secretAccessKey }] }
  })
  return [...pools, ...users]
}
