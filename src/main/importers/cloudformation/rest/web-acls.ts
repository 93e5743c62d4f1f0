import type { WebAcl, WebAclRule } from '@shared/design/web-acl'
import { isRecord, type Place } from '../../json-place'
import { membersAt, type Members } from '../../members'
import { nameOf } from '../../template/physical-id'
import type { TemplateContext } from '../../template/template-context'
import { leaveOut, propertiesOf, resourcesOfType } from './resource-properties'
import { readIpSets, readWebAclStatement } from './web-acl-statement'

/** What a web ACL has for AWS's own eyes: it decides nothing about a request. */
const WITHOUT_EFFECT = ['VisibilityConfig', 'Description', 'Tags', 'DataProtectionConfig'] as const
/** What it has for challenges and answers of its own. */
const OWN_ANSWERS = [
  'CustomResponseBodies',
  'CaptchaConfig',
  'ChallengeConfig',
  'TokenDomains',
  'AssociationConfig',
] as const

/** The regional web ACLs of a template: what a design can hold of them. Each rule that it cannot is reported. */
export function readWebAcls(context: TemplateContext): WebAcl[] {
  const addresses = readIpSets(context)
  return resourcesOfType(context, 'AWS::WAFv2::WebACL').flatMap((resource): WebAcl[] => {
    const members = propertiesOf(context, resource)
    members.skip('Name', ...WITHOUT_EFFECT)
    const scope = members.text('Scope')
    if (scope?.toUpperCase() === 'CLOUDFRONT') {
      const message = `${members.label} is left out: its scope is CLOUDFRONT, and only one of the scope REGIONAL can stand in front of a stage.`
      context.findings.report('import/not-carried', 'info', resource.pointer, message)
      return []
    }
    for (const each of OWN_ANSWERS) leaveOut(members, each, 'a design blocks with 403 or lets pass, without more.')
    const name = nameOf(resource)
    const defaultAction = readDefaultAction(members)
    const rules = (members.list('Rules') ?? [])
      .flatMap((place) => readRule(members, place, addresses) ?? [])
      .sort((a, b) => a.priority - b.priority)
      .map(({ rule }) => rule)
    members.finish()
    context.findings.carry(
      `Web ACL ${name}, ${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}`,
      resource.pointer,
    )
    return [{ name, defaultAction, rules }]
  })
}

function readDefaultAction(members: Members): WebAcl['defaultAction'] {
  const place = members.place('DefaultAction')
  const action = isRecord(place?.value) ? Object.keys(place.value) : []
  if (place && action.length === 0) {
    const message = `${members.nameOf('DefaultAction')} is neither Allow nor Block. It is read as Allow.`
    members.findings.report('import/value-assumed', 'warning', place.pointer, message)
  }
  reportHandling(members, 'DefaultAction', place)
  return action.includes('Block') ? 'BLOCK' : 'ALLOW'
}

/** A response of its own, or headers added to what passes. */
function reportHandling(members: Members, name: string, place: Place | undefined): void {
  const options = isRecord(place?.value) ? Object.values(place.value)[0] : undefined
  for (const handling of ['CustomResponse', 'CustomRequestHandling']) {
    if (!place || !isRecord(options) || !Object.hasOwn(options, handling)) continue
    const message = `"${handling}" in ${members.nameOf(name)} is left out: a design blocks with 403 or lets pass, without more.`
    members.findings.report('import/not-carried', 'info', place.pointer, message)
  }
}

interface PlacedRule {
  readonly rule: WebAclRule
  readonly priority: number
}

function readRule(
  acl: Members,
  place: Place,
  addresses: ReadonlyMap<string, readonly string[]>,
): PlacedRule | undefined {
  const record = isRecord(place.value) ? place.value : {}
  const written = Object.hasOwn(record, 'Name') ? record['Name'] : undefined
  const label = `the rule ${typeof written === 'string' ? written : 'without a name'} of ${acl.label}`
  const members = membersAt(place, label, acl.findings)
  if (!members) return undefined
  const name = members.text('Name') ?? 'rule'
  const priority = members.number('Priority') ?? 0
  members.skip('VisibilityConfig')
  const action = readAction(members)
  const statement = readWebAclStatement(members, addresses)
  leaveOut(members, 'RuleLabels', 'a design has no labels of requests.')
  members.skip('OverrideAction', 'CaptchaConfig', 'ChallengeConfig')
  members.finish()
  if (typeof statement === 'object' && typeof action === 'object') {
    return { rule: { name, action: action.is, statement }, priority }
  }
  const why = typeof statement === 'string' ? statement : `its action is ${String(action)}`
  const message = `${label} is left out: ${why}, and a design has sets of addresses and rates by address, to allow, block or count. It decides nothing here.`
  acl.findings.report('import/not-carried', 'warning', place.pointer, message)
  return undefined
}

/** The action as a design has it, or what it is instead. Groups of rules have an `OverrideAction` in its place. */
function readAction(members: Members): { readonly is: WebAclRule['action'] } | string {
  const place = members.place('Action')
  const names = isRecord(place?.value) ? Object.keys(place.value) : []
  reportHandling(members, 'Action', place)
  if (names.includes('Allow')) return { is: 'ALLOW' }
  if (names.includes('Block')) return { is: 'BLOCK' }
  if (names.includes('Count')) return { is: 'COUNT' }
  return names[0] ?? 'missing'
}
